using ProcVision.Fuzz.Pictures;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Imaging.Tests;

public class PngTests
{
    // Unfiltered by another program (Python's zlib and the five filters written out).
    private const string CoinsPixels = "e080cc03805f1fa70516c3cb84883d4633bda2a1b51841da7c22f3d14c072451";

    [Fact]
    public void The_photograph_has_the_pixels_another_program_finds()
    {
        var coins = ImageFile.Load(Photographs.Coins);
        Assert.Equal((384, 303, PixelFormat.Gray8, 384), (coins.Width, coins.Height, coins.Format, coins.Stride));
        Assert.Equal(CoinsPixels, Decoding.Sha256(coins.Pixels));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0, 2)]
    [InlineData(0, 4)]
    [InlineData(0, 8)]
    [InlineData(2, 8)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    [InlineData(3, 4)]
    [InlineData(3, 8)]
    [InlineData(4, 8)]
    [InlineData(6, 8)]
    [Conformance(544)]
    public void Every_form_size_filter_and_interlacing_comes_out_right(byte colorType, byte bitDepth)
    {
        var random = Seeded.Random(out _);
        var decoder = new StbPngDecoder();
        foreach (var (width, height) in ((int, int)[])[(1, 1), (2, 1), (3, 5), (8, 8), (17, 9), (64, 33)])
        {
            foreach (var isInterlaced in (bool[])[false, true])
            {
                var palette = new byte[colorType == 3 ? 3 << bitDepth : 0];
                random.NextBytes(palette);
                var writer = new PngWriter
                {
                    Width = width,
                    Height = height,
                    BitDepth = bitDepth,
                    ColorType = colorType,
                    IsInterlaced = isInterlaced,
                    Palette = palette,
                    Filter = _ => (byte)random.Next(5),
                    ChunkLength = random.Next(1, 200),
                };
                var samples = new byte[width * height * colorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 }];
                for (var i = 0; i < samples.Length; i++)
                {
                    samples[i] = (byte)random.Next(1 << bitDepth);
                }

                Assert.Equal(Expected(samples, colorType, bitDepth, palette), Decoding.Pixels(decoder, writer.Write(samples)));
            }
        }
    }

    [Fact]
    [Conformance(544)]
    public void Sixteen_bits_are_refused_with_the_cure() =>
        Assert.Contains("16 位", Refused(new PngWriter { Width = 100, Height = 100, BitDepth = 16 }.Wrap(new byte[20_100])), StringComparison.Ordinal);

    [Theory]
    [InlineData(1, 8)]
    [InlineData(5, 8)]
    [InlineData(7, 8)]
    [InlineData(2, 4)]
    [InlineData(3, 3)]
    [InlineData(0, 0)]
    public void Forms_that_do_not_exist_are_refused(byte colorType, byte bitDepth) =>
        Assert.Contains($"颜色类型 {colorType}", Refused(new PngWriter { Width = 10, Height = 10, ColorType = colorType, BitDepth = bitDepth }.Wrap(new byte[500])), StringComparison.Ordinal);

    [Fact]
    public void A_palette_that_is_missing_or_too_short_is_refused()
    {
        var without = new PngWriter { Width = 4, Height = 1, ColorType = 3, BitDepth = 8 };
        Assert.Contains("调色板", Refused(without.Write([0, 1, 2, 3])), StringComparison.Ordinal);
        var two = new PngWriter { Width = 4, Height = 1, ColorType = 3, BitDepth = 8, Palette = [1, 2, 3, 4, 5, 6] };
        Assert.Contains("没有颜色 2", Refused(two.Write([0, 1, 2, 0])), StringComparison.Ordinal);
        Assert.NotNull(Decoding.Try(new StbPngDecoder(), two.Write([0, 1, 1, 0])).Pixels);
        byte[] file = two.Write([0, 0, 0, 0]);
        var palette = file.AsSpan().IndexOf("PLTE"u8) - 4;
        Assert.Contains("没有颜色 0", Refused([.. file[..palette], .. PngWriter.Chunk("PLTE"u8, []), .. file[(palette + 18)..]]), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_and_too_much_data_are_refused()
    {
        var writer = new PngWriter { Width = 100, Height = 100 };
        Assert.NotNull(Decoding.Try(new StbPngDecoder(), writer.Wrap(new byte[101 * 100])).Pixels);
        Assert.Contains("提前结束", Refused(writer.Wrap(new byte[(101 * 100) - 1])), StringComparison.Ordinal);
        Assert.Contains("提前结束", Refused(writer.Wrap(new byte[101 * 50])), StringComparison.Ordinal);
        Assert.Contains("多于", Refused(writer.Wrap(new byte[(101 * 100) + 1])), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_unpacks_to_gigabytes_takes_no_more_memory_than_its_size_says()
    {
        var bomb = new PngWriter { Width = 100, Height = 100 }.Wrap(new byte[64 << 20]);
        Assert.True(bomb.Length < 1 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("多于", Refused(bomb), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void A_wrong_checksum_of_the_unpacked_data_is_refused()
    {
        var packed = PngWriter.Pack(new byte[101 * 100]);
        packed[^1] ^= 1; // Adler-32
        Assert.Contains("无法解压", Refused(new PngWriter { Width = 100, Height = 100 }.WrapPacked(packed)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_checksum_an_unknown_filter_and_an_unknown_critical_chunk_are_refused()
    {
        var file = new PngWriter { Width = 100, Height = 100 }.Write(new byte[10_000]);
        file[^20] ^= 1;
        Assert.Contains("校验和", Refused(file), StringComparison.Ordinal);
        Assert.Contains("滤波 5", Refused(new PngWriter { Width = 100, Height = 100, Filter = _ => 5 }.Write(new byte[10_000])), StringComparison.Ordinal);
        var good = new PngWriter { Width = 100, Height = 100 }.Write(new byte[10_000]);
        Assert.Contains("不支持的 PNG 数据块", Refused([.. good[..33], .. PngWriter.Chunk("ABCD"u8, [1]), .. good[33..]]), StringComparison.Ordinal);
        Assert.NotNull(Decoding.Try(new StbPngDecoder(), [.. good[..33], .. PngWriter.Chunk("aBCD"u8, [1]), .. good[33..]]).Pixels);
    }

    [Fact]
    [Conformance(244)]
    public void Gray_with_transparency_is_gray_and_colour_with_transparency_is_rgb()
    {
        Assert.True(ImageHeader.TryRead(new PngWriter { Width = 1, Height = 1, ColorType = 4 }.Write([1, 2]), out var gray, out _));
        Assert.Equal(new ImageHeader(ImageEncoding.Png, 1, 1, PixelFormat.Gray8), gray);
        Assert.True(ImageHeader.TryRead(new PngWriter { Width = 1, Height = 1, ColorType = 6 }.Write([1, 2, 3, 4]), out var colour, out _));
        Assert.Equal(new ImageHeader(ImageEncoding.Png, 1, 1, PixelFormat.Rgb24), colour);
    }

    private static string Refused(byte[] file)
    {
        var (pixels, reason) = Decoding.Try(new StbPngDecoder(), file);
        Assert.Null(pixels);
        return reason!;
    }

    private static byte[] Expected(byte[] samples, byte colorType, byte bitDepth, byte[] palette) => colorType switch
    {
        0 => [.. samples.Select(value => (byte)(value * 255 / ((1 << bitDepth) - 1)))],
        3 => [.. samples.SelectMany(value => palette.AsSpan(value * 3, 3).ToArray())],
        4 => [.. samples.Where((_, i) => i % 2 == 0)],
        6 => [.. samples.Where((_, i) => i % 4 != 3)],
        _ => samples,
    };
}

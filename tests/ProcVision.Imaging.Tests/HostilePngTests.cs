using ProcVision.Fuzz.Pictures;
using ProcVision.Sdk.Tests.Protocol;

namespace ProcVision.Imaging.Tests;

/// <summary>Damaged PNG files: a picture or a clear refusal, never a half picture, a crash or unbounded memory.</summary>
public class HostilePngTests
{
    [Fact]
    [Conformance(194)]
    public void A_file_cut_short_anywhere_is_refused_before_the_step()
    {
        var file = File.ReadAllBytes(Photographs.Coins);
        for (var length = 0; length < file.Length; length += length < 200 ? 1 : 211)
        {
            Assert.False(ImageHeader.TryRead(file.AsSpan(0, length), out _, out var reason));
            Assert.NotEmpty(reason);
        }
    }

    [Theory]
    [InlineData(8001, 100)]
    [InlineData(100, 8001)]
    [InlineData(int.MaxValue, int.MaxValue)]
    [InlineData(-1, 100)]
    [InlineData(0, 100)]
    [Conformance(193)]
    public void A_size_that_no_picture_has_is_refused_before_memory_is_taken(int width, int height)
    {
        Assert.False(ImageHeader.TryRead(new PngWriter { Width = width, Height = height }.Wrap(new byte[100]), out _, out var reason));
        Assert.NotEmpty(reason);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(6, true)]
    public void A_mutated_file_is_a_picture_of_its_size_or_a_clear_refusal(byte colorType, bool isInterlaced)
    {
        var random = Seeded.Random(out _);
        var palette = new byte[colorType == 3 ? 300 : 0];
        var samples = new byte[40 * 30 * colorType switch { 2 => 3, 6 => 4, _ => 1 }];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (byte)random.Next(100);
        }

        var original = new PngWriter { Width = 40, Height = 30, ColorType = colorType, IsInterlaced = isInterlaced, Palette = palette, Filter = y => (byte)(y % 5), ChunkLength = 500 }.Write(samples);
        var decoder = new StbPngDecoder();
        var expected = Decoding.Pixels(decoder, original);
        for (var i = 0; i < 4000; i++)
        {
            var (pixels, reason) = Decoding.Try(decoder, ByteMutation.Of(original, random));
            Assert.True(pixels is null ? !string.IsNullOrEmpty(reason) : pixels.AsSpan().SequenceEqual(expected), "Checksums let no damaged pixel through.");
        }

        Assert.Equal(expected, Decoding.Pixels(decoder, original));
    }

    [Fact]
    public void A_size_that_so_few_bytes_cannot_fill_is_refused_before_memory_is_taken()
    {
        Assert.False(ImageHeader.TryRead(new PngWriter { Width = 8000, Height = 8000 }.Wrap(new byte[100]), out _, out var reason));
        Assert.Contains("8000x8000", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_picture_that_packs_best_is_taken()
    {
        var black = new PngWriter { Width = 8000, Height = 8000, BitDepth = 1 }.Wrap(new byte[8000 * 1001], System.IO.Compression.CompressionLevel.SmallestSize);
        Assert.True(ImageHeader.TryRead(black, out _, out var reason), reason);
    }
}

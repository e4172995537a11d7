namespace ProcVision.Imaging.Tests;

public class JpegTests
{
    // libjpeg-turbo 2.1.5, RGB.
    private const string BladesPixels = "fa03cf6d22eecd4c397c218624783b18318431903e585752d5a81aa83df76376";

    [Fact]
    public void The_native_decoder_gives_the_photograph() =>
        Assert.Equal(BladesPixels, Decoding.Sha256(Decoding.Pixels(Decoding.Native(), File.ReadAllBytes(Photographs.Blades))));

    [Fact]
    public void The_native_decoder_gives_every_sampling_progression_restart_and_size()
    {
        var decoder = Decoding.Native();
        Assert.All(Photographs.Variants(), variant => Assert.Equal(variant.Pixels, Decoding.Sha256(Decoding.Pixels(decoder, Photographs.Bytes(variant.Name)))));
    }

    [Fact]
    public void Without_the_native_library_the_photograph_is_the_same_to_the_eye()
    {
        var file = File.ReadAllBytes(Photographs.Blades);
        var (mean, max) = Difference(Decoding.Pixels(new StbJpegDecoder(), file), Decoding.Pixels(Decoding.Native(), file));
        Assert.True(mean < 0.1 && max <= 4, $"mean {mean}, max {max}");
    }

    [Fact]
    public void Without_the_native_library_every_sampling_progression_restart_and_size_comes_out_alike()
    {
        var (decoder, native) = (new StbJpegDecoder(), Decoding.Native());
        Assert.All(Photographs.Variants(), variant =>
        {
            var file = Photographs.Bytes(variant.Name);
            var (mean, max) = Difference(Decoding.Pixels(decoder, file), Decoding.Pixels(native, file));
            Assert.True(mean < 0.2 && max <= 4, $"{variant.Name}: mean {mean}, max {max}");
        });
    }

    [Fact]
    public void Colours_marked_by_Adobe_are_what_the_native_library_makes_of_them()
    {
        var (decoder, native) = (new StbJpegDecoder(), Decoding.Native());
        foreach (var transform in (byte[])[0, 1])
        {
            var file = WithAdobe(transform, isJfif: false);
            var (mean, _) = Difference(Decoding.Pixels(decoder, file), Decoding.Pixels(native, file));
            Assert.True(mean < 0.2, $"transform {transform}: mean {mean}");
        }
    }

    [Fact]
    public void Colours_marked_in_two_ways_are_refused() =>
        Assert.Contains("矛盾", Decoding.Try(new StbJpegDecoder(), WithAdobe(transform: 0, isJfif: true)).Reason, StringComparison.Ordinal);

    private static byte[] WithAdobe(byte transform, bool isJfif)
    {
        var file = Photographs.Bytes("Variants/444-baseline-117x103.jpg");
        var jfif = file.AsSpan().IndexOf("JFIF\0"u8);
        Assert.True(jfif > 0);
        if (!isJfif)
        {
            file[jfif] = (byte)'X';
        }

        return [.. file[..2], 0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, transform, .. file[2..]];
    }

    private static (double Mean, int Max) Difference(byte[] one, byte[] other)
    {
        Assert.Equal(other.Length, one.Length);
        var differences = one.Zip(other, (a, b) => Math.Abs(a - b)).ToArray();
        return (differences.Average(), differences.Max());
    }
}

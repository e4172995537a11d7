namespace ProcVision.Imaging.Tests;

public class JpegTests
{
    // libjpeg-turbo 2.1.5, RGB.
    private const string BladesPixels = "fa03cf6d22eecd4c397c218624783b18318431903e585752d5a81aa83df76376";

    [Fact]
    public void The_managed_decoder_gives_the_photograph_as_libjpeg_turbo_gives_it() =>
        Assert.Equal(BladesPixels, Decoding.Sha256(Decoding.Pixels(new ManagedJpegDecoder(), File.ReadAllBytes(Photographs.Blades))));

    [Fact]
    public void The_native_decoder_gives_the_same_photograph() =>
        Assert.Equal(BladesPixels, Decoding.Sha256(Decoding.Pixels(Decoding.Native(), File.ReadAllBytes(Photographs.Blades))));

    [Fact]
    public void The_managed_decoder_gives_every_sampling_progression_restart_and_size_as_libjpeg_turbo_gives_it()
    {
        var decoder = new ManagedJpegDecoder();
        Assert.All(Photographs.Variants(), variant => Assert.Equal(variant.Pixels, Decoding.Sha256(Decoding.Pixels(decoder, Photographs.Bytes(variant.Name)))));
    }

    [Fact]
    public void The_native_decoder_gives_every_variant_too()
    {
        var decoder = Decoding.Native();
        Assert.All(Photographs.Variants(), variant => Assert.Equal(variant.Pixels, Decoding.Sha256(Decoding.Pixels(decoder, Photographs.Bytes(variant.Name)))));
    }
}

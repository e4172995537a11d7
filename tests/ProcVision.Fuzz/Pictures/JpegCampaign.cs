using ProcVision.Imaging;

namespace ProcVision.Fuzz.Pictures;

/// <summary>Damaged JPEG files, through StbImageSharp and, where it is found, libturbojpeg.</summary>
internal sealed class JpegCampaign : PictureCampaign
{
    private TwiceDecoder?[] _decoders = [];
    private byte[][] _seeds = [];

    internal override string Name => "jpeg";

    private protected override IReadOnlyList<TwiceDecoder?> Decoders => _decoders;

    private protected override void Prepare(Random random)
    {
        _decoders = TurboJpeg.IsAvailable
            ? [new(new JpegPngDecoder(useNativeJpeg: false)), new(new JpegPngDecoder(useNativeJpeg: true))]
            : [new(new JpegPngDecoder(useNativeJpeg: false))];
        _seeds = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Seeds")).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
    }

    private protected override byte[] Make(Random random)
    {
        var seed = _seeds[random.Next(_seeds.Length)];
        return random.Next(3) == 0 ? ByteMutation.Of(seed, random) : JpegMutation.Of(seed, _seeds[random.Next(_seeds.Length)], random);
    }
}

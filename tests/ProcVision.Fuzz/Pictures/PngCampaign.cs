using ProcVision.Imaging;

namespace ProcVision.Fuzz.Pictures;

/// <summary>Damaged PNG files of every form, most of them with their checksums made right again.</summary>
internal sealed class PngCampaign : PictureCampaign
{
    private const int Side = 104;

    private static readonly (byte ColorType, byte BitDepth)[] Forms =
        [(0, 1), (0, 2), (0, 4), (0, 8), (2, 8), (3, 1), (3, 2), (3, 4), (3, 8), (4, 8), (6, 8)];

    private TwiceDecoder?[] _decoders = [];
    private byte[][] _seeds = [];

    internal override string Name => "png";

    private protected override IReadOnlyList<TwiceDecoder?> Decoders => _decoders;

    private protected override void Prepare(Random random)
    {
        _decoders = [new(new JpegPngDecoder())];
        _seeds = [.. Forms.SelectMany(form => new[] { Seed(form, false, random), Seed(form, true, random) })];
    }

    private protected override byte[] Make(Random random)
    {
        var seed = _seeds[random.Next(_seeds.Length)];
        return random.Next(4) == 0 ? ByteMutation.Of(seed, random) : PngMutation.Of(seed, _seeds[random.Next(_seeds.Length)], random);
    }

    private static byte[] Seed((byte ColorType, byte BitDepth) form, bool isInterlaced, Random random)
    {
        var palette = new byte[form.ColorType == 3 ? 3 << form.BitDepth : 0];
        random.NextBytes(palette);
        var samples = new byte[Side * Side * form.ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 }];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = (byte)(i / 512 % (1 << form.BitDepth)); // packs well: small files are quick to damage
        }

        return new PngWriter
        {
            Width = Side,
            Height = Side,
            ColorType = form.ColorType,
            BitDepth = form.BitDepth,
            IsInterlaced = isInterlaced,
            Palette = palette,
            Filter = _ => (byte)random.Next(5),
            ChunkLength = random.Next(50, 5000),
        }.Write(samples);
    }
}

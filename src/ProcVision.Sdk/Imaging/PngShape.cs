namespace ProcVision;

/// <summary>How the samples of a PNG lie: the last five bytes of IHDR.</summary>
internal readonly record struct PngShape(byte BitDepth, byte ColorType, byte Compression, byte Filter, byte Interlace)
{
    internal const byte Gray = 0;
    internal const byte Rgb = 2;
    internal const byte Palette = 3;
    internal const byte GrayAlpha = 4;
    internal const byte Rgba = 6;

    /// <summary>Gray, with or without transparency: decoded to one byte.</summary>
    internal bool IsGray => ColorType is Gray or GrayAlpha;

    /// <summary>Samples per pixel in the file.</summary>
    internal int Channels => ColorType switch { Rgb => 3, GrayAlpha => 2, Rgba => 4, _ => 1 };

    /// <summary>Whether the standard allows the combination (ISO/IEC 15948, table 11.1), 16 bits apart.</summary>
    internal bool IsLegal => Compression == 0 && Filter == 0 && Interlace <= 1 && ColorType switch
    {
        Gray or Palette => BitDepth is 1 or 2 or 4 or 8,
        Rgb or GrayAlpha or Rgba => BitDepth == 8,
        _ => false,
    };

    /// <summary>What the unpacked samples have at least, without the filters' bytes.</summary>
    internal long LeastBytes(in ImageHeader header) => (long)header.Width * header.Height * Channels * BitDepth / 8;

    internal static PngShape Parse(ReadOnlySpan<byte> body) => new(body[8], body[9], body[10], body[11], body[12]);

    /// <summary>The shape of a file whose IHDR has been checked.</summary>
    internal static PngShape Read(ReadOnlySpan<byte> file) => Parse(file.Slice(PngHeader.FirstChunk + 8, 13));
}

using System.Buffers.Binary;

namespace ProcVision;

/// <summary>Walks the chunks of a PNG file (ISO/IEC 15948) from signature to IEND without decoding anything.</summary>
internal static class PngHeader
{
    internal const int FirstChunk = 8;

    // Deflate packs at most 258 bytes into two bits. A forged size must not reserve memory that the file could never fill.
    private const int MaxPacking = 258 * 4;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    internal static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>Gives size and form, or why the file is refused.</summary>
    internal static string? Read(ReadOnlySpan<byte> file, out ImageHeader header)
    {
        header = default;
        var at = FirstChunk;
        var hasPalette = false;
        var hasData = false;
        var first = true;
        while (true)
        {
            if (!PngChunk.TryRead(file, at, out var chunk))
            {
                return $"PNG 文件不完整: 位置 {at} 的数据块超出文件（共 {file.Length} 字节）";
            }

            if (first)
            {
                if (!chunk.Is("IHDR"u8))
                {
                    return "PNG 文件损坏: 第一个数据块不是 IHDR";
                }

                if (ReadShape(chunk.Body, out header) is { } problem)
                {
                    return problem;
                }

                first = false;
            }
            else if (chunk.Is("IHDR"u8))
            {
                return "PNG 文件损坏: 有两个 IHDR";
            }

            if (chunk.IsCritical && !chunk.IsKnown)
            {
                return $"不支持的 PNG 数据块 {Convert.ToHexString(chunk.Type)}";
            }

            hasPalette |= chunk.Is("PLTE"u8);
            if (chunk.Is("IDAT"u8))
            {
                if (PngShape.Read(file).ColorType == PngShape.Palette && !hasPalette)
                {
                    return "PNG 文件损坏: 图像数据之前没有调色板";
                }

                hasData = true;
            }

            if (chunk.Is("IEND"u8))
            {
                return !hasData ? "PNG 文件中没有图像数据"
                    : PngShape.Read(file).LeastBytes(header) / MaxPacking > file.Length ? $"PNG 文件损坏: {file.Length} 字节不可能是 {header.Width}x{header.Height} 的图像"
                    : null;
            }

            at = chunk.End;
        }
    }

    private static string? ReadShape(ReadOnlySpan<byte> body, out ImageHeader header)
    {
        header = default;
        if (body.Length != 13)
        {
            return "PNG 文件损坏: IHDR 长度不对";
        }

        var shape = PngShape.Parse(body);
        if (shape.BitDepth == 16)
        {
            return "不支持 16 位 PNG，请转换为 8 位";
        }

        if (!shape.IsLegal)
        {
            return $"PNG 文件损坏: 颜色类型 {shape.ColorType} 不允许 {shape.BitDepth} 位，或压缩、滤波、隔行方式未知";
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(body);
        var height = BinaryPrimitives.ReadUInt32BigEndian(body[4..]);
        if (width is 0 or > int.MaxValue || height is 0 or > int.MaxValue)
        {
            return $"PNG 文件损坏: 尺寸为 {width}x{height}";
        }

        header = new(ImageEncoding.Png, (int)width, (int)height, shape.IsGray ? PixelFormat.Gray8 : PixelFormat.Rgb24);
        return null;
    }
}

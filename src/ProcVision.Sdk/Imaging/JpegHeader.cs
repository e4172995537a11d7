using System.Buffers.Binary;

namespace ProcVision;

/// <summary>Walks the markers of a JPEG file (ITU T.81, annex B) from start to end without decoding anything.</summary>
internal static class JpegHeader
{
    // Real progressive files have about ten scans. A file of thousands of empty ones would keep a decoder busy for minutes.
    private const int MaxScans = 100;

    // The least that a block of 8×8 pixels takes is one bit, and the strongest subsampling leaves one block of 16. A forged size must not
    // reserve memory that the file could never fill.
    private const int MaxPixelsPerByte = 64 * 8 * 16;

    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    internal static bool IsJpeg(ReadOnlySpan<byte> file) => file is [0xFF, StartOfImage, 0xFF, ..];

    /// <summary>Gives size and form, or why the file is refused.</summary>
    internal static string? Read(ReadOnlySpan<byte> file, out ImageHeader header)
    {
        header = default;
        var at = 2;
        var scans = 0;
        var isInScan = false;
        var frame = ReadOnlySpan<byte>.Empty;
        var isProgressive = false;
        var coefficients = default(JpegCoefficients);
        while (true)
        {
            if (!isInScan && at < file.Length && file[at] != 0xFF)
            {
                return $"JPEG 文件损坏: 第 {at} 字节处应为标记";
            }

            if (!NextMarker(file, ref at, isInScan, out var marker))
            {
                return Truncated(file, at);
            }

            isInScan = false;

            if (marker == EndOfImage)
            {
                return scans == 0 ? "JPEG 文件中没有图像数据"
                    : isProgressive && !coefficients.IsWhole(frame[5]) ? "JPEG 文件不完整: 渐进式扫描没有传完，图像是模糊的"
                    : SizeProblem(header, file.Length);
            }

            if (marker is 0x01 or StartOfImage or (>= 0xD0 and <= 0xD7))
            {
                continue; // stand-alone markers
            }

            if (marker is < 0xC0 or 0xC8 or 0xDE or 0xDF or (>= 0xF0 and <= 0xFD))
            {
                return $"JPEG 文件损坏: 第 {at} 字节处有未知标记 {marker:X2}";
            }

            if (file.Length - at < 2)
            {
                return Truncated(file, file.Length);
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (length < 2)
            {
                return $"JPEG 文件损坏: 位置 {at} 的段长度为 {length}";
            }

            if (length > file.Length - at)
            {
                return Truncated(file, file.Length);
            }

            var segment = file.Slice(at + 2, length - 2);
            at += length;
            if (IsFrame(marker))
            {
                if (header.Width != 0)
                {
                    return "JPEG 文件损坏: 有两个帧头";
                }

                if (ReadFrame(marker, segment, out header) is { } problem)
                {
                    return problem;
                }

                frame = segment;
                isProgressive = marker == 0xC2;
            }
            else if (marker == StartOfScan)
            {
                if (header.Width == 0)
                {
                    return "JPEG 文件损坏: 扫描之前没有帧头";
                }

                isInScan = true;
                coefficients.Add(frame, segment);
                if (++scans > MaxScans)
                {
                    return $"JPEG 文件的扫描超过 {MaxScans} 个";
                }
            }
        }
    }

    /// <summary>Moves behind the next marker; inside the entropy-coded data of a scan, stuffed bytes and restart markers are no markers.</summary>
    private static bool NextMarker(ReadOnlySpan<byte> file, ref int at, bool inScan, out byte marker)
    {
        marker = 0;
        while (true)
        {
            var found = file[at..].IndexOf((byte)0xFF);
            if (found < 0 || at + found + 1 >= file.Length)
            {
                at = file.Length;
                return false;
            }

            at += found + 1;
            marker = file[at];
            if (marker == 0xFF)
            {
                continue; // a fill byte: the marker may begin with this one
            }

            at++;
            if (marker != 0 && !(inScan && marker is >= 0xD0 and <= 0xD7))
            {
                return true;
            }
        }
    }

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    private static string? ReadFrame(byte marker, ReadOnlySpan<byte> segment, out ImageHeader header)
    {
        header = default;
        if (marker is not (0xC0 or 0xC1 or 0xC2))
        {
            return $"不支持的 JPEG 形式 SOF{marker - 0xC0}: 只支持基线和渐进式霍夫曼编码，请用普通 JPEG 保存";
        }

        if (segment.Length < 6 || segment.Length != 6 + (3 * segment[5]))
        {
            return "JPEG 文件损坏: 帧头长度不对";
        }

        if (segment[0] != 8)
        {
            return $"不支持 {segment[0]} 位 JPEG，请转换为 8 位";
        }

        var components = segment[5];
        if (components is not (1 or 3))
        {
            return $"不支持 {components} 个分量的 JPEG（CMYK/YCCK），请转换为 RGB 或灰度";
        }

        var height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        var width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        if (width == 0 || height == 0)
        {
            return $"JPEG 文件损坏: 尺寸为 {width}x{height}";
        }

        header = new(ImageEncoding.Jpeg, width, height, components == 1 ? PixelFormat.Gray8 : PixelFormat.Rgb24);
        return null;
    }

    private static string? SizeProblem(in ImageHeader header, int fileLength) =>
        (long)header.Width * header.Height / MaxPixelsPerByte > fileLength
            ? $"JPEG 文件损坏: {fileLength} 字节不可能是 {header.Width}x{header.Height} 的图像"
            : null;

    private static string Truncated(ReadOnlySpan<byte> file, int at) => $"JPEG 文件不完整: 在第 {at} 字节处结束（共 {file.Length} 字节），没有结束标记";
}

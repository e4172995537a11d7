using System.Buffers.Binary;
using System.Text;

namespace ProcVision;

/// <summary>The header of a <c>.npy</c> file: a picture of bytes, (H,W), (H,W,1), (H,W,3) or (H,W,4) (conformance 525).</summary>
internal readonly record struct NpyHeader(int Width, int Height, int Channels, bool IsColumnMajor, int BodyOffset)
{
    /// <summary>A header of a picture has about 118 bytes; a longer one than this is refused unread.</summary>
    internal const int MaxLength = 4096;

    /// <summary>Bytes of all samples.</summary>
    internal long BodyLength => (long)Width * Height * Channels;

    /// <summary>Whether the samples lie as pixels do: row by row, one or three per pixel.</summary>
    internal bool LiesAsPixels => Channels is 1 or 3 && !IsColumnMajor;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Gives shape and place of the samples, or why the file is refused.</summary>
    /// <param name="head">The first bytes of the file, <see cref="MaxLength"/> of them if it has so many.</param>
    /// <param name="fileLength">Bytes of the whole file.</param>
    /// <param name="header">What was found.</param>
    internal static string? Read(ReadOnlySpan<byte> head, long fileLength, out NpyHeader header)
    {
        header = default;
        if (head.Length < 10)
        {
            return $"npy 文件不完整: 只有 {fileLength} 字节";
        }

        if (!head.StartsWith(Magic))
        {
            return $"不是 npy 文件: 开头为 {Convert.ToHexString(head[..8])}";
        }

        var major = head[6];
        if (major is 0 or > 3)
        {
            return $"不支持 npy 版本 {major}.{head[7]}";
        }

        var start = major == 1 ? 10 : 12;
        if (head.Length < start)
        {
            return $"npy 文件不完整: 只有 {fileLength} 字节";
        }

        var length = major == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(head[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(head[8..]);
        if (length > MaxLength - start)
        {
            return $"npy 文件头过长: {length} 字节";
        }

        if (length > head.Length - start)
        {
            return $"npy 文件不完整: 文件头应有 {length} 字节";
        }

        var dictionary = new NpyDictionary(head.Slice(start, (int)length));
        if (!dictionary.TryRead())
        {
            return $"npy 文件头无法解析: {Encoding.Latin1.GetString(head.Slice(start, (int)Math.Min(length, 80))).Trim()}";
        }

        return Check(dictionary, start + (int)length, fileLength, out header);
    }

    private static string? Check(in NpyDictionary dictionary, int bodyOffset, long fileLength, out NpyHeader header)
    {
        header = default;
        if (dictionary.Type is not [(byte)'|' or (byte)'<' or (byte)'>' or (byte)'=', (byte)'u', (byte)'1'])
        {
            return $"不支持 npy 类型 {Encoding.Latin1.GetString(dictionary.Type)}: 只支持 |u1（uint8），请先换算到 0 到 255";
        }

        var shape = dictionary.Shape;
        if (dictionary.Dimensions is not (2 or 3) || (dictionary.Dimensions == 3 && shape[2] is not (1 or 3 or 4)))
        {
            return $"不支持 npy 形状 {ShapeText(dictionary)}: 只支持 (H,W)、(H,W,1)、(H,W,3)、(H,W,4)";
        }

        if (shape[0] == 0 || shape[1] == 0)
        {
            return $"图像数据为空: npy 形状 {ShapeText(dictionary)}";
        }

        if (shape[0] > ImageHeader.MaxSide || shape[1] > ImageHeader.MaxSide)
        {
            return $"图像尺寸不合理: {shape[1]}x{shape[0]}，上限 {ImageHeader.MaxSide}";
        }

        header = new((int)shape[1], (int)shape[0], dictionary.Dimensions == 2 ? 1 : (int)shape[2], dictionary.IsColumnMajor, bodyOffset);
        var body = fileLength - bodyOffset;
        return body == header.BodyLength
            ? null
            : $"npy 文件{(body < header.BodyLength ? "不完整" : "过长")}: 形状 {ShapeText(dictionary)} 需要 {header.BodyLength} 字节数据，文件中有 {body} 字节";
    }

    private static string ShapeText(in NpyDictionary dictionary) => $"({string.Join(',', dictionary.Shape[..dictionary.Dimensions].ToArray())})";
}

namespace ProcVision.Imaging;

/// <summary>Which tables of a JPEG are there: StbImageSharp decodes with an empty one without a word, to an even gray.</summary>
internal sealed class JpegTables
{
    private int _quantization;
    private int _dc;
    private int _ac;

    internal void Forget() => (_quantization, _dc, _ac) = (0, 0, 0);

    internal bool HasQuantization(int index) => (_quantization >> index & 1) != 0;

    internal bool HasDc(int index) => index < 4 && (_dc >> index & 1) != 0;

    internal bool HasAc(int index) => index < 4 && (_ac >> index & 1) != 0;

    /// <summary>Takes a DQT segment in (ITU T.81, B.2.4.1).</summary>
    internal void ReadQuantization(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var (wide, index) = (segment[0] >> 4, segment[0] & 15);
            var length = wide == 0 ? 65 : 129;
            if (wide > 1 || index > 3 || segment.Length < length)
            {
                throw new ImageException("JPEG 数据损坏: DQT 段无效");
            }

            _quantization |= 1 << index;
            segment = segment[length..];
        }
    }

    /// <summary>Takes a DHT segment in (ITU T.81, B.2.4.2).</summary>
    internal void ReadHuffman(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var (kind, index) = (segment[0] >> 4, segment[0] & 15);
            var length = 17;
            foreach (var count in segment.Slice(1, 16))
            {
                length += count;
            }

            if (kind > 1 || index > 3 || length > 17 + 256 || segment.Length < length)
            {
                throw new ImageException("JPEG 数据损坏: DHT 段无效");
            }

            _ = kind == 0 ? _dc |= 1 << index : _ac |= 1 << index;
            segment = segment[length..];
        }
    }
}

using System.Buffers.Binary;

namespace ProcVision.Imaging;

/// <summary>What the segments of a JPEG file define before and between its scans (ITU T.81, annex B). Kept from file to file for its buffers.</summary>
internal sealed class JpegFrame
{
    private readonly JpegComponent[] _all = [new(), new(), new()];
    private readonly ushort[][] _quantization = [new ushort[64], new ushort[64], new ushort[64], new ushort[64]];
    private readonly bool[] _isQuantizationDefined = new bool[4];

    /// <summary>The order in which the coefficients of a block are sent, as places in the block.</summary>
    internal static ReadOnlySpan<byte> ZigZag =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    internal int Width { get; private set; }

    internal int Height { get; private set; }

    internal bool IsProgressive { get; private set; }

    /// <summary>The largest sampling factors.</summary>
    internal int MaxAcross { get; private set; }

    internal int MaxDown { get; private set; }

    /// <summary>Minimum coded units across and down.</summary>
    internal int UnitsWide { get; private set; }

    internal int UnitsHigh { get; private set; }

    /// <summary>Coded units between restart markers, 0 without any.</summary>
    internal int RestartInterval { get; private set; }

    /// <summary>The Adobe segment's colour transform, −1 without one.</summary>
    internal int AdobeTransform { get; private set; }

    internal bool IsJfif { get; private set; }

    internal int ComponentCount { get; private set; }

    internal ReadOnlySpan<JpegComponent> Components => _all.AsSpan(0, ComponentCount);

    internal JpegHuffman[] Dc { get; } = [new(), new(), new(), new()];

    internal JpegHuffman[] Ac { get; } = [new(), new(), new(), new()];

    /// <summary>Whether the three components are red, green, blue as they are.</summary>
    internal bool IsRgb => !IsJfif && (AdobeTransform == 0 || (AdobeTransform < 0 && _all[0].Id == 'R' && _all[1].Id == 'G' && _all[2].Id == 'B'));

    internal void Forget()
    {
        (RestartInterval, AdobeTransform, IsJfif, ComponentCount) = (0, -1, false, 0);
        Array.Clear(_isQuantizationDefined);
        for (var i = 0; i < 4; i++)
        {
            Dc[i].Forget();
            Ac[i].Forget();
        }
    }

    /// <summary>Takes one segment in; those that do not matter are passed over.</summary>
    internal void Read(byte marker, ReadOnlySpan<byte> segment)
    {
        switch (marker)
        {
            case 0xC0 or 0xC1 or 0xC2:
                ReadFrame(marker, segment);
                break;
            case 0xC4:
                ReadHuffman(segment);
                break;
            case 0xDB:
                ReadQuantization(segment);
                break;
            case 0xDD:
                RestartInterval = segment.Length == 2 ? BinaryPrimitives.ReadUInt16BigEndian(segment) : throw Bad("DRI");
                break;
            case 0xE0:
                IsJfif |= segment.StartsWith("JFIF\0"u8);
                break;
            case 0xEE when segment.Length >= 12 && segment.StartsWith("Adobe"u8):
                AdobeTransform = segment[11];
                break;
        }
    }

    /// <summary>Gives a component the quantization table of this moment, once: a later definition is for others.</summary>
    internal void Latch(JpegComponent component)
    {
        if (component.HasQuantization)
        {
            return;
        }

        if (!_isQuantizationDefined[component.QuantizationIndex])
        {
            throw new ImageException($"JPEG 数据损坏: 缺少量化表 {component.QuantizationIndex}");
        }

        _quantization[component.QuantizationIndex].CopyTo(component.Quantization, 0);
        component.HasQuantization = true;
    }

    private void ReadFrame(byte marker, ReadOnlySpan<byte> segment)
    {
        IsProgressive = marker == 0xC2;
        Height = BinaryPrimitives.ReadUInt16BigEndian(segment[1..]);
        Width = BinaryPrimitives.ReadUInt16BigEndian(segment[3..]);
        ComponentCount = segment[5];
        (MaxAcross, MaxDown) = (1, 1);
        for (var i = 0; i < ComponentCount; i++)
        {
            var one = segment.Slice(6 + (3 * i), 3);
            var (across, down) = (one[1] >> 4, one[1] & 15);
            if (across is < 1 or > 4 || down is < 1 or > 4 || one[2] > 3)
            {
                throw Bad("SOF");
            }

            _all[i].Define(one[0], across, down, one[2]);
            MaxAcross = Math.Max(MaxAcross, across);
            MaxDown = Math.Max(MaxDown, down);
        }

        UnitsWide = Blocks(Width, 8 * MaxAcross);
        UnitsHigh = Blocks(Height, 8 * MaxDown);
        foreach (var component in Components)
        {
            component.Reserve(
                Blocks(Width * component.Across, MaxAcross),
                Blocks(Height * component.Down, MaxDown),
                UnitsWide * component.Across,
                UnitsHigh * component.Down,
                IsProgressive);
        }
    }

    private void ReadHuffman(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var (kind, index) = (segment[0] >> 4, segment[0] & 15);
            if (segment.Length < 17 || kind > 1 || index > 3)
            {
                throw Bad("DHT");
            }

            var total = 0;
            foreach (var count in segment.Slice(1, 16))
            {
                total += count;
            }

            if (total > 256 || segment.Length < 17 + total)
            {
                throw Bad("DHT");
            }

            var symbols = segment.Slice(17, total);
            if (kind == 0 && symbols.ContainsAnyExceptInRange((byte)0, (byte)15))
            {
                throw Bad("DHT"); // a DC symbol is a number of bits
            }

            (kind == 0 ? Dc : Ac)[index].Define(segment.Slice(1, 16), symbols);
            segment = segment[(17 + total)..];
        }
    }

    private void ReadQuantization(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var (wide, index) = (segment[0] >> 4, segment[0] & 15);
            var length = wide == 0 ? 64 : 128;
            if (wide > 1 || index > 3 || segment.Length < 1 + length)
            {
                throw Bad("DQT");
            }

            for (var i = 0; i < 64; i++)
            {
                _quantization[index][ZigZag[i]] = wide == 0 ? segment[1 + i] : BinaryPrimitives.ReadUInt16BigEndian(segment[(1 + (2 * i))..]);
            }

            _isQuantizationDefined[index] = true;
            segment = segment[(1 + length)..];
        }
    }

    private static int Blocks(int size, int per) => (size + per - 1) / per;

    private static ImageException Bad(string segment) => new($"JPEG 数据损坏: {segment} 段无效");
}

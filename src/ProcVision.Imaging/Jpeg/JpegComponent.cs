namespace ProcVision.Imaging;

/// <summary>One component (Y, Cb, Cr) of the file being decoded: its geometry, its tables, its samples.</summary>
internal sealed class JpegComponent
{
    private byte[] _plane = [];
    private short[] _coefficients = [];
    private readonly sbyte[] _known = new sbyte[64]; // down to which bit each coefficient has been sent; -1 not at all

    internal byte Id { get; private set; }

    /// <summary>Blocks per minimum coded unit, across and down.</summary>
    internal int Across { get; private set; }

    internal int Down { get; private set; }

    /// <summary>Samples that belong to the picture.</summary>
    internal int Width { get; private set; }

    internal int Height { get; private set; }

    /// <summary>Blocks that a scan of this component alone has.</summary>
    internal int BlocksWide => (Width + 7) / 8;

    internal int BlocksHigh => (Height + 7) / 8;

    /// <summary>Blocks in memory, whole coded units.</summary>
    internal int BlockStride { get; private set; }

    internal int BlockRows { get; private set; }

    internal int Stride => BlockStride * 8;

    internal int QuantizationIndex { get; private set; }

    /// <summary>The table as it was when the component's first scan began; in natural order.</summary>
    internal ushort[] Quantization { get; } = new ushort[64];

    internal bool HasQuantization { get; set; }

    /// <summary>Tables of the scan being read.</summary>
    internal JpegHuffman? Dc { get; set; }

    internal JpegHuffman? Ac { get; set; }

    /// <summary>The last DC value.</summary>
    internal int Prediction { get; set; }

    /// <summary>Whether a scan has brought the DC values: without it there is no picture.</summary>
    internal bool IsSeen => _known[0] >= 0;

    internal Span<byte> Plane => _plane.AsSpan(0, BlockStride * BlockRows * 64);

    internal void Define(byte id, int across, int down, int quantizationIndex)
    {
        (Id, Across, Down, QuantizationIndex) = (id, across, down, quantizationIndex);
        HasQuantization = false;
        Array.Fill(_known, (sbyte)-1);
    }

    /// <summary>Notes what a scan brings.</summary>
    /// <returns>False when it does not continue what earlier scans brought: DC first, each bit once, without a gap.</returns>
    internal bool Advance(int first, int last, int high, int low)
    {
        if (first > 0 && !IsSeen)
        {
            return false;
        }

        for (var k = first; k <= last; k++)
        {
            if (high == 0 ? _known[k] >= 0 : _known[k] != high)
            {
                return false;
            }

            _known[k] = (sbyte)low;
        }

        return true;
    }

    internal void Reserve(int width, int height, int blockStride, int blockRows, bool keepsCoefficients)
    {
        (Width, Height, BlockStride, BlockRows) = (width, height, blockStride, blockRows);
        var length = checked(blockStride * blockRows * 64);
        if (_plane.Length < length)
        {
            _plane = GC.AllocateUninitializedArray<byte>(length);
        }

        if (!keepsCoefficients)
        {
            return;
        }

        if (_coefficients.Length < length)
        {
            _coefficients = new short[length];
        }
        else
        {
            Array.Clear(_coefficients, 0, length);
        }
    }

    internal Span<short> Block(int column, int row) => _coefficients.AsSpan(((row * BlockStride) + column) * 64, 64);

    internal Span<byte> PlaneFrom(int column, int row) => _plane.AsSpan((row * 8 * Stride) + (column * 8));

    /// <summary>One row of samples that belong to the picture; rows outside are the nearest one.</summary>
    internal ReadOnlySpan<byte> Row(int y) => _plane.AsSpan(Math.Clamp(y, 0, Height - 1) * Stride, Width);
}

namespace ProcVision.Imaging;

/// <summary>Unpacked PNG data to pixels: passes, filters, samples.</summary>
internal sealed class PngRows
{
    private readonly byte[] _palette = new byte[256 * 3];
    private byte[] _row = [];
    private byte[] _above = [];
    private PngShape _shape;
    private ImageHeader _header;
    private int _colors;

    /// <summary>Where a pass begins and how far apart its pixels are (ISO/IEC 15948, 8.2): x, y, then the steps.</summary>
    private static ReadOnlySpan<byte> Interlaced =>
        [0, 0, 8, 8, 4, 0, 8, 8, 0, 4, 4, 8, 2, 0, 4, 4, 0, 2, 2, 4, 1, 0, 2, 2, 0, 1, 1, 2];

    private static ReadOnlySpan<byte> Plain => [0, 0, 1, 1];

    internal void Start(in PngShape shape, in ImageHeader header, ReadOnlySpan<byte> palette)
    {
        (_shape, _header, _colors) = (shape, header, palette.Length / 3);
        palette.CopyTo(_palette);
        var longest = RowLength(header.Width);
        if (_row.Length < longest)
        {
            _row = new byte[longest];
            _above = new byte[longest];
        }
    }

    internal void Read(Stream rows, Span<byte> pixels)
    {
        for (var passes = _shape.Interlace == 1 ? Interlaced : Plain; !passes.IsEmpty; passes = passes[4..])
        {
            ReadPass(rows, pixels, passes[0], passes[1], passes[2], passes[3]);
        }
    }

    private void ReadPass(Stream rows, Span<byte> pixels, int left, int top, int stepX, int stepY)
    {
        var width = (_header.Width - left + stepX - 1) / stepX;
        if (width <= 0)
        {
            return; // a pass without pixels has no rows either
        }

        var length = RowLength(width);
        Array.Clear(_above);
        for (var y = top; y < _header.Height; y += stepY)
        {
            var filter = rows.ReadByte();
            var row = _row.AsSpan(0, length);
            rows.ReadExactly(row);
            PngFilter.Undo(filter, row, _above.AsSpan(0, length), BytesPerSample());
            Place(row, pixels.Slice(y * _header.Stride, _header.Stride), left, stepX, width);
            (_row, _above) = (_above, _row);
        }
    }

    private int RowLength(int width) => ((width * _shape.Channels * _shape.BitDepth) + 7) / 8;

    private int BytesPerSample() => Math.Max(1, _shape.Channels * _shape.BitDepth / 8);

    private void Place(ReadOnlySpan<byte> row, Span<byte> pixels, int left, int step, int width)
    {
        var bytes = _shape.IsGray ? 1 : 3;
        if (step == 1 && _shape.BitDepth == 8 && _shape.Channels == bytes && _shape.ColorType != PngShape.Palette)
        {
            row.CopyTo(pixels);
            return;
        }

        for (var i = 0; i < width; i++)
        {
            var to = pixels.Slice((left + (i * step)) * bytes, bytes);
            switch (_shape.ColorType)
            {
                case PngShape.Gray:
                    to[0] = (byte)(Sample(row, i) * 255 / ((1 << _shape.BitDepth) - 1));
                    break;
                case PngShape.Palette:
                    PlaceColor(Sample(row, i), to);
                    break;
                default:
                    row.Slice(i * _shape.Channels, bytes).CopyTo(to); // the last sample, transparency, is dropped
                    break;
            }
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        var bit = index * _shape.BitDepth;
        return (row[bit >> 3] >> (8 - _shape.BitDepth - (bit & 7))) & ((1 << _shape.BitDepth) - 1);
    }

    private void PlaceColor(int color, Span<byte> to)
    {
        if (color >= _colors)
        {
            throw new ImageException($"PNG 数据损坏: 调色板没有颜色 {color}（共 {_colors} 个）");
        }

        _palette.AsSpan(color * 3, 3).CopyTo(to);
    }
}

using System.Buffers;
using ProcVision;

namespace AlgorithmExample;

/// <summary>
/// A working picture: one byte per pixel, without gaps, in a buffer borrowed from the pool. Dispose it to give the buffer back;
/// after warm-up an inspection then allocates nothing for pixels.
/// </summary>
internal readonly struct Plane(int width, int height) : IDisposable
{
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(width * height);

    public int Width { get; } = width;

    public int Height { get; } = height;

    public Span<byte> Pixels => _buffer.AsSpan(0, Width * Height);

    public Span<byte> Row(int y) => _buffer.AsSpan(y * Width, Width);

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    /// <summary>
    /// Reads <paramref name="area"/> of a picture, reduced by a whole number: each pixel is the mean of <paramref name="factor"/>²
    /// camera pixels, which also averages the noise away. Dark parts are turned into bright ones on the way,
    /// so that everything after this looks for bright parts only.
    /// </summary>
    public static Plane Read(GrayView image, Rect area, int factor, Polarity polarity)
    {
        var plane = new Plane(Math.Max(1, area.Width / factor), Math.Max(1, area.Height / factor));
        var sums = ArrayPool<int>.Shared.Rent(plane.Width);
        var columns = Math.Min(factor, area.Width);
        var rows = Math.Min(factor, area.Height);
        var flip = polarity == Polarity.Dark ? byte.MaxValue : byte.MinValue;

        for (var y = 0; y < plane.Height; y++)
        {
            Array.Clear(sums, 0, plane.Width);
            for (var dy = 0; dy < rows; dy++)
            {
                var source = image.Row(area.Y + (y * factor) + dy, area.X, area.Width);
                for (int x = 0, i = 0; x < plane.Width; x++)
                {
                    for (var dx = 0; dx < columns; dx++, i += image.Step)
                        sums[x] += source[i];
                }
            }

            var row = plane.Row(y);
            for (var x = 0; x < row.Length; x++)
                row[x] = (byte)((sums[x] / (rows * columns)) ^ flip);
        }

        ArrayPool<int>.Shared.Return(sums);
        return plane;
    }

    /// <summary>The whole number by which a length is divided so that at most <paramref name="limit"/> pixels are left of it.</summary>
    public static int ReductionFor(int length, int limit) => (length + limit - 1) / limit;
}

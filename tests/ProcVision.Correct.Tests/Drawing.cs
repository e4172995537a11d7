namespace ProcVision.Correct.Tests;

/// <summary>A picture drawn by a test: a ground of one colour, and boxes and discs on it.</summary>
internal sealed class Drawing
{
    private readonly byte[] _pixels;
    private readonly int _channels;

    private Drawing(int width, int height, int channels)
    {
        (Width, Height, _channels) = (width, height, channels);
        _pixels = new byte[width * height * channels];
    }

    public int Width { get; }

    public int Height { get; }

    private long TimestampMs { get; set; }

    public static Drawing Gray(byte ground, int width = 320, int height = 240) => new Drawing(width, height, 1).Box(0, 0, width, height, ground);

    public static Drawing Colour(byte ground, int width = 320, int height = 240) => new Drawing(width, height, 3).Box(0, 0, width, height, ground);

    public Drawing TakenAt(DateTimeOffset time)
    {
        TimestampMs = time.ToUnixTimeMilliseconds();
        return this;
    }

    public Drawing Box(int x, int y, int width, int height, params ReadOnlySpan<byte> colour)
    {
        for (var row = y; row < y + height; row++)
        {
            for (var column = x; column < x + width; column++)
                Set(column, row, colour);
        }

        return this;
    }

    public Drawing Disc(int x, int y, int radius, params ReadOnlySpan<byte> colour)
    {
        for (var row = y - radius; row <= y + radius; row++)
        {
            for (var column = x - radius; column <= x + radius; column++)
            {
                if (((column - x) * (column - x)) + ((row - y) * (row - y)) <= radius * radius)
                    Set(column, row, colour);
            }
        }

        return this;
    }

    public static implicit operator ImageBuffer(Drawing drawing) =>
        new(drawing.Width, drawing.Height, drawing._channels == 1 ? PixelFormat.Gray8 : PixelFormat.Rgb24, drawing._pixels) { TimestampMs = drawing.TimestampMs };

    private void Set(int x, int y, ReadOnlySpan<byte> colour)
    {
        for (var i = 0; i < _channels; i++)
            _pixels[(((y * Width) + x) * _channels) + i] = colour[i % colour.Length];
    }
}

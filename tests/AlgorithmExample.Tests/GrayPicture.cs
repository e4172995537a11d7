using ProcVision;
using ProcVision.Imaging;

namespace AlgorithmExample.Tests;

/// <summary>A gray picture in memory, and the variants of it that the tests inspect.</summary>
public sealed class GrayPicture(int width, int height, byte[] pixels)
{
    public int Width => width;

    public int Height => height;

    public byte[] Pixels => pixels;

    /// <summary>As a camera picture for the steps.</summary>
    public ImageBuffer Image => new(width, height, PixelFormat.Gray8, pixels);

    public GrayView View => new(pixels, width, height, width);

    public byte this[int x, int y] => pixels[(y * width) + x];

    public static GrayPicture Load(string path)
    {
        var image = ImageFile.Load(path).ToGray();
        return new GrayPicture(image.Width, image.Height, image.Pixels);
    }

    public static GrayPicture Make(int width, int height, Func<int, int, int> brightness)
    {
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                pixels[(y * width) + x] = (byte)Math.Clamp(brightness(x, y), 0, 255);
        }

        return new GrayPicture(width, height, pixels);
    }

    /// <summary>Turned by 90° clockwise.</summary>
    public GrayPicture Turned() => Make(height, width, (x, y) => this[y, height - 1 - x]);

    public GrayPicture Mirrored() => Make(width, height, (x, y) => this[width - 1 - x, y]);

    /// <summary>All brightnesses times a factor, clipped at white.</summary>
    public GrayPicture Brightened(double factor) => Make(width, height, (x, y) => (int)Math.Round(this[x, y] * factor));

    /// <summary>With Gaussian noise; the same seed gives the same picture.</summary>
    public GrayPicture Noisy(double sigma, int seed)
    {
        var random = new Random(seed);
        return Make(width, height, (x, y) =>
            (int)Math.Round(this[x, y] + (sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))));
    }

    /// <summary>Half the size, each pixel the mean of four.</summary>
    public GrayPicture Halved() => Make(width / 2, height / 2, (x, y) =>
        (this[2 * x, 2 * y] + this[(2 * x) + 1, 2 * y] + this[2 * x, (2 * y) + 1] + this[(2 * x) + 1, (2 * y) + 1] + 2) / 4);

    /// <summary>Double the size, interpolated.</summary>
    public GrayPicture Doubled() => Make(2 * width, 2 * height, (x, y) =>
    {
        int x0 = Math.Max(0, (x - 1) / 2), y0 = Math.Max(0, (y - 1) / 2), x1 = Math.Min(width - 1, x0 + 1), y1 = Math.Min(height - 1, y0 + 1);
        var right = Math.Clamp((x - 0.5) / 2 - x0, 0, 1);
        var down = Math.Clamp((y - 0.5) / 2 - y0, 0, 1);
        var above = this[x0, y0] + ((this[x1, y0] - this[x0, y0]) * right);
        var below = this[x0, y1] + ((this[x1, y1] - this[x0, y1]) * right);
        return (int)Math.Round(above + ((below - above) * down));
    });

    public GrayPicture Cropped(Rect area) => Make(area.Width, area.Height, (x, y) => this[area.X + x, area.Y + y]);

    /// <summary>Without the dark thing at a point: it and a seam around it become as bright as the bare table.</summary>
    public GrayPicture WithoutDarkAt(int x, int y, byte table)
    {
        const int Seam = 4;
        var result = (byte[])pixels.Clone();
        var seen = new HashSet<(int X, int Y)> { (x, y) };
        var next = new Queue<(int X, int Y)>(seen);
        while (next.TryDequeue(out var at))
        {
            for (var v = at.Y - Seam; v <= at.Y + Seam; v++)
                result.AsSpan((v * width) + at.X - Seam, (2 * Seam) + 1).Fill(table);
            foreach (var (u, v) in new[] { (at.X - 1, at.Y), (at.X + 1, at.Y), (at.X, at.Y - 1), (at.X, at.Y + 1) })
            {
                if (this[u, v] < table / 2 && seen.Add((u, v)))
                    next.Enqueue((u, v));
            }
        }

        return new GrayPicture(width, height, result);
    }

    /// <summary>With a copy of <paramref name="part"/>, as if it lay at another place too.</summary>
    public GrayPicture WithCopy(Rect part, int x, int y) => Make(width, height, (column, row) =>
        column >= x && column < x + part.Width && row >= y && row < y + part.Height ? this[part.X + column - x, part.Y + row - y] : this[column, row]);

    /// <summary>With a disc of one brightness.</summary>
    public GrayPicture WithDisc(int x, int y, int radius, byte brightness) => Make(width, height, (column, row) =>
        ((column - x) * (column - x)) + ((row - y) * (row - y)) <= radius * radius ? brightness : this[column, row]);

    /// <summary>With a rectangle painted over as if nothing lay there: with what its corners, on bare tray, make likely.</summary>
    public GrayPicture Covered(Rect area) => Make(width, height, (x, y) =>
    {
        if (x < area.X || x >= area.Right || y < area.Y || y >= area.Bottom)
            return this[x, y];
        int left = Math.Max(0, area.X), top = Math.Max(0, area.Y), right = Math.Min(width, area.Right) - 1, bottom = Math.Min(height, area.Bottom) - 1;
        var above = this[left, top] + ((this[right, top] - this[left, top]) * (x - left) / (right - left));
        var below = this[left, bottom] + ((this[right, bottom] - this[left, bottom]) * (x - left) / (right - left));
        return above + ((below - above) * (y - top) / (bottom - top));
    });
}

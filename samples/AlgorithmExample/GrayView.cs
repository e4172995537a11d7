using ProcVision;

namespace AlgorithmExample;

/// <summary>
/// The camera picture as this algorithm reads it: one brightness (0…255) per pixel, in place, without a copy.
/// Of a colour picture it takes the green channel: it carries most of the brightness and sits in the middle of RGB and of BGR alike.
/// </summary>
/// <param name="pixels">The first pixel row starts at index 0.</param>
/// <param name="width">Pixels in a row.</param>
/// <param name="height">Number of rows.</param>
/// <param name="stride">Bytes from one row to the next.</param>
/// <param name="channels">Bytes per pixel: 1 for gray8, 3 for rgb24 and bgr24.</param>
public readonly ref struct GrayView(ReadOnlySpan<byte> pixels, int width, int height, int stride, int channels = 1)
{
    private readonly ReadOnlySpan<byte> _pixels = pixels;
    private readonly int _stride = stride;

    /// <summary>The picture of a step, whatever its format.</summary>
    public static GrayView Of(StepImage image) =>
        new(image.Pixels, image.Width, image.Height, image.Stride, image.Format == PixelFormat.Gray8 ? 1 : 3);

    /// <summary>Pixels in a row.</summary>
    public int Width { get; } = width;

    /// <summary>Number of rows.</summary>
    public int Height { get; } = height;

    /// <summary>Bytes from one pixel of a row to the next.</summary>
    public int Step { get; } = channels;

    /// <summary>The bytes of row <paramref name="y"/> from column <paramref name="x"/> on: every <see cref="Step"/>th is a brightness.</summary>
    public ReadOnlySpan<byte> Row(int y, int x, int count)
    {
        var first = (y * _stride) + (x * Step) + (Step / 2);
        return _pixels.Slice(first, ((count - 1) * Step) + 1);
    }
}

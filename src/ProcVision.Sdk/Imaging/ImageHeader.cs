namespace ProcVision;

/// <summary>What the first bytes of an image file say: known without decoding.</summary>
/// <param name="Encoding">JPEG or PNG.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Format">What it is decoded to: <see cref="PixelFormat.Gray8"/> for a gray file, else <see cref="PixelFormat.Rgb24"/>.</param>
public readonly record struct ImageHeader(ImageEncoding Encoding, int Width, int Height, PixelFormat Format)
{
    /// <summary>Bytes from one row of decoded pixels to the next.</summary>
    public int Stride => Width * (Format == PixelFormat.Gray8 ? 1 : 3);
}

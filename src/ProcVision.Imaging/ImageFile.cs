namespace ProcVision.Imaging;

/// <summary>Loads image files, for unit tests and tools. A step gets its picture from the platform.</summary>
public static class ImageFile
{
    /// <summary>Reads and decodes a JPEG or PNG file; gray files give <see cref="PixelFormat.Gray8"/>, others <see cref="PixelFormat.Rgb24"/>.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A picture with pixels of its own, not yet dated: <see cref="ImageBuffer.TimestampMs"/> is 0.</returns>
    /// <exception cref="ImageException">The file is no picture, is damaged, or has a form that cannot be decoded rightly.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ImageBuffer Load(string path)
    {
        var file = File.ReadAllBytes(path);
        if (!ImageHeader.TryRead(file, out var header, out var reason))
        {
            throw new ImageException($"{reason}（{path}）");
        }

        var pixels = new byte[header.Height * header.Stride];
        new JpegPngDecoder().Decode(file, header, pixels);
        return new(header.Width, header.Height, header.Format, pixels);
    }
}

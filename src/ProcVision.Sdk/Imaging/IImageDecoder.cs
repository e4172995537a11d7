namespace ProcVision;

/// <summary>Turns JPEG and PNG into pixels in a buffer that is already there. Filled by <c>ProcVision.Imaging</c>.</summary>
public interface IImageDecoder
{
    /// <summary>Decodes a whole file.</summary>
    /// <param name="encoded">The file.</param>
    /// <param name="header">Size and form as the file's header gave them.</param>
    /// <param name="pixels">Where the pixels go: <c>header.Height × header.Stride</c> bytes.</param>
    /// <exception cref="ImageException">The body is broken; the buffer's content is then undefined.</exception>
    void Decode(ReadOnlySpan<byte> encoded, in ImageHeader header, Span<byte> pixels);
}

namespace ProcVision;

/// <summary>What follows from a <see cref="PixelFormat"/>.</summary>
internal static class PixelFormats
{
    /// <summary>Bytes of one pixel; 0 for <see cref="PixelFormat.None"/>.</summary>
    internal static int BytesPerPixel(this PixelFormat format) => format switch
    {
        PixelFormat.None => 0,
        PixelFormat.Gray8 => 1,
        PixelFormat.Rgb24 or PixelFormat.Bgr24 => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Known formats are Gray8, Rgb24 and Bgr24."),
    };
}

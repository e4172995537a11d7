namespace ProcVision;

/// <summary>How a pixel lies in memory. Open: further formats (gray16, Bayer) may come, so a <c>switch</c> needs a default.</summary>
public enum PixelFormat
{
    /// <summary>No picture.</summary>
    None,

    /// <summary>One byte, 0 black … 255 white.</summary>
    Gray8,

    /// <summary>Three bytes: red, green, blue.</summary>
    Rgb24,

    /// <summary>Three bytes: blue, green, red.</summary>
    Bgr24,
}

namespace ProcVision;

/// <summary>
/// The brightness of a colour: (77 R + 150 G + 29 B + 128) / 256, the weights of ITU-R BT.601 in eight bits. They sum to 256, so a gray
/// colour keeps its value exactly.
/// </summary>
internal static class Luma
{
    internal const int Red = 77;
    internal const int Green = 150;
    internal const int Blue = 29;

    /// <summary>The weights in the order in which the format's bytes lie.</summary>
    internal static (int First, int Second, int Third) WeightsOf(PixelFormat format) =>
        format == PixelFormat.Bgr24 ? (Blue, Green, Red) : (Red, Green, Blue);
}

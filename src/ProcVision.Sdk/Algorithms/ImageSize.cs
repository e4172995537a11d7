namespace ProcVision;

/// <summary>The sides a picture may have (conformance 193, 501).</summary>
internal static class ImageSize
{
    private const int Least = 100;
    private const int Most = 8000;

    /// <summary>
    /// Checks the size a call names, before anything is opened; 0×0 means that the platform does not know it (conformance 522), and only then the
    /// real size decides.
    /// </summary>
    internal static CallProblem? Check(in ImageMeta meta) => meta is { Width: 0, Height: 0 } ? null : Check(meta.Width, meta.Height);

    /// <summary>Checks the size of a picture that is there.</summary>
    internal static CallProblem? Check(int width, int height) =>
        width is >= Least and <= Most && height is >= Least and <= Most
            ? null
            : new CallProblem(ErrorCode.InvalidParams, $"图像尺寸不合理: {width}x{height}，每边应在 {Least} 到 {Most} 之间");
}

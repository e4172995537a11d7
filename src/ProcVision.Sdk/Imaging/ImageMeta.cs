namespace ProcVision;

/// <summary>The <c>image_meta</c> of a call (conformance 228, 229).</summary>
/// <param name="Width">Pixels; 0 with height 0 means unknown (conformance 522).</param>
/// <param name="Height">Pixels.</param>
/// <param name="TimestampMs">Unix milliseconds.</param>
/// <param name="CameraId">The camera's name.</param>
/// <param name="IsBgr"><c>color_space</c> is <c>BGR</c>: concerns raw arrays only (conformance 243).</param>
internal readonly record struct ImageMeta(int Width, int Height, long TimestampMs, string CameraId, bool IsBgr);

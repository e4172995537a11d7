namespace ProcVision.Imaging;

/// <summary>Entropy-coded data of a scan, or between two of its restart markers.</summary>
/// <param name="Start">Their first byte.</param>
/// <param name="End">The first byte of the marker behind them.</param>
/// <param name="IsLast">Whether the scan ends with them; otherwise the marker is a restart.</param>
internal readonly record struct JpegStretch(int Start, int End, bool IsLast);

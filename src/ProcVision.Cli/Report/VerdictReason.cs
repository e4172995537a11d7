namespace ProcVision.Cli;

/// <summary>Why a part is not good, or why nobody can say.</summary>
/// <param name="Where">The step.</param>
/// <param name="Text">The algorithm's or the Runner's own words; may be empty.</param>
/// <param name="Code">The error code; null for NG, and when none was given.</param>
/// <param name="Kind"><c>error_kind</c>; null when none was given.</param>
internal sealed record VerdictReason(string Where, string Text, string? Code, string? Kind);

namespace ProcVision.Runner;

/// <summary>What came of one step.</summary>
/// <param name="Index">Its index in the manifest.</param>
/// <param name="Name">Its name.</param>
/// <param name="PreExecute">The answer to pre; null when it was not called.</param>
/// <param name="Execute">The answer to execute; null when it was not called.</param>
/// <param name="SkippedBecause">Why execute was not called; null when it was (C38).</param>
public sealed record StepReport(int Index, string Name, CallAnswer? PreExecute, CallAnswer? Execute, string? SkippedBecause)
{
    /// <summary>Whether a call of it failed.</summary>
    public bool IsError => PreExecute is { IsOk: false } || Execute is { IsOk: false };

    /// <summary>The call that failed; null when none did.</summary>
    public CallAnswer? Failure => PreExecute is { IsOk: false } ? PreExecute : Execute is { IsOk: false } ? Execute : null;

    /// <summary>The warnings of its calls.</summary>
    public IEnumerable<string> Warnings => (PreExecute?.Warnings ?? []).Concat(Execute?.Warnings ?? []);
}

using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>How long one call of a step took.</summary>
internal readonly record struct SeriesCall(int Step, string Phase, TimeSpan Elapsed)
{
    public static IEnumerable<SeriesCall> Of(StepReport step)
    {
        if (step.PreExecute is { Attempts: > 0 } pre)
            yield return new(step.Index, "pre_execute", pre.Elapsed);
        if (step.Execute is { Attempts: > 0 } execute)
            yield return new(step.Index, "execute", execute.Elapsed);
    }
}

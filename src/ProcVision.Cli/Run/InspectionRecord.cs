using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Everything that is known about one inspection when it has ended: what the outputs tell, each in its way.</summary>
internal sealed record InspectionRecord
{
    /// <summary>When the algorithm was started, in the station's time.</summary>
    public required DateTimeOffset Time { get; init; }

    public required ManifestModel Manifest { get; init; }

    public required Picture Picture { get; init; }

    public required SessionIdentity Session { get; init; }

    /// <summary>The steps that were to run, in their order, also when nothing could be called.</summary>
    public required IReadOnlyList<PlannedStep> Steps { get; init; }

    /// <summary>The process that was called; null when it could not be started.</summary>
    public RunningAlgorithm? Algorithm { get; init; }

    /// <summary>What came of the calls; null when nothing was called.</summary>
    public DetectionReport? Detection { get; init; }

    /// <summary>Why nothing was called; null when something was.</summary>
    public AlgorithmStartException? StartFailure { get; init; }

    /// <summary>The algorithm's last lines on stderr, the oldest first.</summary>
    public IReadOnlyList<string> Log { get; init; } = [];

    /// <summary>What was assumed and what was odd, as it was said on stderr.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public DetectionOutcome Outcome => Detection?.Outcome ?? DetectionOutcome.Error;

    /// <summary>What came of a step; null when nothing was called.</summary>
    public StepReport? ReportOf(PlannedStep step) => Detection?.Steps.FirstOrDefault(report => report.Index == step.Index);
}

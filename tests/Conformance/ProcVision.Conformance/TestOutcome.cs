namespace ProcVision.Conformance;

/// <summary>How a test ended; the worst of its cases comes last, so that the greatest of several is theirs together.</summary>
internal enum TestOutcome
{
    /// <summary>No case of it ran.</summary>
    Skipped,

    /// <summary>It ran, and held.</summary>
    Passed,

    /// <summary>At least one case did not hold.</summary>
    Failed,
}

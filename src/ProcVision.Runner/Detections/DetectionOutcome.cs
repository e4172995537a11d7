namespace ProcVision.Runner;

/// <summary>How a detection ended.</summary>
public enum DetectionOutcome
{
    /// <summary>Every step ran and none was NG.</summary>
    Ok,

    /// <summary>Every step ran, and at least one was NG. Not an error (conformance 159).</summary>
    Ng,

    /// <summary>A call failed; later steps were not run.</summary>
    Error,
}

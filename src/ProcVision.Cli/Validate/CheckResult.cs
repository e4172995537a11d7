namespace ProcVision.Cli;

/// <summary>What came of a check.</summary>
internal enum CheckResult
{
    Pass,

    /// <summary>Passed, with something that deserves a look; <c>--strict</c> makes it a failure.</summary>
    Warning,

    Fail,
}

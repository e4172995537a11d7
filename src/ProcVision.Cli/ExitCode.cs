namespace ProcVision.Cli;

/// <summary>What the tool tells a script (conformance 450).</summary>
internal static class ExitCode
{
    /// <summary>The algorithm gave a verdict, OK or NG.</summary>
    public const int Success = 0;

    /// <summary>The algorithm could not be started, or a call ended with ERROR.</summary>
    public const int Error = 1;

    /// <summary>What was asked for cannot be done: nothing was called, or there is a verdict but its report could not be written.</summary>
    public const int BadInput = 2;

    /// <summary>Ctrl-C, as shells count it.</summary>
    public const int Interrupted = 130;
}

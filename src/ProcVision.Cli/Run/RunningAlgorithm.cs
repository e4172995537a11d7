using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The process of an algorithm, as far as it is worth telling afterwards.</summary>
/// <param name="ProcessId">Its process id.</param>
/// <param name="SdkVersion">What its hello said; may be empty.</param>
/// <param name="StartTime">From the start of the process to its hello.</param>
/// <param name="TellsSession">Whether it announced that what it keeps in a session can be seen.</param>
internal sealed record RunningAlgorithm(int ProcessId, string SdkVersion, TimeSpan StartTime, bool TellsSession)
{
    public static RunningAlgorithm Of(AlgorithmProcess process) =>
        new(process.Pid, process.Hello.SdkVersion, process.StartTime, process.TakesRegions || process.Hello.Capabilities.Contains(AlgorithmHello.SessionValues));
}

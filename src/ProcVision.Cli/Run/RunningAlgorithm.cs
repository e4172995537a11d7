using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The process of an algorithm, as far as it is worth telling afterwards.</summary>
/// <param name="ProcessId">Its process id.</param>
/// <param name="SdkVersion">What its hello said; may be empty.</param>
/// <param name="StartTime">From the start of the process to its hello.</param>
/// <param name="TellsSession">Whether it announced that what it keeps in a session can be seen.</param>
internal sealed record RunningAlgorithm(int ProcessId, string SdkVersion, TimeSpan StartTime, bool TellsSession)
{
    /// <summary>What there is to tell of an algorithm that has been started.</summary>
    public static RunningAlgorithm Of(SupervisedAlgorithm algorithm) => new(
        algorithm.ProcessId ?? 0,
        algorithm.Hello.SdkVersion,
        algorithm.StartTime,
        algorithm.TakesRegions || algorithm.Hello.Capabilities.Contains(AlgorithmHello.SessionValues));
}

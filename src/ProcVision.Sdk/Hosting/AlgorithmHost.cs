using ProcVision.CompilerServices;
using ProcVision.Protocol;

namespace ProcVision.Hosting;

/// <summary>The algorithm process: speaks the platform's protocol on stdin and stdout until it is asked to end (DESIGN §7).</summary>
public static class AlgorithmHost
{
    /// <summary>
    /// Runs until shutdown, SIGTERM or end of input; called by the generated <c>Main</c>, as the first thing there: from then on whatever is
    /// printed goes to stderr.
    /// </summary>
    /// <remarks>Setup, steps and hooks all run on the calling thread; Teardown does too, unless a signal arrives while the process is idle.</remarks>
    /// <param name="args">The command line; the platform's <c>-m procvision_algorithm_sdk.adapter --entry X</c> is understood (conformance 511).</param>
    /// <param name="algorithms">The generated <c>ProcVisionTable.Algorithms</c>.</param>
    /// <param name="decoder">Turns JPEG and PNG into pixels; null refuses them with 1002.</param>
    /// <returns>
    /// The process's exit code: 0 after an ordered end, 1 when the algorithm could not start, 2 when the input has lost its frame
    /// boundaries, 3 when a step or Teardown did not end in time, 70 for a fault in this Sdk.
    /// </returns>
    public static int Run(string[] args, IReadOnlyList<AlgorithmDescriptor> algorithms, IImageDecoder? decoder) =>
        Run(args, algorithms, decoder, EndLimits.OfPlatform);

    /// <summary>The same with other limits for the way out.</summary>
    internal static int Run(string[] args, IReadOnlyList<AlgorithmDescriptor> algorithms, IImageDecoder? decoder, EndLimits limits)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(algorithms);
        ProtocolChannel channel;
        try
        {
            channel = ProtocolChannel.Claim();
        }
        catch (IOException exception)
        {
            new StructuredLogger(StandardError.Open(), LogLevel.Info).Error(exception.Message);
            return (int)ExitCode.NotStarted;
        }

        var options = HostOptions.Parse(args, Environment.GetEnvironmentVariable);
        var log = new StructuredLogger(StandardError.Open(), options.Level);
        foreach (var warning in options.Warnings)
        {
            log.Warn(warning);
        }

        try
        {
            return new AlgorithmProcess(channel, options, limits, log).Run(algorithms, decoder);
        }
        catch (Exception exception)
        {
            log.Error(exception, "the host failed");
            Tell(channel, exception);
            return (int)ExitCode.Fault;
        }
    }

    private static void Tell(ProtocolChannel channel, Exception exception)
    {
        try
        {
            using var writer = new FrameWriter(TimeProvider.System);
            _ = channel.Send(writer.Error([], FrameProblem.Protocol, $"the host failed: {exception.GetType().Name}: {exception.Message}"));
        }
        catch (IOException)
        {
            // The channel itself is what failed; the reason stands on stderr.
        }
    }
}

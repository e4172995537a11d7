using System.Runtime.InteropServices;
using ProcVision.CompilerServices;
using ProcVision.Protocol;

namespace ProcVision.Hosting;

/// <summary>One algorithm process from the channel to the exit code.</summary>
internal sealed class AlgorithmProcess(ProtocolChannel channel, HostOptions options, EndLimits limits, StructuredLogger log)
{
    /// <summary>1004 of the table for <c>error</c> frames (C24, conformance 185); in a result 1004 is the GPU's memory.</summary>
    private const int EntryNotFound = 1004;

    private readonly Handshake _handshake = new();

    /// <summary>Chooses the algorithm, sets it up, says hello, and talks until the end.</summary>
    internal int Run(IReadOnlyList<AlgorithmDescriptor> algorithms, IImageDecoder? decoder)
    {
        if (AlgorithmChoice.Find(algorithms, options.Entry, out var reason) is not { } descriptor)
        {
            return RefuseToStart(EntryNotFound, reason);
        }

        try
        {
            GeneratedContract.Require(descriptor.Contract, descriptor.Name);
        }
        catch (InvalidOperationException exception)
        {
            return RefuseToStart(FrameProblem.Protocol, exception.Message);
        }

        // None of these is disposed: the lookout and the guard of the end use them until the process is gone.
        var frames = new FrameReader(channel);
        var cancellation = new CallCancellation(log);
        var turn = new ReadingTurn(frames);
        var end = new OrderedEnd(turn, cancellation, channel, limits, log);

        void OnSignal(PosixSignalContext context)
        {
            // The default would end the process before Teardown (conformance 540).
            context.Cancel = true;
            end.Request(new EndCause(context.Signal.ToString()));
        }

        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal);
        new HostWatch(channel, end).Start();
        return Run(descriptor, decoder, frames, turn, cancellation, end);
    }

    /// <summary>Setup is watched like a call: a signal, the end of input or the end of the host ends it too.</summary>
    private int Run(
        AlgorithmDescriptor descriptor, IImageDecoder? decoder, FrameReader frames, ReadingTurn turn, CallCancellation cancellation, OrderedEnd end)
    {
        var correspondence = new Correspondence(channel, _handshake, log);
        var aside = new Correspondence(channel, _handshake, log);
        var token = cancellation.Begin(null);
        if (!turn.BeginWork())
        {
            return end.Conclude();
        }

        new Lookout(turn, frames, aside, _handshake, end).Start();
        AlgorithmInstance instance;
        try
        {
            instance = new AlgorithmInstance(descriptor, AlgorithmRoot.Find(descriptor), new ImageDirectory(SharedMemoryDirectory.OfThisProcess(), decoder), log);
            instance.Setup(token);
        }
        catch (Exception exception)
        {
            turn.EndWork();
            if (turn.IsEnding)
            {
                // Whoever asked for the end does not wait for a reason any more.
                log.Warn($"Setup was interrupted: {exception.Message}");
                return end.Conclude();
            }

            return RefuseToStart((int)ErrorCode.ModelNotFound, exception is AlgorithmSetupException ? exception.Message : exception.ToString());
        }

        end.TearDownWith(instance.Teardown);
        correspondence.SayHello(turn, descriptor.ExecuteOnly);
        var executeOnly = descriptor.ExecuteOnly ? new ExecuteOnlyCalls(instance, options.Pid, log, TimeProvider.System) : null;
        var desk = new CallDesk(instance, executeOnly, turn, correspondence, cancellation, log);
        return new Conversation(turn, frames, correspondence, _handshake, desk, end).Run();
    }

    /// <summary>An <c>error</c> frame in place of hello, and the same reason on stderr, which the platform shows (conformance 185, 516).</summary>
    private int RefuseToStart(int code, string reason)
    {
        log.Error($"{code}: {reason}");
        using var writer = new FrameWriter(TimeProvider.System);
        _ = channel.Send(writer.Error([], code, reason));
        return (int)ExitCode.NotStarted;
    }
}

using System.Diagnostics;
using ProcVision.Protocol;

namespace ProcVision.Hosting;

/// <summary>
/// The way out (conformance 307, 515, 539, 540): the running step is cancelled and waited for, then Teardown, once and never beside a step,
/// then the process ends; all of it within its limits, whatever the author's code does and whether or not anybody reads the answers.
/// </summary>
/// <remarks>Teardown is for the algorithm's thread where that one comes; a thread that hangs in the pipe is not waited for.</remarks>
internal sealed class OrderedEnd(
    ReadingTurn turn, CallCancellation cancellation, ProtocolChannel channel, EndLimits limits, StructuredLogger log) : IDisposable
{
    private readonly ManualResetEvent _claimed = new(false);
    private readonly ManualResetEvent _concluded = new(false);
    private EndCause? _firstCause;
    private Action _tearDown = () => { };
    private bool _isClaimed;
    private volatile bool _isTornDown;

    private EndCause Cause => Volatile.Read(ref _firstCause) ?? EndCause.EndOfInput;

    /// <summary>What Teardown is, as soon as there is an instance whose Setup has succeeded.</summary>
    internal void TearDownWith(Action tearDown) => _tearDown = tearDown;

    /// <summary>Asks for the end from a thread that is not the algorithm's. Only the first cause counts.</summary>
    internal void Request(EndCause cause) => Begin(cause, byAlgorithmThread: false);

    /// <summary>
    /// Lets the thread that was asked to end the process answer what came together with that wish, before it asks for the end. A host that does not
    /// take these answers does not keep the end.
    /// </summary>
    internal void AfterAnswers(EndCause cause, Action answer)
    {
        // Already the cause: a signal that comes meanwhile takes the last frame from nobody.
        _ = Interlocked.CompareExchange(ref _firstCause, cause, null);

        // Not disposed: the other thread may still look at it.
        var answered = new ManualResetEvent(false);
        Start("procvision last answers", () =>
        {
            if (!answered.WaitOne(limits.Answer))
            {
                Request(cause);
            }
        });
        answer();
        _ = answered.Set();
    }

    /// <summary>The algorithm's thread asks for the end.</summary>
    /// <returns>The exit code of the process.</returns>
    internal int Conclude(EndCause cause)
    {
        Begin(cause, byAlgorithmThread: true);
        return Conclude();
    }

    /// <summary>The algorithm's thread has seen that the process ends.</summary>
    /// <returns>The exit code of the process.</returns>
    internal int Conclude()
    {
        if (!Claim())
        {
            // Another thread did not wait for this one to come out of the pipe; it ends the process.
            Thread.Sleep(Timeout.Infinite);
        }

        return LastActs();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _claimed.Dispose();
        _concluded.Dispose();
    }

    private void Begin(EndCause cause, bool byAlgorithmThread)
    {
        var began = Stopwatch.GetTimestamp();

        // Before the end is visible: from then on the algorithm's thread may be at its last acts, which depend on the cause.
        _ = Interlocked.CompareExchange(ref _firstCause, cause, null);
        if (turn.BeginEnding(byAlgorithmThread) is { } place)
        {
            Start("procvision end", () => Guard(began, place));
        }
    }

    /// <summary>The last acts are for whoever comes first.</summary>
    private bool Claim()
    {
        if (Interlocked.Exchange(ref _isClaimed, true))
        {
            return false;
        }

        _ = _claimed.Set();
        return true;
    }

    private int LastActs()
    {
        _tearDown();
        _isTornDown = true;
        var cause = Cause;
        if (cause.Answered)
        {
            using var writer = new FrameWriter(TimeProvider.System);
            _ = channel.Send(writer.Shutdown());
        }
        else if (cause == EndCause.EndOfInput)
        {
            // A host that has said all it has to say may still be reading: an answer that is on its way goes out whole.
            _ = channel.Send([]);
        }

        if (cause.Code == ExitCode.Ordered)
        {
            log.Info($"ended: {cause.Text}");
        }
        else
        {
            log.Error($"ended: {cause.Text}");
        }

        _ = _concluded.Set();
        return (int)cause.Code;
    }

    /// <summary>Ends the process by force when the author's code does not let it end.</summary>
    private void Guard(long began, ReadingTurn.Place place)
    {
        if (place == ReadingTurn.Place.Working)
        {
            Start("procvision cancel", cancellation.Cancel);
            if (!turn.WaitForIdle(limits.Step))
            {
                GiveUp(
                    $"the step was still running {limits.Step.TotalMilliseconds:0} ms after the end was asked for; ended without Teardown. "
                    + "Let the step watch step.Cancellation.");
            }
        }

        // The algorithm's thread cannot be called out of a read, nor out of sending to a host that does not read.
        if ((place == ReadingTurn.Place.Piped || !_claimed.WaitOne(limits.Answer)) && Claim())
        {
            Start("procvision teardown", () => Environment.Exit(LastActs()));
        }

        if (!_concluded.WaitOne(Left(began)))
        {
            var late = $"{limits.All.TotalMilliseconds:0} ms after the end was asked for";
            if (_isTornDown)
            {
                GiveUp($"nobody had read the last frame {late}", Cause.Code);
            }

            GiveUp($"Teardown had not returned {late}");
        }

        // What is left is the runtime's own way out, with exit handlers and other threads of the author's.
        Thread.Sleep(Left(began));
        ProcessExit.AtOnce((int)Cause.Code);
    }

    private void GiveUp(string reason, ExitCode code = ExitCode.OutOfTime)
    {
        // On a thread of their own, because whoever is stuck may be stuck in writing to stderr.
        Start("procvision last words", () =>
        {
            log.Error($"ended: {Cause.Text}; {reason}");
            ProcessExit.AtOnce((int)code);
        });
        Thread.Sleep(limits.LastWords);
        ProcessExit.AtOnce((int)code);
    }

    private TimeSpan Left(long began)
    {
        var left = limits.All - Stopwatch.GetElapsedTime(began);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static void Start(string name, Action run) => new Thread(() => run()) { IsBackground = true, Name = name }.Start();
}

using ProcVision.Protocol;

namespace ProcVision.Hosting;

/// <summary>
/// Who reads the next frame. The algorithm's thread reads a call and runs it without a hand-over (handing every call to another thread
/// costs 1.75× of a bare echo). When a call is older than a few milliseconds the lookout takes over reading; the first frame that finds the
/// algorithm's thread idle again is handed back to it together with the reading. So one thread reads at a time, and one thread runs all of
/// the author's code.
/// </summary>
internal sealed class ReadingTurn(FrameReader frames) : IDisposable
{
    /// <summary>A piece of work seen at two ticks is old: 4 to 8 ms.</summary>
    private const int TickMs = 4;

    /// <summary>After so many ticks without work the lookout sleeps until work begins: nothing polls in an idle process.</summary>
    private const int QuietTicks = 25;

    private readonly Lock _gate = new();
    private readonly AutoResetEvent _handedBack = new(false);
    private readonly AutoResetEvent _wakeLookout = new(false);
    private readonly ManualResetEvent _idle = new(false);
    private bool _working;
    private bool _idleWanted;
    private long _work;
    private bool _lookoutReads;
    private bool _lookoutSleeps;
    private volatile bool _ending;
    private FrameEvent? _handed;
    private byte[]? _held;

    /// <summary>What the algorithm's thread is at, when the end begins.</summary>
    internal enum Place
    {
        /// <summary>Blocked in a read or in sending an answer, or on its way to or from one: it cannot be called.</summary>
        Piped,

        /// <summary>In the author's code: it will see the end when it comes back.</summary>
        Working,

        /// <summary>Asking for the end itself, or waiting for the lookout to hand a frame back: it sees the end at once.</summary>
        Free,
    }

    /// <summary>The process is asked to end: no work begins any more.</summary>
    internal bool IsEnding => _ending;

    /// <summary>The algorithm's thread: the next frame, read here or handed back; null when the process ends.</summary>
    internal FrameEvent? Next()
    {
        while (true)
        {
            lock (_gate)
            {
                if (_handed is { } frame)
                {
                    // The lookout may have been quicker than this thread was with sending its last answer.
                    _handed = null;
                    return frame;
                }

                if (_ending)
                {
                    return null;
                }

                if (!_lookoutReads)
                {
                    break;
                }
            }

            _ = _handedBack.WaitOne();
        }

        return frames.Next();
    }

    /// <summary>The algorithm's thread enters the author's code; false when the process ends and nothing may begin.</summary>
    internal bool BeginWork()
    {
        bool wake;
        lock (_gate)
        {
            if (_ending)
            {
                return false;
            }

            _working = true;
            _work++;
            wake = _lookoutSleeps;
            _lookoutSleeps = false;
        }

        if (wake)
        {
            _ = _wakeLookout.Set();
        }

        return true;
    }

    /// <summary>
    /// The algorithm's thread has left the author's code and no longer needs the frame it came from. To be called before the answer is
    /// sent: whoever has the answer may send the next call.
    /// </summary>
    internal void EndWork()
    {
        byte[]? held;
        lock (_gate)
        {
            _working = false;
            held = _held;
            _held = null;
            if (_idleWanted)
            {
                _idleWanted = false;
                _ = _idle.Set();
            }
        }

        if (held is not null)
        {
            frames.Return(held);
        }
    }

    /// <summary>The lookout: waits until a piece of work is old and then has the reading; false when the process ends.</summary>
    internal bool WaitForOldWork()
    {
        long seen = -1;
        var quiet = 0;
        while (true)
        {
            bool sleep;
            lock (_gate)
            {
                if (_ending)
                {
                    return false;
                }

                if (_working && _work == seen)
                {
                    _held = frames.Hold();
                    _lookoutReads = true;
                    return true;
                }

                quiet = _work == seen ? quiet + 1 : 0;
                seen = _work;
                sleep = !_working && quiet >= QuietTicks;
                _lookoutSleeps = sleep;
            }

            _ = sleep ? _wakeLookout.WaitOne() : _wakeLookout.WaitOne(TickMs);
        }
    }

    /// <summary>
    /// The lookout has read a frame: gives it back together with the reading when the algorithm's thread is idle. False while that one
    /// works: the lookout answers.
    /// </summary>
    internal bool TryHandBack(FrameEvent frame)
    {
        lock (_gate)
        {
            if (_working || _ending)
            {
                return false;
            }

            _handed = frame;
            _lookoutReads = false;
        }

        _ = _handedBack.Set();
        return true;
    }

    /// <summary>
    /// From now on no work begins. Says where the algorithm's thread is, and wakes it if it waits; null when the end has begun already.
    /// </summary>
    /// <param name="byAlgorithmThread">The algorithm's thread asks itself.</param>
    internal Place? BeginEnding(bool byAlgorithmThread)
    {
        Place place;
        lock (_gate)
        {
            if (_ending)
            {
                return null;
            }

            _ending = true;
            place = _working ? Place.Working : byAlgorithmThread || _lookoutReads ? Place.Free : Place.Piped;
        }

        _ = _wakeLookout.Set();
        if (place == Place.Free)
        {
            _ = _handedBack.Set();
        }

        return place;
    }

    /// <summary>Waits until the algorithm's thread has left the author's code; false when it has not in time.</summary>
    internal bool WaitForIdle(TimeSpan limit)
    {
        lock (_gate)
        {
            if (!_working)
            {
                return true;
            }

            _idleWanted = true;
            _ = _idle.Reset();
        }

        return _idle.WaitOne(limit);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _handedBack.Dispose();
        _wakeLookout.Dispose();
        _idle.Dispose();
    }
}

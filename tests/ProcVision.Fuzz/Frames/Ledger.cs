namespace ProcVision.Fuzz.Frames;

/// <summary>
/// Holds the answers of a process against what was sent: one answer to every frame that is to be answered, in the order of the frames, but that one
/// running call may be overtaken (docs/protocol.md). Frames of the same request id can be told apart by nobody, so every way to read the answers is
/// followed, and one must remain. One thread notes what it sends, another what comes back.
/// </summary>
internal sealed class Ledger
{
    /// <summary>For an answer that must come; nothing is measured by it.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int None = -1;

    private readonly object _gate = new();
    private readonly List<Entry> _sent = [];

    /// <summary>Each way to read the answers: which entry is next, and which one before it is still running.</summary>
    private HashSet<(int Next, int Running)> _readings = [(0, None)];

    private string? _problem;
    private bool _isOver;
    private int _forgotten;

    /// <summary>What went wrong; null when nothing did.</summary>
    internal string? Problem
    {
        get
        {
            lock (_gate)
            {
                return _problem;
            }
        }
    }

    /// <summary>How many answers have come.</summary>
    internal long Answers { get; private set; }

    /// <summary>How many of them refused a call because another one ran.</summary>
    internal long BusyAnswers { get; private set; }

    /// <summary>Whether the last answer was one of them.</summary>
    internal bool WasBusy { get; private set; }

    /// <summary>The frames that may be the one whose answer is missing or wrong.</summary>
    internal IReadOnlyList<byte[]> Suspects
    {
        get
        {
            lock (_gate)
            {
                return [.. _readings.SelectMany(way => new[] { way.Running, way.Next }).Distinct().Order()
                    .Where(at => at >= 0 && at < _sent.Count).Select(at => _sent[at].Frame)];
            }
        }
    }

    /// <summary>A frame is about to be sent.</summary>
    internal void Expect(Expectation expectation, byte[] frame)
    {
        if (expectation.IsAnswered)
        {
            lock (_gate)
            {
                _sent.Add(new(expectation, frame));
            }
        }
    }

    /// <summary>A frame has come.</summary>
    internal void Note(Answer answer)
    {
        lock (_gate)
        {
            Answers++;
            WasBusy = answer is { Type: "error", Message: "busy" };
            BusyAnswers += WasBusy ? 1 : 0;
            if (_problem is null)
            {
                HashSet<(int, int)> readings = [.. _readings.SelectMany(way => Continue(way, answer))];
                if (readings.Count == 0)
                {
                    var expected = _readings.SelectMany(way => new[] { way.Running, way.Next }).Distinct().Where(at => at >= 0 && at < _sent.Count);
                    _problem = $"{answer} came, where the model has\n{string.Join('\n', expected.Select(at => _sent[at].Expectation).DefaultIfEmpty(Expectation.Nothing))}";
                }
                else
                {
                    _readings = readings;
                    Forget();
                }
            }

            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Something else went wrong.</summary>
    internal void Fail(string problem)
    {
        lock (_gate)
        {
            _problem ??= problem;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Nothing comes any more.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _isOver = true;
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>Waits until at most so many frames are without their answer; false when that will not be any more.</summary>
    internal bool Await(int open)
    {
        lock (_gate)
        {
            while (_problem is null && _forgotten + _sent.Count - Answers > open)
            {
                if (_isOver)
                {
                    _problem = "the output ended without the answer";
                }
                else if (!Monitor.Wait(_gate, Patience))
                {
                    _problem = $"nothing has come for {Patience.TotalSeconds} s";
                }
            }

            return _problem is null;
        }
    }

    private IEnumerable<(int Next, int Running)> Continue((int Next, int Running) way, Answer answer)
    {
        if (IsMet(way.Next, answer))
        {
            yield return way with { Next = way.Next + 1 };
        }

        if (way.Running != None && IsMet(way.Running, answer))
        {
            yield return way with { Running = None };
        }

        // The algorithm is still at the next one; what was sent behind it is answered first.
        if (way.Running == None && way.Next < _sent.Count && _sent[way.Next].Expectation.Runs && IsMet(way.Next + 1, answer))
        {
            yield return (way.Next + 2, way.Next);
        }
    }

    private bool IsMet(int entry, Answer answer) => entry < _sent.Count && _sent[entry].Expectation.IsMetBy(answer);

    /// <summary>Lets go of what is answered in every reading.</summary>
    private void Forget()
    {
        var settled = _readings.Min(way => way.Running == None ? way.Next : way.Running);
        if (settled >= 1000)
        {
            _sent.RemoveRange(0, settled);
            _forgotten += settled;
            _readings = [.. _readings.Select(way => (way.Next - settled, way.Running == None ? None : way.Running - settled))];
        }
    }

    private sealed record Entry(Expectation Expectation, byte[] Frame);
}

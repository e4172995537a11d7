using System.Diagnostics;
using System.Globalization;

namespace ProcVision.Fuzz.Frames;

/// <summary>
/// A hostile stream over a real pipe to a real process, many frames in flight: every frame is answered as docs/protocol.md says, or ends the process
/// as it says, and then the next process goes on with the stream.
/// </summary>
internal sealed class FramesCampaign : Campaign
{
    private const int Window = 64;
    private const int EndsLeftOut = 10;
    private const int FramesAfterTeardown = 20;
    private const long MostMemory = 400L * 1024 * 1024;

    private HostileStream _hostile = new(0);
    private StreamModel _stream = new();
    private ScriptedModel _model = new();
    private AlgorithmUnderFire? _process;
    private long _processes;
    private long _answers;
    private long _busy;
    private long _resident;
    private int _leftAfterTeardown;

    internal override string Name => "frames";

    internal override string? Run(long count, ulong seed)
    {
        var watch = Stopwatch.StartNew();
        _hostile = new HostileStream(seed);
        try
        {
            for (long i = 0; i < count; i++)
            {
                if (!SendOne() || (i % 1000 == 0 && !IsWithinMemory()))
                {
                    return Report(i, seed);
                }
            }

            if (!Retire())
            {
                return Report(count, seed);
            }
        }
        finally
        {
            _process?.Dispose();
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} frames in {watch.Elapsed.TotalSeconds:0.0} s to {_processes} processes: {_answers} answers ({_busy} busy), at most {_resident / (1 << 20)} MiB resident"));
        return null;
    }

    /// <summary>Sends one frame, as a host would: without waiting for the answers of those before it.</summary>
    private bool SendOne()
    {
        var process = _process ??= Start();
        var bytes = _hostile.Dice.Next(8000) switch
        {
            0 => _hostile.Untrustworthy(),
            1 => _hostile.OutOfStep(),
            _ => NextThatEndsNothing(),
        };
        var at = 0;
        foreach (var part in _stream.Add(bytes))
        {
            var expectation = ExpectationOf(part);
            if (expectation.IsLast && !process.Await(0))
            {
                return false;
            }

            process.Ledger.Expect(expectation, part.Kind == StreamPart.Of.Frame ? part.Body : bytes);
            process.Send(bytes.AsSpan(at, part.End - at));
            at = part.End;
            if (expectation.IsLast && expectation.Type != "result")
            {
                return Ends(process, expectation.Type == "shutdown" ? 0 : 2);
            }

            if (expectation.IsLast && !TearsDown(process))
            {
                return false;
            }
        }

        process.Send(bytes.AsSpan(at));
        // Seldom enough that many frames go in one write.
        return (--_leftAfterTeardown != 0 || Retire()) && (_hostile.Dice.Next(Window) != 0 || process.Await(_hostile.Dice.Next(Window)));
    }

    /// <summary>The next frame; most of those that end the algorithm are left out, since starting it again takes far longer than a frame.</summary>
    private byte[] NextThatEndsNothing()
    {
        byte[] bytes;
        do
        {
            bytes = _hostile.Next();
        }
        while (_hostile.Dice.Next(EndsLeftOut) != 0 && _model.Answer(bytes.AsMemory(4)).IsLast);

        return bytes;
    }

    private Expectation ExpectationOf(StreamPart part) => part.Kind switch
    {
        StreamPart.Of.Frame => _model.Answer(part.Body),
        StreamPart.Of.Refusal => Expectation.Unreadable,
        _ => Expectation.Unreadable with { IsLast = true },
    };

    private AlgorithmUnderFire Start()
    {
        var executeOnly = _processes++ % 2 == 1;
        _stream = new();
        _model = new() { IsExecuteOnly = executeOnly };
        return new AlgorithmUnderFire(executeOnly);
    }

    private bool TearsDown(AlgorithmUnderFire process)
    {
        var isAnswered = process.Await(0);
        _model.IsTornDown |= !process.Ledger.WasBusy;
        _leftAfterTeardown = FramesAfterTeardown;
        return isAnswered;
    }

    /// <summary>Ends the process in one of the ways there are; in the midst of a frame there is only one.</summary>
    private bool Retire()
    {
        if (_process is not { } process || !process.Await(0))
        {
            return _process is null;
        }

        if (!_stream.IsBetweenFrames)
        {
            process.Ledger.Expect(Expectation.Unreadable, []);
            process.CloseInput();
            return Ends(process, 2);
        }

        if (_hostile.Dice.Next(2) == 0)
        {
            process.CloseInput();
            return Ends(process, 0);
        }

        process.Ledger.Expect(Expectation.Shutdown, []);
        process.Send([0, 0, 0, 19, .. "{\"type\":\"shutdown\"}"u8]);
        return Ends(process, 0);
    }

    private bool Ends(AlgorithmUnderFire process, int code)
    {
        if (!process.Await(0) || !IsWithinMemory())
        {
            return false;
        }

        if (process.End() is not { } actual || actual != code)
        {
            process.Ledger.Fail($"the process was to end with {code}");
        }

        if (process.Ledger.Problem is not null)
        {
            return false;
        }

        _answers += process.Ledger.Answers;
        _busy += process.Ledger.BusyAnswers;
        _leftAfterTeardown = 0;
        process.Dispose();
        _process = null;
        return true;
    }

    private bool IsWithinMemory()
    {
        var resident = _process?.ResidentBytes ?? 0;
        _resident = Math.Max(_resident, resident);
        if (resident > MostMemory)
        {
            _process!.Ledger.Fail($"{resident} bytes are resident");
        }

        return resident <= MostMemory;
    }

    private string Report(long frames, ulong seed)
    {
        var process = _process!;
        return $"""
            {Name}, seed {seed}, after {frames} frames, to {(_model.IsExecuteOnly ? "an execute-only" : "a full")} algorithm: {process.Ledger.Problem}
            the frames it may be about, without their lengths:
            {string.Join('\n', process.Ledger.Suspects.Select(Convert.ToBase64String))}
            stderr:
            {process.Stderr}
            """;
    }
}

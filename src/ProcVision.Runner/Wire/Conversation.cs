using ProcVision.Protocol;

namespace ProcVision.Runner;

/// <summary>
/// The frames to and from one algorithm. A thread of its own reads, so that an answer, a pong and the end are seen at once whoever waits
/// for what; writes happen elsewhere, so that an algorithm that reads nothing blocks nobody.
/// </summary>
internal sealed class Conversation
{
    /// <summary>How the reason begins when something was printed on stdout.</summary>
    internal const string ForeignOutput = "stdout 上有不属于协议的内容";

    private readonly Stream _input;
    private readonly ChildOutput _output;
    private readonly Action<string> _log;
    private readonly Lock _writing = new();
    private readonly TaskCompletionSource<AlgorithmFrame> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<ConversationEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile PendingAnswer? _call;
    private volatile PendingAnswer? _ping;

    public Conversation(Stream input, Stream output, Action<string> log)
    {
        _input = input;
        _output = new(output);
        _log = log;
        new Thread(() =>
        {
            // Our end is closed here: nobody else does, and a Runner restarts many.
            using (output)
                Read();
        })
        { IsBackground = true, Name = "algorithm stdout" }.Start();
    }

    /// <summary>The first frame: <c>hello</c>, or <c>error</c> in its place.</summary>
    public Task<AlgorithmFrame> First => _first.Task;

    /// <summary>Completes, and never fails, when nothing more will come.</summary>
    public Task<ConversationEnd> Ended => _ended.Task;

    /// <summary>
    /// An <c>error</c> frame nobody had asked for, with no answer after it: today's SDK says hello before it loads the algorithm (conformance 278). One
    /// that was followed by answers is not why the process has ended since.
    /// </summary>
    public AlgorithmFrame? StrayError { get; private set; }

    /// <summary>What came in last on stdout, as text.</summary>
    public string OutputPreview => _output.Preview;

    /// <summary>From now on the answer to this call is taken; to be told before it is sent.</summary>
    public PendingAnswer ExpectAnswer(string requestId) => _call = new(requestId);

    public void ForgetAnswer() => _call = null;

    /// <summary>From now on the pong with this id is taken.</summary>
    public PendingAnswer ExpectPong(string requestId) => _ping = new(requestId);

    /// <summary>Sends a frame. Completes when it is written; that the algorithm is gone ends the conversation and is no exception.</summary>
    public async Task SendAsync(byte[] frame)
    {
        try
        {
            await Task.Run(() =>
            {
                lock (_writing)
                {
                    _input.Write(frame);
                    _input.Flush();
                }
            }).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // A dead algorithm also ends its stdout, which says more; only one that lives on without stdin gets this far.
            await Task.WhenAny(Ended, Task.Delay(TimeSpan.FromSeconds(2))).ConfigureAwait(false);
            End("算法关闭了 stdin");
        }
    }

    /// <summary>Ends the conversation for a reason seen elsewhere; the first reason counts.</summary>
    public void End(string? violation) => _ended.TrySetResult(new(violation));

    private void Read()
    {
        try
        {
            using var frames = new FrameReader(_output);
            End(ReadFrames(frames));
        }
        catch (ProtocolViolationException e)
        {
            End(e.Message);
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            End(null);
        }
        catch (Exception e)
        {
            // The end of this thread must not be the end of the Runner: whoever waits gets to know.
            End($"读取 stdout 失败: {e}");
        }
    }

    private string? ReadFrames(FrameReader frames)
    {
        while (true)
        {
            switch (frames.Next())
            {
                case FrameEvent.Frame:
                    Take(AlgorithmFrame.Parse(frames.Body));
                    break;
                case FrameEvent.Refused:
                    return frames.Problem.Message;
                case FrameEvent.Broken:
                    return $"{ForeignOutput}，请改用 stderr 或 StructuredLogger: \"{OutputPreview}\" ({frames.Reason})";
                default:
                    return null;
            }
        }
    }

    private void Take(AlgorithmFrame frame)
    {
        if (!First.IsCompleted)
        {
            if (frame.Type is not ("hello" or "error"))
                throw new ProtocolViolationException($"第一帧必须是 hello，实际是 \"{frame.Type}\"");
            _first.TrySetResult(frame);
            return;
        }

        if (frame.Type is "result" or "pong")
            StrayError = null;
        bool taken = frame.Type switch
        {
            "result" => TakenBy(_call, frame),
            // One that comes too late is no news: today's SDK answers every ping after a long call (conformance 289).
            "pong" => TakenBy(_ping, frame) || true,
            // Without an id it may be the answer of a call (conformance 305), but is none to a ping: it is why the algorithm cannot go on.
            "error" => TakenBy(_call, frame) || (frame.RequestId is not null && TakenBy(_ping, frame)) || Stray(frame),
            "shutdown" => true,
            _ => false,
        };
        if (!taken)
            _log($"忽略了一帧: type={frame.Type} request_id={frame.RequestId ?? "null"}");
    }

    private static bool TakenBy(PendingAnswer? pending, AlgorithmFrame frame) => pending is not null && pending.TryTake(frame);

    public void ForgetPong() => _ping = null;

    /// <summary>An error without an id that came while a question was open: it may not have been the answer.</summary>
    public void TakeAsStray(AlgorithmFrame error) => StrayError = error;

    private bool Stray(AlgorithmFrame frame)
    {
        StrayError = frame;
        return false;
    }
}

using System.Diagnostics;

namespace ProcVision.Runner;

/// <summary>
/// A running algorithm: started, greeted, called one step at a time, and ended with everything it has started. Whatever it does — print,
/// hang, die, flood stderr, answer nonsense — a call ends within its time and nothing is left behind after <see cref="DisposeAsync"/>.
/// </summary>
public sealed partial class AlgorithmProcess : ISupervisable
{
    private readonly ChildProcess _child;
    private readonly Conversation _conversation;
    private readonly RunnerTimings _timings;
    private readonly Action<string> _log;
    private readonly AlgorithmLog _lines;
    private readonly Lock _gate = new();
    private int _requests;
    private int _calls;
    private bool _healthy;

    private AlgorithmProcess(ChildProcess child, RunnerTimings timings, Action<string> log, AlgorithmLog lines)
    {
        _lines = lines;
        _child = child;
        _timings = timings;
        _log = log;
        _conversation = new(child.Input, child.Output, log);
        _ = EndWithProcessAsync();
    }

    /// <summary>What it said about itself.</summary>
    public AlgorithmHello Hello { get; private set; } = new("", new HashSet<string>());

    /// <summary>From the start of the process to its hello.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>The process id.</summary>
    public int Pid => _child.Pid;

    /// <summary>Whether further calls may succeed: false once it has died, was too late or broke the protocol.</summary>
    public bool IsUsable => _healthy && !_conversation.Ended.IsCompleted;

    LastWord? ISupervisable.LastWord => _conversation.StrayError is { } error
        ? new(error.Json.Text("error_code") ?? AnswerCode.Unknown, error.Json.Text("message") ?? "")
        : null;

    Task ISupervisable.Ended => _conversation.Ended;

    /// <summary>The last lines it wrote to stderr, 200 at the most (conformance 341).</summary>
    public IReadOnlyList<string> Stderr => _child.Stderr.Last();

    /// <summary>Starts an algorithm and completes its handshake (conformance 271–281).</summary>
    /// <param name="launch">What to start.</param>
    /// <param name="images">Where its pictures will be.</param>
    /// <param name="timings">How long to wait.</param>
    /// <param name="log">Gets a line for everything odd that does no harm; may be called from any thread.</param>
    /// <param name="events">Gets every line that it writes to stderr, on the thread that reads them: the algorithm waits for whoever is slow here.</param>
    /// <param name="cancellation">Gives up; the process is ended before the task completes.</param>
    /// <exception cref="AlgorithmStartException">It cannot be started, ended, said nothing in time, something else, or that it cannot run.</exception>
    public static async Task<AlgorithmProcess> StartAsync(
        AlgorithmLaunch launch,
        ImageHandover images,
        RunnerTimings timings,
        Action<string>? log = null,
        Action<AlgorithmLogEvent>? events = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(launch);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(timings);
        timings.Check();
        cancellation.ThrowIfCancellationRequested();
        var clock = Stopwatch.StartNew();
        var tell = SafeLog.Of(log);
        var lines = new AlgorithmLog(events, tell);
        var process = new AlgorithmProcess(ChildProcess.Start(launch, images.Directory, lines.Take), timings, tell, lines);
        try
        {
            await process.HandshakeAsync(clock, cancellation).ConfigureAwait(false);
            return process;
        }
        catch
        {
            await process.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Makes one pre or execute call and waits for its answer. When there is none in time the process is ended first (1005).</summary>
    /// <param name="call">The call.</param>
    /// <param name="limit">How long it may take; null for the limit of <see cref="RunnerTimings"/>.</param>
    /// <param name="cancellation">Gives up waiting; the process is then only good for <see cref="DisposeAsync"/>.</param>
    /// <exception cref="InvalidOperationException">Another call has no answer yet (conformance 303), of this process or of another one with the same region.</exception>
    /// <exception cref="ArgumentException">The parameters do not fit into a frame of 2 MiB, the region is of another session, or the limit is over already.</exception>
    /// <exception cref="ObjectDisposedException">The region was given back.</exception>
    public async Task<CallAnswer> CallAsync(StepCallRequest call, TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var time = _timings.LimitOf(call.Phase, limit);
        string id = NextId();
        var region = call.RegionFor(this);
        byte[] frame = RunnerFrames.Call(id, call, Hello.Capabilities.Contains(AlgorithmHello.Deadline) ? CallDeadline.For(time) : null, region);
        if (Interlocked.Exchange(ref _calls, 1) == 1)
            throw new InvalidOperationException("a call is still waiting for its answer");

        Lend(region);
        _lines.About(call);
        var clock = Stopwatch.StartNew();
        var pending = _conversation.ExpectAnswer(id);
        _ = _conversation.SendAsync(frame);
        var wait = await WaitAsync(pending.Frame, time, cancellation).ConfigureAwait(false);
        _conversation.ForgetAnswer();
        var answer = wait switch
        {
            WaitEnd.Answered => AnswerCheck.Check(call, (await pending.Frame.ConfigureAwait(false)).Json, id, clock.Elapsed),
            WaitEnd.TooLate => await TooLateAsync(id, call.Phase, time, clock).ConfigureAwait(false),
            _ => await BrokenAsync(id, call.Phase, clock).ConfigureAwait(false),
        };
        TakeBack();
        // Only now: a cancelled call stays open, and the process is then not asked to shut down but told to.
        Volatile.Write(ref _calls, 0);
        return answer;
    }

    /// <summary>Whether the algorithm answers a ping within the heartbeat's grace (conformance 283–286).</summary>
    public async Task<bool> PingAsync(CancellationToken cancellation = default)
    {
        string id = NextId();
        var pong = _conversation.ExpectPong(id);
        _ = _conversation.SendAsync(RunnerFrames.Ping(id));
        var wait = await WaitAsync(pong.Frame, _timings.HeartbeatGrace, cancellation).ConfigureAwait(false);
        _conversation.ForgetPong();
        return wait == WaitEnd.Answered && (await pong.Frame.ConfigureAwait(false)).Type == "pong";
    }

    private async Task HandshakeAsync(Stopwatch clock, CancellationToken cancellation)
    {
        var wait = await WaitAsync(_conversation.First, _timings.Handshake, cancellation).ConfigureAwait(false);
        StartTime = clock.Elapsed;
        if (wait == WaitEnd.TooLate)
        {
            string seen = _conversation.OutputPreview is { Length: > 0 } text ? Words.Of($"，stdout 上只有: \"{text}\"", $", on stdout only: \"{text}\"") : "";
            throw StartFailure(AnswerCode.Timeout, Words.Of($"握手超时: {(long)_timings.Handshake.TotalMilliseconds} ms 内没有 hello{seen}", $"no handshake: no hello within {(long)_timings.Handshake.TotalMilliseconds} ms{seen}"));
        }

        if (wait == WaitEnd.Broken)
        {
            string? violation = (await _conversation.Ended.ConfigureAwait(false)).Violation;
            string exit = await ExitTextAsync().ConfigureAwait(false);
            throw violation is null
                ? StartFailure(AnswerCode.Timeout, Words.Of($"握手失败: {exit}", $"no handshake: {exit}"))
                : StartFailure(AnswerCode.Unknown, Words.Of($"握手失败: {violation}", $"no handshake: {violation}"));
        }

        var first = await _conversation.First.ConfigureAwait(false);
        if (first.Type == "error")
        {
            // It ends by itself now; what it has to say on stderr is worth the wait.
            await ExitTextAsync().ConfigureAwait(false);
            throw StartFailure(first.Json.Text("error_code") ?? AnswerCode.Unknown, Words.Of($"算法无法启动: {first.Json.Text("message")}", $"the algorithm does not start: {first.Json.Text("message")}"));
        }

        Hello = AlgorithmHello.From(first);
        _healthy = true;
        await WaitAsync(_conversation.SendAsync(RunnerFrames.Hello(_timings)), _timings.Handshake, cancellation).ConfigureAwait(false);
    }

    private AlgorithmStartException StartFailure(string code, string message) =>
        new(code, message, _child.Exited.IsCompletedSuccessfully ? _child.Exited.Result : null, _child.Stderr.Last(50));

    private async Task<CallAnswer> TooLateAsync(string id, Phase phase, TimeSpan limit, Stopwatch clock)
    {
        var elapsed = clock.Elapsed;
        await DisposeAsync().ConfigureAwait(false);
        return FromRunner(id, AnswerCode.Timeout, $"{Name(phase)} 超时: {(long)limit.TotalMilliseconds} ms 内没有应答，进程已结束", elapsed);
    }

    private async Task<CallAnswer> BrokenAsync(string id, Phase phase, Stopwatch clock)
    {
        var elapsed = clock.Elapsed;
        string? violation = (await _conversation.Ended.ConfigureAwait(false)).Violation;
        // Who breaks the protocol mostly lives on: there is no exit to wait for.
        string exit = violation is null ? await ExitTextAsync().ConfigureAwait(false) : "";
        await DisposeAsync().ConfigureAwait(false);
        if (violation is not null)
            return FromRunner(id, AnswerCode.Unknown, $"{Name(phase)} 的应答无效: {violation}", elapsed);
        // Today's SDK says why in an error frame, and then ends with exit code 0 (conformance 186, 278).
        if (_conversation.StrayError is { } error)
            return FromRunner(id, error.Json.Text("error_code") ?? AnswerCode.Unknown, error.Json.Text("message") ?? exit, elapsed);
        return FromRunner(id, AnswerCode.Timeout, $"{Name(phase)} 没有应答: {exit}", elapsed);
    }

    private CallAnswer FromRunner(string id, string code, string message, TimeSpan elapsed)
    {
        _healthy = false;
        return new(ErrorFrame.Make(id, code, message), CallAnswerSource.Runner, elapsed);
    }

    private async Task<WaitEnd> WaitAsync(Task answer, TimeSpan limit, CancellationToken cancellation)
    {
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Task.WhenAny(answer, _conversation.Ended, Task.Delay(limit, timer.Token)).ConfigureAwait(false);
        await timer.CancelAsync().ConfigureAwait(false);
        // The answer counts even when the process has ended right behind it.
        if (answer.IsCompletedSuccessfully)
            return WaitEnd.Answered;
        cancellation.ThrowIfCancellationRequested();
        return _conversation.Ended.IsCompleted ? WaitEnd.Broken : WaitEnd.TooLate;
    }

    private string NextId() => $"r-{Interlocked.Increment(ref _requests)}";

    private static string Name(Phase phase) => phase == Phase.Pre ? "pre" : "execute";
}

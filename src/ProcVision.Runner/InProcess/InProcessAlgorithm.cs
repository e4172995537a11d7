using System.Diagnostics;
using System.Text;
using ProcVision.CompilerServices;
using ProcVision.Hosting;
using ProcVision.Protocol;

namespace ProcVision.Runner;

/// <summary>
/// An algorithm that is compiled into this program, called without a process between. It answers what its process would have answered, frame by frame.
/// What only a process gives it has not: a step that hangs cannot be ended, and one that brings its process down brings the Runner down.
/// </summary>
public sealed class InProcessAlgorithm : IHostedAlgorithm
{
    private readonly AlgorithmThread _thread;
    private readonly RunnerTimings _timings;
    private readonly Action<string> _log;
    private readonly AlgorithmLog _lines;
    private readonly MessageParser _parser = new();
    private readonly FrameWriter _writer = new(TimeProvider.System);
    private readonly CallCancellation _cancellation;
    private AlgorithmInstance? _instance;
    private AlgorithmInfoAnswer? _info;
    private volatile bool _isUsable = true;
    private int _requests;
    private int _calls;
    private int _disposed;

    private InProcessAlgorithm(AlgorithmDescriptor descriptor, RunnerTimings timings, Action<string> log, AlgorithmLog lines, StructuredLogger logger)
    {
        _lines = lines;
        _thread = new($"algorithm {descriptor.Name}");
        _timings = timings;
        _log = log;
        _cancellation = new(logger);
        string[] capabilities = SharedMemory.IsSupported
            ? [AlgorithmHello.Deadline, AlgorithmHello.SessionValues, AlgorithmHello.SessionState]
            : [AlgorithmHello.Deadline, AlgorithmHello.SessionValues];
        Hello = new(SdkVersion.Text, capabilities.ToHashSet(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public AlgorithmHello Hello { get; }

    /// <inheritdoc/>
    public bool TakesRegions => Hello.Capabilities.Contains(AlgorithmHello.SessionState);

    /// <summary>Whether further calls may succeed: false once a step was too late and may still be running.</summary>
    public bool IsUsable => _isUsable;

    /// <summary>Makes the algorithm and sets it up, on a thread of its own.</summary>
    /// <param name="descriptor">One of the generated <c>ProcVisionTable.Algorithms</c>.</param>
    /// <param name="images">Where its pictures will be.</param>
    /// <param name="timings">How long to wait.</param>
    /// <param name="decoder">Turns JPEG and PNG into pixels; null refuses them with 1002.</param>
    /// <param name="root">The folder of <c>manifest.json</c>; null: found as its process would find it.</param>
    /// <param name="log">Gets a line for everything odd that does no harm; may be called from any thread.</param>
    /// <param name="events">Gets every line that it logs, on the thread that logs it.</param>
    /// <param name="cancellation">Gives up waiting; a Setup that does not mind its token goes on.</param>
    /// <exception cref="AlgorithmStartException">Its Setup has failed (1003), or did not end in time (1005).</exception>
    public static async Task<InProcessAlgorithm> StartAsync(
        AlgorithmDescriptor descriptor,
        ImageHandover images,
        RunnerTimings timings,
        IImageDecoder? decoder = null,
        string? root = null,
        Action<string>? log = null,
        Action<AlgorithmLogEvent>? events = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(timings);
        timings.Check();
        var tell = SafeLog.Of(log);
        var lines = new AlgorithmLog(events, tell);
        var logger = new StructuredLogger(new LineStream(line => lines.Take(Environment.ProcessId, line)), LogLevel.Info);
        var algorithm = new InProcessAlgorithm(descriptor, timings, tell, lines, logger);
        // Cancelled on a thread of its own, and never disposed: what Setup registers for it may throw or hang, and Setup may outlive this method.
        var giveUp = new CancellationTokenSource();
        var setup = algorithm._thread.RunAsync(() =>
        {
            algorithm._instance = new(descriptor, root ?? AlgorithmRoot.Find(descriptor), new ImageDirectory(new SharedMemoryDirectory(images.Directory), decoder), logger);
            algorithm._instance.Setup(giveUp.Token);
            return true;
        });
        try
        {
            await setup.WaitAsync(timings.Handshake, cancellation).ConfigureAwait(false);
            return algorithm;
        }
        catch (AlgorithmSetupException e)
        {
            await algorithm.DisposeAsync().ConfigureAwait(false);
            throw new AlgorithmStartException(AnswerCode.ModelNotFound, e.Message, null, []);
        }
        catch (TimeoutException)
        {
            algorithm.Abandon(setup, giveUp);
            throw new AlgorithmStartException(AnswerCode.Timeout, $"Setup 超时: {(long)timings.Handshake.TotalMilliseconds} ms 内没有结束", null, []);
        }
        catch
        {
            algorithm.Abandon(setup, giveUp);
            throw;
        }
    }

    /// <summary>Nobody waits for Setup any more; whenever it ends, what it has made is torn down, and its thread ends.</summary>
    private void Abandon(Task setup, CancellationTokenSource giveUp)
    {
        _ = Task.Run(() =>
        {
            try
            {
                giveUp.Cancel();
            }
            catch (AggregateException e)
            {
                _log($"Setup 的取消回调失败: {e.InnerException?.Message}");
            }
        });
        _ = setup.ContinueWith(static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        _ = DisposeAsync().AsTask();
    }

    /// <inheritdoc/>
    public async Task<CallAnswer> CallAsync(StepCallRequest call, TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var time = _timings.LimitOf(call.Phase, limit);
        string id = NextId();
        var region = call.RegionFor(this);
        byte[] frame = RunnerFrames.Call(id, call, CallDeadline.For(time), region);
        BeginCall();
        try
        {
            region?.BeginCall();
        }
        catch
        {
            EndCall();
            throw;
        }

        _lines.About(call);
        var clock = Stopwatch.StartNew();
        var work = _thread.RunAsync(() =>
        {
            try
            {
                return Run(frame);
            }
            finally
            {
                // Only the step's own end gives these back, however late it comes; and before its answer is out, which may be followed by the next call.
                region?.EndCall();
                EndCall();
            }
        });
        try
        {
            byte[] answer = await work.WaitAsync(time, cancellation).ConfigureAwait(false);
            return AnswerCheck.Check(call, AlgorithmFrame.Parse(answer).Json, id, clock.Elapsed);
        }
        catch (TimeoutException)
        {
            GiveUp();
            string message = $"{(call.Phase == Phase.Pre ? "pre" : "execute")} 超时: {(long)time.TotalMilliseconds} ms 内没有应答；进程内的步骤无法被结束，可能仍在运行";
            return new(ErrorFrame.Make(id, AnswerCode.Timeout, message), CallAnswerSource.Runner, clock.Elapsed);
        }
        catch (OperationCanceledException)
        {
            GiveUp();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<AlgorithmInfoAnswer> InfoAsync(CancellationToken cancellation = default)
    {
        if (_info is { } known)
            return known;
        return await AskAsync(() => Body(_writer.Info("null"u8, _instance!.Dispatch.Info)), _timings.Info, cancellation).ConfigureAwait(false) is { } answer
            ? _info = AlgorithmInfoAnswer.Read(AlgorithmFrame.Parse(answer).Json)
            : new(null, "算法没有应答");
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SessionValue>> SessionValuesAsync(SessionIdentity session, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(session);
        string problem = $"{(long)_timings.SessionValues.TotalMilliseconds} ms 内没有应答";
        if (!_isUsable)
            return [];
        if (await AskAsync(() => ValuesOf(session), _timings.SessionValues, cancellation).ConfigureAwait(false) is { } answer
            && SessionAnswer.Read(AlgorithmFrame.Parse(answer).Json, out problem) is { } values)
            return values;
        _log($"没有取到会话值: {problem}");
        return [];
    }

    /// <summary>
    /// Tears the algorithm down, within the graces of a process. A step that hangs keeps its thread and its memory: the program's end is the only end it has.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
            return;
        bool wasUsable = _isUsable;
        _isUsable = false;
        CancelStep();
        var teardown = _thread.RunAsync(() =>
        {
            _instance?.Teardown();
            return true;
        });
        _thread.Dispose();
        // A step that was given up has had its time and its cancellation: it does not get that of an orderly end as well.
        var grace = wasUsable ? _timings.ShutdownGrace + _timings.TerminateGrace : _timings.TerminateGrace;
        if (await Task.WhenAny(teardown, Task.Delay(grace)).ConfigureAwait(false) != teardown)
            _log("进程内的算法没有在时限内结束，它的线程仍在运行");
    }

    private byte[] Run(byte[] frame)
    {
        var body = frame.AsSpan(FrameLimits.Header);
        if (!_parser.TryParse(body, out var message, out var problem))
            return Body(_writer.Error(problem));
        if (message.Problem.Exists)
            return Body(_writer.Refuse(message));
        var token = _cancellation.Begin(message.DeadlineMs);
        var outcome = _instance!.Call(message.ToStepRequest(), token);
        _cancellation.End();
        return Body(_writer.Result(message.RequestId, outcome));
    }

    /// <summary>Asks something beside the steps; null when there is no answer in time, and then nobody calls it again.</summary>
    private async Task<byte[]?> AskAsync(Func<byte[]> question, TimeSpan limit, CancellationToken cancellation)
    {
        if (!_isUsable)
            return null;
        BeginCall();
        var work = _thread.RunAsync(() =>
        {
            try
            {
                return question();
            }
            finally
            {
                EndCall();
            }
        });
        try
        {
            return await work.WaitAsync(limit, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            GiveUp();
            return null;
        }
        catch (OperationCanceledException)
        {
            GiveUp();
            throw;
        }
    }

    private byte[] ValuesOf(SessionIdentity session)
    {
        byte[] id = Encoding.UTF8.GetBytes(session.Id);
        return _instance!.ValuesOf(id, Encoding.UTF8.GetBytes(session.ProductCode), default, out var problem) is { } values
            ? Body(_writer.Session("null"u8, id, values))
            : Body(_writer.Failed("null"u8, CallPhase.Session, 0, (int)problem.Code, null, problem.Message));
    }

    private static byte[] Body(ReadOnlySpan<byte> frame) => frame[FrameLimits.Header..].ToArray();

    private void BeginCall()
    {
        ObjectDisposedException.ThrowIf(_disposed == 1, this);
        if (Interlocked.Exchange(ref _calls, 1) == 1)
            throw new InvalidOperationException("a call is still waiting for its answer");
    }

    private void EndCall() => Volatile.Write(ref _calls, 0);

    /// <summary>Asks the step to stop; nobody calls it again.</summary>
    private void GiveUp()
    {
        _isUsable = false;
        CancelStep();
    }

    /// <summary>What the step has registered for it may hang, and nobody but a thread of the pool must hang with it.</summary>
    private void CancelStep() => _ = Task.Run(_cancellation.Cancel);

    private string NextId() => $"r-{Interlocked.Increment(ref _requests)}";
}

using System.Diagnostics;

namespace ProcVision.Runner;

/// <summary>
/// An algorithm that is kept alive: started when it is first needed, called one call at a time, called again after a failure that may pass, with the
/// session as it was when the call began, replaced when it has died, hangs or says that it is beyond help, and given up by a breaker when that
/// happens too often. Every call ends with exactly one answer. Thread-safe: calls that meet wait for each other.
/// </summary>
public sealed partial class SupervisedAlgorithm : IHostedAlgorithm
{
    private readonly Func<CancellationToken, Task<IHostedAlgorithm>> _start;
    private readonly RunnerTimings _timings;
    private readonly SupervisionOptions _options;
    private readonly Action<string> _log;
    private readonly TimeProvider _clock;
    private readonly CrashHistory _history;
    private readonly Vitals _vitals;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private long _calls;
    private long _callLimit;

    /// <summary>Nothing is started yet: <see cref="StartAsync"/> or the first call does.</summary>
    /// <param name="name">In logs and metrics, for example <c>algorithm-example:1.0.0</c>.</param>
    /// <param name="start">Starts the algorithm; called for every restart. Fails with <see cref="AlgorithmStartException"/>.</param>
    /// <param name="timings">The limits of calls, and the heartbeat.</param>
    /// <param name="options">When it is called again, restarted and given up; null for the defaults.</param>
    /// <param name="log">Gets a line for everything an operator should know; may be called from any thread.</param>
    /// <param name="clock">The system's if null.</param>
    public SupervisedAlgorithm(
        string name,
        Func<CancellationToken, Task<IHostedAlgorithm>> start,
        RunnerTimings timings,
        SupervisionOptions? options = null,
        Action<string>? log = null,
        TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(timings);
        timings.Check();
        Name = name;
        _start = start;
        _timings = timings;
        _options = options ?? new();
        _log = SafeLog.Of(log);
        _clock = clock ?? TimeProvider.System;
        _history = new(_options, _clock);
        _vitals = new(_clock);
    }

    /// <summary>A supervised process: nothing is started yet.</summary>
    /// <param name="name">In logs and metrics, for example <c>algorithm-example:1.0.0</c>.</param>
    /// <param name="launch">What to start: a native algorithm, or a Python one.</param>
    /// <param name="images">Where its pictures will be.</param>
    /// <param name="timings">The limits of calls, and the heartbeat.</param>
    /// <param name="options">When it is called again, restarted and given up; null for the defaults.</param>
    /// <param name="log">Gets a line for everything an operator should know; may be called from any thread.</param>
    public SupervisedAlgorithm(
        string name, AlgorithmLaunch launch, ImageHandover images, RunnerTimings timings, SupervisionOptions? options = null, Action<string>? log = null)
        : this(name, static _ => throw new InvalidOperationException(), timings, options, log) =>
        _start = async cancellation => await AlgorithmProcess.StartAsync(launch, images, timings, log, Tell, cancellation).ConfigureAwait(false);

    /// <summary>
    /// Every line that its process writes to stderr, told on the thread that reads them: a handler must be quick, for the algorithm waits for it.
    /// Of an algorithm that a delegate starts, this tells nothing: there the delegate hands over who gets them.
    /// </summary>
    public event Action<AlgorithmLogEvent>? Logged;

    /// <summary>In logs and metrics.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public AlgorithmHello Hello { get; private set; } = new("", new HashSet<string>());

    /// <inheritdoc/>
    public bool TakesRegions => Hello.Capabilities.Contains(AlgorithmHello.SessionState);

    /// <summary>Whether a call has a chance: false while the breaker is open, and after <see cref="DisposeAsync"/>.</summary>
    public bool IsUsable => !_stop.IsCancellationRequested && (State != AlgorithmState.Broken || IsPauseOver);

    /// <summary>The last lines that its process, or the one before, wrote to stderr; the oldest first.</summary>
    public IReadOnlyList<string> Stderr => (_current as ISupervisable)?.Stderr ?? _lastStderr;

    /// <summary>The process that it is just now; null when there is none, and for an algorithm without a process of its own.</summary>
    public int? ProcessId => (_current as ISupervisable)?.Pid;

    /// <summary>From the start of the process, or of the one before, to its hello; zero before the first, and without a process.</summary>
    public TimeSpan StartTime { get; private set; }

    /// <summary>How it is just now.</summary>
    public AlgorithmHealth Health => _vitals.Health(
        State, !_stop.IsCancellationRequested && _current is { IsUsable: true }, _reason, _timings, _options.HeartbeatMisses, _current is ISupervisable, TimeSpan.FromTicks(Volatile.Read(ref _callLimit)));

    /// <summary>Starts it if it is not running; a failure counts for the breaker as that of a call does.</summary>
    /// <exception cref="AlgorithmStartException">It could not be started; it will be tried again with the next call.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        using var both = await EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (await EnsureAsync(both.Token).ConfigureAwait(false) is { } failure)
                throw new AlgorithmStartException(failure.ErrorCode ?? AnswerCode.Unknown, failure.Message, null, _lastStderr);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<CallAnswer> CallAsync(StepCallRequest call, TimeSpan? limit = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        var time = _timings.LimitOf(call.Phase, limit);
        using var both = await EnterAsync(cancellation).ConfigureAwait(false);
        using var activity = RunnerMetrics.Begin(Name, call);
        var clock = Stopwatch.StartNew();
        try
        {
            Interlocked.Increment(ref _calls);
            Volatile.Write(ref _callLimit, time.Ticks);
            var answer = await CallUntilItCountsAsync(call, limit, both.Token).ConfigureAwait(false);
            RunnerMetrics.End(activity, Name, call, answer, clock.Elapsed);
            return answer;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<SessionValue>> SessionValuesAsync(SessionIdentity session, CancellationToken cancellation = default)
    {
        using var both = await EnterAsync(cancellation).ConfigureAwait(false);
        try
        {
            Interlocked.Increment(ref _calls);
            if (_current is not { IsUsable: true } algorithm)
                return [];
            var values = await algorithm.SessionValuesAsync(session, both.Token).ConfigureAwait(false);
            if (!algorithm.IsUsable)
                await FailAsync("查询会话值时没有应答").ConfigureAwait(false);
            return values;
        }
        catch (OperationCanceledException)
        {
            // Its answer may still come, and would be taken for that of the next call.
            await GiveUpAsync("查询会话值被取消").ConfigureAwait(false);
            throw;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<CallAnswer> CallUntilItCountsAsync(StepCallRequest call, TimeSpan? limit, CancellationToken cancellation)
    {
        if (_options.MaxRetries > 0)
            call.Region?.Keep();
        var failures = new List<string>();
        while (true)
        {
            var (answer, isRefused) = await CallOnceAsync(call, limit, cancellation).ConfigureAwait(false);
            var after = isRefused ? AfterAnswer.Keep : RetryRule.Of(answer, failures.Count, _options.MaxRetries);
            if (after is AfterAnswer.KeepAndRestart or AfterAnswer.RestartAndRetry)
                await FailAsync($"{answer.ErrorCode} {answer.Message}").ConfigureAwait(false);
            else if (answer.Source == CallAnswerSource.Result)
                _history.Forgive();
            string? lost = after is AfterAnswer.Retry or AfterAnswer.RestartAndRetry ? Restore(call) : null;
            if (lost is null && after is AfterAnswer.Retry or AfterAnswer.RestartAndRetry)
            {
                failures.Add($"第 {failures.Count + 1} 次调用失败 ({answer.ErrorCode}): {answer.Message}");
                _log($"{Name}: {failures[^1]}，重试");
                RunnerMetrics.Retry(Name);
                continue;
            }

            return answer with { Attempts = failures.Count + (isRefused ? 0 : 1), Warnings = [.. failures, .. lost is null ? (string[])[] : [lost], .. answer.Warnings] };
        }
    }

    /// <summary>The session as it was when the call began; the reason if that cannot be had, and then nothing is called again.</summary>
    private static string? Restore(StepCallRequest call)
    {
        try
        {
            call.Region?.Restore();
            return null;
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            // No memory for it, or a step that cannot be ended (in-process) may still be writing there.
            return $"没有重试: 会话无法恢复到调用前的状态: {e.Message}";
        }
    }

    private async Task<(CallAnswer Answer, bool IsRefused)> CallOnceAsync(StepCallRequest call, TimeSpan? limit, CancellationToken cancellation)
    {
        if (await EnsureAsync(cancellation).ConfigureAwait(false) is { } failure)
            return (failure, State == AlgorithmState.Broken);
        var algorithm = _current!;
        _vitals.CallBegins();
        Become(AlgorithmState.Executing, "");
        try
        {
            var answer = await algorithm.CallAsync(call, limit, cancellation).ConfigureAwait(false);
            // Also an answer that was refused is a sign of life. First this, so that nobody sees an old one in between.
            if (algorithm.IsUsable)
                _vitals.Heard();
            _vitals.CallEnds();
            if (algorithm.IsUsable)
                Become(AlgorithmState.Running, "");
            else
                await FailAsync(answer.Message).ConfigureAwait(false);
            return (answer, false);
        }
        catch (OperationCanceledException)
        {
            // It goes on with a call that nobody waits for any more, and may still write to the session.
            _vitals.CallEnds();
            await GiveUpAsync("调用被取消").ConfigureAwait(false);
            throw;
        }
        catch
        {
            // The call was not made: the caller's mistake, and none of the algorithm's.
            _vitals.CallEnds();
            Become(AlgorithmState.Running, "");
            throw;
        }
    }

    /// <summary>Waits for the turn; a token that also fires when this is disposed.</summary>
    private async Task<CancellationTokenSource> EnterAsync(CancellationToken cancellation)
    {
        ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
        var both = CancellationTokenSource.CreateLinkedTokenSource(cancellation, _stop.Token);
        try
        {
            await _turn.WaitAsync(both.Token).ConfigureAwait(false);
            return both;
        }
        catch
        {
            both.Dispose();
            throw;
        }
    }
}

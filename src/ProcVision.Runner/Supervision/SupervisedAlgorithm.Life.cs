namespace ProcVision.Runner;

/// <content>Starting, failing, and starting again. All of it happens in the turn of a call, of the heartbeat or of a recovery.</content>
public sealed partial class SupervisedAlgorithm
{
    private readonly Lock _telling = new();
    private IHostedAlgorithm? _current;
    private IReadOnlyList<string> _lastStderr = [];
    private string _reason = "";
    private long _notBefore;
    private long _brokenSince;
    private Task? _disposing;

    /// <summary>Tells every transition once, in order, on the thread that makes it: a handler must be quick, and call nothing here; what it throws is a line for the log.</summary>
    public event Action<StateChange>? Changed;

    /// <summary>Where it is in its life.</summary>
    public AlgorithmState State { get; private set; }

    private bool IsPauseOver => _options.BreakerPause is { } pause && _clock.GetElapsedTime(Volatile.Read(ref _brokenSince)) >= pause;

    /// <summary>Closes an open breaker: somebody has looked after it. The algorithm is started at once.</summary>
    /// <exception cref="AlgorithmStartException">It still cannot be started.</exception>
    public async Task ResumeAsync(CancellationToken cancellation = default)
    {
        using (await EnterAsync(cancellation).ConfigureAwait(false))
        {
            try
            {
                _history.Clear();
                _notBefore = _clock.GetTimestamp();
                if (State == AlgorithmState.Broken)
                    Become(AlgorithmState.Waiting, "已人工恢复");
            }
            finally
            {
                _turn.Release();
            }
        }

        await StartAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Ends it in order, with everything it has started; a call that goes on ends as cancelled. Safe to repeat.</summary>
    public async ValueTask DisposeAsync()
    {
        Task disposing;
        lock (_telling)
        {
            disposing = _disposing ??= EndAsync();
        }

        await disposing.ConfigureAwait(false);
    }

    private async Task EndAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await LetGoAsync().ConfigureAwait(false);
            Become(AlgorithmState.Stopped, "已停止");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Sees to it that there is an algorithm to call. Returns the answer of a call that cannot be made, or null.</summary>
    private async Task<CallAnswer?> EnsureAsync(CancellationToken cancellation)
    {
        if (_current is { IsUsable: true })
            return null;
        if (_current is not null)
        {
            var said = (_current as ISupervisable)?.LastWord;
            await FailAsync(said is null ? "进程已结束" : $"进程已结束: {said}").ConfigureAwait(false);
            // Today's SDK greets first and says then that it cannot run: that is the answer, with its code.
            if (said is not null)
                return Refusal(said.Code, said.Message);
        }

        if (State == AlgorithmState.Broken)
        {
            if (!IsPauseOver)
                return Refusal(AnswerCode.Timeout, $"熔断器已打开，未调用算法: {_reason}");
            _history.Try();
            _notBefore = _clock.GetTimestamp();
        }

        var wait = _clock.GetElapsedTime(_clock.GetTimestamp(), _notBefore);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, _clock, cancellation).ConfigureAwait(false);
        bool isRestart = State is AlgorithmState.Waiting or AlgorithmState.Broken;
        Become(AlgorithmState.Starting, "");
        try
        {
            var algorithm = await _start(cancellation).ConfigureAwait(false);
            _current = algorithm;
            Hello = algorithm.Hello;
            StartTime = (algorithm as ISupervisable)?.StartTime ?? TimeSpan.Zero;
            _vitals.Started();
            if (isRestart)
                RunnerMetrics.Restart(Name);
            Become(AlgorithmState.Running, "");
            Watch(algorithm);
            return null;
        }
        catch (AlgorithmStartException e)
        {
            _lastStderr = e.Stderr;
            CountFailure(e.Message);
            return Refusal(e.ErrorCode, e.Message);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Become(AlgorithmState.Stopped, "启动被取消");
            throw;
        }
        catch (Exception e)
        {
            // A folder that is gone, a limit of the system: to whoever calls it is one more reason why there is no algorithm.
            CountFailure($"启动失败: {e.Message}");
            return Refusal(AnswerCode.Unknown, $"启动失败: {e.GetType().Name}: {e.Message}");
        }
    }

    /// <summary>The algorithm is of no more use: ends it, and counts that.</summary>
    private async Task FailAsync(string reason)
    {
        if (_current is null)
            return;
        await LetGoAsync().ConfigureAwait(false);
        CountFailure(reason);
    }

    /// <summary>Ends it without blame.</summary>
    private async Task GiveUpAsync(string reason)
    {
        await LetGoAsync().ConfigureAwait(false);
        Become(AlgorithmState.Stopped, reason);
    }

    private async Task LetGoAsync()
    {
        if (_current is not { } algorithm)
            return;
        await algorithm.DisposeAsync().ConfigureAwait(false);
        _lastStderr = (algorithm as ISupervisable)?.Stderr ?? [];
        _current = null;
    }

    private void CountFailure(string reason)
    {
        if (_history.Add() is { } opens)
        {
            Volatile.Write(ref _brokenSince, _clock.GetTimestamp());
            Become(AlgorithmState.Broken, $"{opens}，最后一次: {reason}");
            return;
        }

        _notBefore = _clock.GetTimestamp() + (long)(_history.Backoff.TotalSeconds * _clock.TimestampFrequency);
        Become(AlgorithmState.Waiting, reason);
    }

    private void Become(AlgorithmState state, string reason)
    {
        StateChange change;
        lock (_telling)
        {
            if (State == state)
                return;
            change = new(State, state, reason, _clock.GetUtcNow());
            State = state;
            _reason = reason;
        }

        if (change.To == AlgorithmState.Broken)
            RunnerMetrics.BreakerOpens(Name);
        else if (change.From == AlgorithmState.Broken)
            RunnerMetrics.BreakerCloses(Name);
        // Two lines for every call would hide the others; who wants them has the event.
        if (!IsOrdinary(change))
            _log($"{Name}: {change.From} → {change.To}{(reason.Length > 0 ? $": {reason}" : "")}");
        try
        {
            Changed?.Invoke(change);
        }
        catch (Exception e)
        {
            // Whoever listens must not cost a call its answer.
            _log($"{Name}: 状态事件的处理程序失败: {e}");
        }
    }

    private static bool IsOrdinary(StateChange change) =>
        change is { From: AlgorithmState.Running, To: AlgorithmState.Executing } or { From: AlgorithmState.Executing, To: AlgorithmState.Running };

    private static CallAnswer Refusal(string code, string message) => new(ErrorFrame.Make(null, code, message), CallAnswerSource.Runner, TimeSpan.Zero);
}

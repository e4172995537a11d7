namespace ProcVision.Runner;

/// <content>Its end: asked for, or noticed.</content>
public sealed partial class AlgorithmProcess
{
    /// <summary>For a stream that nobody writes to any more; only what has hidden from <see cref="ProcessTree"/> makes us wait so long.</summary>
    private static readonly TimeSpan LateReader = TimeSpan.FromSeconds(2);

    private Task? _stopping;

    /// <summary>
    /// Ends the process: a <c>shutdown</c> frame, then SIGTERM, then SIGKILL for it and all it has started, each after its grace (C46). Safe to
    /// repeat, never throws, and the process is reaped when it completes, unless not even SIGKILL ends it (a driver that hangs): then the log says so.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        Task stopping;
        lock (_gate)
        {
            stopping = _stopping ??= StopAsync();
        }

        await stopping.ConfigureAwait(false);
    }

    /// <summary>How the process ended, waiting a little for the exit code and for the last words.</summary>
    private async Task<string> ExitTextAsync()
    {
        await Task.WhenAny(_child.Exited, Task.Delay(TimeSpan.FromSeconds(1))).ConfigureAwait(false);
        if (!_child.Exited.IsCompleted && !_child.HasEnded)
            return "算法关闭了 stdout，但进程还在运行";
        int code = await _child.Exited.ConfigureAwait(false);
        await LastOutputAsync(_child.Stderr.Ended).ConfigureAwait(false);
        return code > 128 && !OperatingSystem.IsWindows() ? $"进程被信号 {code - 128} 结束" : $"进程已退出 (code={code})";
    }

    /// <summary>A grandchild may hold stdout open after the process has died; its end is then the only sign.</summary>
    private async Task EndWithProcessAsync()
    {
        await _child.Exited.ConfigureAwait(false);
        await LastOutputAsync(_conversation.Ended).ConfigureAwait(false);
        _conversation.End(null);
    }

    /// <summary>
    /// Waits for what the dead process had still written: on a loaded machine the thread that reads it may be late. Nobody but what the
    /// process has left behind can keep the stream open; that is ended, so that a late reader and a held stream are not the same.
    /// </summary>
    private async Task LastOutputAsync(Task ended)
    {
        await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(200))).ConfigureAwait(false);
        if (ended.IsCompleted)
            return;
        await KillTreeAsync().ConfigureAwait(false);
        await Task.WhenAny(ended, Task.Delay(LateReader)).ConfigureAwait(false);
    }

    /// <summary>Whatever hinders it, the steps behind it must run: a process that cannot be ended is told, and lost only once.</summary>
    private async Task KillTreeAsync()
    {
        try
        {
            await Task.Run(_child.KillTree).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _log(Words.Of($"进程 {Pid} 及其子进程未能全部结束: {e.Message}", $"process {Pid} and what it has started could not all be ended: {e.Message}"));
        }
    }

    private async Task StopAsync()
    {
        // What it says on its way out belongs to its last call only when that has no answer.
        if (Volatile.Read(ref _calls) == 0)
            _lines.About(null);
        bool isOrderly = IsUsable && Volatile.Read(ref _calls) == 0;
        _healthy = false;
        if (isOrderly)
        {
            var grace = Task.Delay(_timings.ShutdownGrace);
            await Task.WhenAny(_conversation.SendAsync(RunnerFrames.Shutdown()), grace).ConfigureAwait(false);
            _child.CloseInput();
            await Task.WhenAny(_child.Exited, grace).ConfigureAwait(false);
        }

        if (!_child.Exited.IsCompleted)
        {
            _child.Terminate();
            await Task.WhenAny(_child.Exited, Task.Delay(_timings.TerminateGrace)).ConfigureAwait(false);
        }

        // Also after an ordered end: what it has started may still be there.
        await KillTreeAsync().ConfigureAwait(false);
        if (await Task.WhenAny(_child.Exited, Task.Delay(LateReader)).ConfigureAwait(false) != _child.Exited)
        {
            // Stuck in a driver, or of another user. Nobody may wait for it, and its session stays lent for ever: it may still write there.
            _ = Interlocked.Exchange(ref _lent, null);
            _log(Words.Of(
                $"进程 {Pid} 无法结束 (SIGKILL 之后仍在)，其会话内存不再使用",
                $"process {Pid} cannot be ended (it outlived SIGKILL); its session memory is not used again"));
            return;
        }

        TakeBack();
        await Task.WhenAny(_child.Stderr.Ended, Task.Delay(LateReader)).ConfigureAwait(false);
        _child.CloseInput();
        _child.Dispose();
    }
}

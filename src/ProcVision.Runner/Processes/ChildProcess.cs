using System.ComponentModel;
using System.Diagnostics;

namespace ProcVision.Runner;

/// <summary>The operating system's side of an algorithm process: its three streams, its end, and what is left of it afterwards.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly string _launchId;
    private readonly ProcessIdentity _identity;

    private ChildProcess(Process process, string launchId, Action<int, string> stderrLine)
    {
        _process = process;
        _launchId = launchId;
        Pid = process.Id;
        _identity = ProcessIdentity.Of(Pid);
        Stderr = StderrTail.Drain(process.StandardError.BaseStream, line => stderrLine(Pid, line));
        Exited = WaitForExitAsync();
    }

    public int Pid { get; }

    /// <summary>Frames to the algorithm.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Frames from the algorithm.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    public StderrTail Stderr { get; }

    /// <summary>Completes with the exit code, 128 + signal after a signal, when the process has ended and is reaped.</summary>
    public Task<int> Exited { get; }

    /// <summary>Whether it has ended, asked of the operating system: <see cref="Exited"/> may be late on a loaded machine.</summary>
    public bool HasEnded => _process.HasExited;

    /// <param name="launch">What to start.</param>
    /// <param name="pictureDirectory">Where its pictures will be.</param>
    /// <param name="stderrLine">Gets the pid and every line it writes to stderr; must not throw.</param>
    /// <exception cref="AlgorithmStartException">There is nothing that can be started.</exception>
    public static ChildProcess Start(AlgorithmLaunch launch, string pictureDirectory, Action<int, string> stderrLine)
    {
        string launchId = Guid.NewGuid().ToString("N");
        var start = new ProcessStartInfo(launch.Executable, launch.Arguments)
        {
            WorkingDirectory = launch.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        ChildEnvironment.Apply(start, launch, pictureDirectory, launchId);
        Process? process = null;
        try
        {
            process = SpawningThread.Start(start);
            return new(process, launchId, stderrLine);
        }
        catch (Exception e) when (process is not null)
        {
            // No thread to read with, for example: what nobody listens to must not stay.
            ProcessTree.Kill(process, launchId);
            process.Dispose();
            throw new AlgorithmStartException(AnswerCode.Timeout, Words.Of($"子进程启动失败: {launch.Executable}: {e.Message}", $"cannot be started: {launch.Executable}: {e.Message}"), null, []);
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            throw new AlgorithmStartException(
                AnswerCode.Timeout, Words.Of($"子进程启动失败: {launch.Executable}: {e.Message}", $"cannot be started: {launch.Executable}: {e.Message}"), null, []);
        }
    }

    /// <summary>Asks the process to end: SIGTERM, and end of input for those who know no signals.</summary>
    public void Terminate()
    {
        // Once it is reaped its id may be somebody else's.
        _identity.Signal(UnixSignal.Terminate);
        CloseInput();
    }

    public void CloseInput()
    {
        try
        {
            Input.Close();
        }
        catch (IOException)
        {
            // The other side is gone already.
        }
    }

    /// <summary>Kills the process and what it has started; after an ordered end, what it has left behind.</summary>
    public void KillTree() => ProcessTree.Kill(_process, _launchId);

    public void Dispose() => _process.Dispose();

    private async Task<int> WaitForExitAsync()
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);
        return _process.ExitCode;
    }
}

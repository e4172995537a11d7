using System.Runtime.InteropServices;

namespace ProcVision.Runner;

/// <summary>Signals to other processes: .NET itself can only send SIGKILL. Windows has none (conformance 515); there this does nothing.</summary>
internal static partial class UnixSignal
{
    public const int Kill = 9;

    public const int Terminate = 15;

    /// <summary>Sends a signal; that the process is gone already is no error.</summary>
    public static void Send(int pid, int signal)
    {
        if (!OperatingSystem.IsWindows())
            _ = KillNative(pid, signal);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int KillNative(int pid, int signal);
}

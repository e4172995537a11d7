using System.Runtime.InteropServices;

namespace ProcVision.Hosting;

/// <summary>
/// Ends the process at once, without exit handlers: where a step or a Teardown still runs, they would pull native libraries from under it.
/// </summary>
internal static partial class ProcessExit
{
    internal static void AtOnce(int code)
    {
        if (OperatingSystem.IsWindows())
        {
            _ = TerminateProcess(GetCurrentProcess(), (uint)code);
        }
        else
        {
            _exit(code);
        }
    }

    [LibraryImport("libc")]
    private static partial void _exit(int code);

    [LibraryImport("kernel32")]
    private static partial nint GetCurrentProcess();

    [LibraryImport("kernel32")]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool TerminateProcess(nint process, uint code);
}

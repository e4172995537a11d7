using System.Globalization;

namespace ProcVision.Runner;

/// <summary>
/// Ties a Python interpreter to this Runner before it becomes the algorithm. It asks Linux for SIGKILL at the Runner's end, which is kept through exec,
/// looks whether the Runner is still there, and then is the very command of today's platform.
/// </summary>
internal static class PythonTether
{
    /// <summary>Without ctypes the algorithm runs as it does on today's platform: it ends when it next reads its input.</summary>
    private const string Code = """
        import os, sys
        try:
            import ctypes
            ctypes.CDLL(None).prctl(1, ctypes.c_ulong(9))
        except Exception:
            pass
        if os.getppid() != int(sys.argv[1]):
            os._exit(1)
        os.execv(sys.executable, [sys.executable] + sys.argv[2:])
        """;

    /// <summary>
    /// What stands in front of the interpreter's own arguments. <c>-I</c>: no module of the algorithm's folder, where the process runs, takes the place
    /// of os or ctypes; <c>-S</c>: nothing of its environment is needed before it is the algorithm.
    /// </summary>
    public static IReadOnlyList<string> Arguments => ["-I", "-S", "-c", Code, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)];
}

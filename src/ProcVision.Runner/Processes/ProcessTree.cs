using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ProcVision.Runner;

/// <summary>
/// Ends a process and everything it has started. On Linux also what has outlived its parent or left its session: those are known by the
/// launch mark in their environment. Elsewhere the operating system's own notion of descendants has to do.
/// </summary>
internal static class ProcessTree
{
    /// <summary>A process that forks while it is hunted is found in the next round; nobody forks faster for so long.</summary>
    private const int Rounds = 20;

    /// <summary>Kills the tree. The processes are dying when this returns; the root is reaped by whoever waits for it.</summary>
    /// <param name="root">The process that was started; may have ended already.</param>
    /// <param name="launchId">The value of <see cref="ChildEnvironment.LaunchMark"/> it was started with.</param>
    public static void Kill(Process root, string launchId)
    {
        try
        {
            if (!root.HasExited)
                root.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
        {
            // It, or one of its children, ended by itself in between.
        }

        if (OperatingSystem.IsLinux())
            KillMarked(launchId);
    }

    private static void KillMarked(string launchId)
    {
        byte[] mark = Encoding.UTF8.GetBytes($"{ChildEnvironment.LaunchMark}={launchId}\0");
        for (int round = 0; round < Rounds; round++)
        {
            bool found = false;
            foreach (var process in Marked(mark))
            {
                found = true;
                process.Signal(UnixSignal.Kill);
            }

            if (!found)
                return;
            // A killed process keeps its environment until it is really gone.
            Thread.Sleep(5);
        }
    }

    private static IEnumerable<ProcessIdentity> Marked(byte[] mark)
    {
        foreach (string directory in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out int pid)
                && pid != Environment.ProcessId)
            {
                // First who it is, then whose it is: the signal then cannot go to one that got the id in between.
                var process = ProcessIdentity.Of(pid);
                if (EnvironmentOf(directory).AsSpan().IndexOf(mark) >= 0)
                    yield return process;
            }
        }
    }

    private static byte[] EnvironmentOf(string directory)
    {
        try
        {
            return File.ReadAllBytes(directory + "/environ");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's process, or one that has just ended: not ours.
            return [];
        }
    }
}

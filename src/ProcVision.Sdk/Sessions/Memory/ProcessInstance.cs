using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ProcVision;

/// <summary>One process, told from any later one with the same id by the time it started.</summary>
/// <param name="Id">The process id.</param>
/// <param name="StartTime">Linux: clock ticks after boot; 0: unknown.</param>
internal readonly record struct ProcessInstance(int Id, ulong StartTime)
{
    /// <summary>Words of <c>/proc/N/stat</c> behind the program's name, which may itself have spaces and brackets: the state, and field 22.</summary>
    private const int State = 0;
    private const int Started = 19;

    /// <summary>This process.</summary>
    internal static ProcessInstance Current { get; } = new(Environment.ProcessId, ProcessStart.OwnTicks);

    /// <summary>The process that has this id now.</summary>
    internal static ProcessInstance Of(int id) => new(id, StartOf(id) ?? 0);

    /// <summary>Whether it still runs; true also where that cannot be found out.</summary>
    internal bool IsAlive
    {
        get
        {
            try
            {
                return StartOf(Id) is { } start && (start == StartTime || start == 0 || StartTime == 0);
            }
            catch (Exception e) when (e is UnauthorizedAccessException or Win32Exception or FormatException)
            {
                return true;
            }
        }
    }

    /// <summary>When the process of this id started, 0 if that is not said; null when there is none, or what is left of it only waits to be reaped.</summary>
    private static ulong? StartOf(int id)
    {
        if (OperatingSystem.IsLinux())
        {
            return LinuxStartOf(id);
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited ? null : 0;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    private static ulong? LinuxStartOf(int id)
    {
        string stat;
        try
        {
            stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Directory.Exists("/proc/self") ? null : 0;
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's, where the system shows only one's own (hidepid): it is there, and that is all there is to know.
            return 0;
        }
        catch (IOException)
        {
            // It ended while its file was being read.
            return null;
        }

        var words = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length <= Started ? 0
            : words[State] is "Z" or "X" ? null
            : ulong.Parse(words[Started], CultureInfo.InvariantCulture);
    }
}

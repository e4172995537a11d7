using System.Globalization;
using System.Runtime.Versioning;

namespace ProcVision;

/// <summary>When this process started: with its id it names a process for good, because ids come again.</summary>
internal static class ProcessStart
{
    /// <summary>Clock ticks after boot, as field 22 of <c>/proc/self/stat</c>; 0 where nobody says.</summary>
    internal static ulong OwnTicks { get; } = OperatingSystem.IsLinux() ? Read("/proc/self/stat") : 0;

    [SupportedOSPlatform("linux")]
    private static ulong Read(string path)
    {
        try
        {
            // The second field is the program's name in parentheses, which may have spaces and parentheses of its own.
            var stat = File.ReadAllText(path);
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return ulong.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException or IndexOutOfRangeException)
        {
            return 0;
        }
    }
}

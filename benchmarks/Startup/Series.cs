using System.Diagnostics;
using System.Globalization;

namespace Startup;

/// <summary>Starts one command again and again and notes when its first byte came and how much memory it had used by then.</summary>
internal sealed class Series(string executable, string[] arguments, bool staysAlive)
{
    private readonly List<double> _milliseconds = [];

    internal double MedianMs => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    internal double MaxMs => _milliseconds.Max();

    /// <summary>The largest <c>VmHWM</c> seen after the first byte; 0 for a command that may have ended by then.</summary>
    internal long PeakKiB { get; private set; }

    internal void Measure(bool count)
    {
        var start = new ProcessStartInfo(executable)
        {
            WorkingDirectory = Path.GetDirectoryName(executable)!,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var first = process.StandardOutput.BaseStream.ReadByte();
        var elapsed = Stopwatch.GetElapsedTime(began);
        if (first < 0)
        {
            throw new InvalidOperationException($"{executable} ended without a byte on stdout: {process.StandardError.ReadToEnd()}");
        }

        if (count)
        {
            _milliseconds.Add(elapsed.TotalMilliseconds);
            PeakKiB = staysAlive ? Math.Max(PeakKiB, PeakOf(process.Id)) : 0;
        }

        process.StandardInput.Close();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }

    private static long PeakOf(int pid)
    {
        foreach (var line in File.ReadLines($"/proc/{pid}/status"))
        {
            if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
            {
                return long.Parse(line["VmHWM:".Length..^" kB".Length], CultureInfo.InvariantCulture);
            }
        }

        return 0;
    }
}

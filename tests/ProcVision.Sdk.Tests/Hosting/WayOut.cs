using System.Globalization;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>How a host that still lives asks a process to end.</summary>
public enum WayOut
{
    Terminate,
    Interrupt,
    HangUp,
    EndOfInput,
    Shutdown,
    Stop,
}

internal static class WaysOut
{
    internal static void AskToEnd(this HostedAlgorithm algorithm, WayOut way)
    {
        Assert.SkipWhen(
            (way == WayOut.HangUp && IsIgnored(1)) || (way == WayOut.Interrupt && IsIgnored(2)),
            "the signal is ignored, as under nohup or in a background job, and children inherit that");
        switch (way)
        {
            case WayOut.Terminate:
                algorithm.Signal(15);
                break;
            case WayOut.Interrupt:
                algorithm.Signal(2);
                break;
            case WayOut.HangUp:
                algorithm.Signal(1);
                break;
            case WayOut.EndOfInput:
                algorithm.CloseInput();
                break;
            case WayOut.Shutdown:
                algorithm.Send("""{"type":"shutdown"}""");
                break;
            default:
                algorithm.Send("""{"type":"stop"}""");
                break;
        }
    }

    private static bool IsIgnored(int signal)
    {
        var ignored = OperatingSystem.IsLinux() ? File.ReadLines("/proc/self/status").Single(line => line.StartsWith("SigIgn:", StringComparison.Ordinal))[7..] : "0";
        return (ulong.Parse(ignored.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> (signal - 1) & 1) != 0;
    }

    /// <summary>Reads to the end of output: the last frame where the way has one, and nothing behind it.</summary>
    internal static void ReadsLastFrame(this HostedAlgorithm algorithm, WayOut way)
    {
        if (way is WayOut.Shutdown or WayOut.Stop)
        {
            var last = algorithm.Read();
            Assert.Equal(("shutdown", "OK"), (last.Text("type"), last.Text("status")));
            Assert.True(last.TryGetProperty("timestamp_ms", out _));
        }

        Assert.True(algorithm.OutputEnds());
    }
}

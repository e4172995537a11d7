using System.Diagnostics;
using System.Globalization;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>Nothing the algorithm prints can touch a frame (conformance 259, 317, 320, 513).</summary>
public class StandardStreamsTests
{
    [Fact]
    public void What_managed_and_native_code_and_children_print_goes_to_stderr_and_stdin_is_empty_for_them()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("print");
        algorithm.Send("""{"type":"ping","request_id":"for the host, not for the child"}""");

        var frames = new[] { algorithm.Read(), algorithm.Read() }.OrderBy(frame => frame.Text("type"), StringComparer.Ordinal).ToArray();
        frames[0].IsPong("for the host, not for the child");
        frames[1].IsResult("print");
        Assert.Equal(-1, frames[1].Data("debug").GetProperty("stdin").GetInt32());
        algorithm.CloseInput();
        Assert.True(algorithm.OutputEnds());
        Assert.Equal(0, algorithm.WaitForExit());
        foreach (var printed in (string[])["printed by Console", "printed by native code", "printed by a child"])
        {
            Assert.Contains(printed, algorithm.Stderr, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_child_that_outlives_the_process_does_not_keep_its_pipes_open()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("leave a child");
        var child = algorithm.Read().Data("debug").GetProperty("child").GetInt32();
        try
        {
            algorithm.Send("""{"type":"shutdown"}""");
            Assert.Equal("shutdown", algorithm.Read().Text("type"));

            // stdout ends although the child lives; only stderr is shared with it.
            Assert.True(algorithm.OutputEnds());
            using var process = Process.GetProcessById(child);
            Assert.False(process.HasExited);
        }
        finally
        {
            using var process = Process.GetProcessById(child);
            process.Kill();
            Assert.True(process.WaitForExit(10_000), child.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Theory] // otherwise one of the runtime's own files would be taken for the host
    [InlineData("<&-", "standard input is closed")]
    [InlineData(">&- </dev/null", "standard output is closed")]
    public void Without_a_standard_stream_the_process_says_so_and_ends(string redirection, string reason)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec \"$0\" {redirection}", HostedAlgorithm.Executable])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        Assert.Contains(reason, process.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.True(process.WaitForExit(30_000));
        Assert.Equal(1, process.ExitCode);
    }
}

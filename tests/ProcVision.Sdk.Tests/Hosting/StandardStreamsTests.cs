using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>Nothing the algorithm prints can touch a frame (conformance 259, 317, 320, 513).</summary>
public class StandardStreamsTests
{
    [Theory, Conformance(182, 259, 316, 317, 318, 320)]
    [InlineData("0")]
    [InlineData("1")]
    public void What_managed_and_native_code_and_children_print_goes_to_stderr_and_stdin_is_empty_for_them(string strict)
    {
        // Nothing printed can do harm, so strict mode has nothing to refuse (conformance 318).
        using var algorithm = HostedAlgorithm.Ready(("PROC_STRICT_STDIO", strict));
        algorithm.Call("print");
        algorithm.Send("""{"type":"ping","request_id":"for the host, not for the child"}""");

        var frames = new[] { algorithm.Read(), algorithm.Read() }.OrderBy(frame => frame.Text("type"), StringComparer.Ordinal).ToArray();
        frames[0].IsPong("for the host, not for the child");
        frames[1].IsResult("print");
        Assert.Equal(-1, frames[1].Data("debug").GetProperty("stdin").GetInt32());
        algorithm.CloseInput();
        Assert.True(algorithm.OutputEnds());
        Assert.Equal(0, algorithm.WaitForExit());
        foreach (var printed in (string[])["printed by Console", "printed by native code", "printed by the C library", "printed by a child"])
        {
            Assert.Contains(printed, algorithm.Stderr, StringComparison.Ordinal);
        }
    }

    [Fact, Conformance(259, 317, 320)]
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
            Assert.True(process.WaitForExit(60_000), child.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Theory, Conformance(516)] // otherwise one of the runtime's own files would be taken for the host
    [InlineData("<&-", "standard input is closed")]
    [InlineData(">&- </dev/null", "standard output is closed")]
    [InlineData("<&- >&- 2>&-", "")]
    public void Without_a_standard_stream_the_process_says_so_and_ends(string redirection, string reason)
    {
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"exec \"$0\" {redirection}", HostedAlgorithm.Executable])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

        Assert.Contains(reason, process.StandardError.ReadToEnd(), StringComparison.Ordinal);
        Assert.True(process.WaitForExit(60_000));
        Assert.Equal(1, process.ExitCode);
    }

    [Fact, Conformance(259)] // otherwise log lines would go into one of the runtime's own files
    public void Without_stderr_calls_are_answered_and_the_end_is_in_order()
    {
        using var algorithm = HostedAlgorithm.ReadyWith("2>&-");
        algorithm.Call("log much");
        algorithm.Read().IsResult("log much");
        algorithm.Call("print much");
        algorithm.Read().IsResult("print much");
        algorithm.Send("""{"type":"shutdown"}""");

        Assert.Equal("shutdown", algorithm.Read().Text("type"));
        Assert.Equal(0, algorithm.WaitForExit());
    }

    [Theory, Conformance(547)] // one that does not read stderr may not stop the line
    [InlineData("shutdown")]
    [InlineData("signal")]
    [InlineData("end of input")]
    public void A_host_that_does_not_read_stderr_keeps_neither_a_call_nor_the_end(string how)
    {
        using var algorithm = HostedAlgorithm.ReadyWithStderrUnread();
        algorithm.Call("log much");
        algorithm.Read().IsResult("log much");
        switch (how)
        {
            case "shutdown":
                algorithm.Send("""{"type":"shutdown"}""");
                Assert.Equal("shutdown", algorithm.Read().Text("type"));
                break;
            case "signal":
                algorithm.Signal(15);
                break;
            default:
                algorithm.CloseInput();
                break;
        }

        Assert.True(algorithm.OutputEnds());
        algorithm.ReadStderr();
        Assert.Equal(0, algorithm.WaitForExit());
    }

    [Fact, Conformance(547)]
    public void Who_reads_stderr_again_is_told_how_many_lines_were_dropped_and_gets_whole_lines()
    {
        using var algorithm = HostedAlgorithm.ReadyWithStderrUnread();
        algorithm.Call("log much");
        algorithm.Read().IsResult("log much");
        algorithm.ReadStderr();
        for (var i = 0; i < 30; i++)
        {
            // There is room in the pipe for sure then.
            algorithm.WaitForLine("xxx");
        }

        algorithm.Send("""{"type":"shutdown"}""");

        Assert.Equal(0, algorithm.WaitForExit());
        var lines = algorithm.Stderr.Split('\n').Where(line => line.Length > 0).ToArray();
        Assert.Contains(lines, line => line.Contains("dropped_lines", StringComparison.Ordinal));
        var whole = lines.Count(line => line.EndsWith("\"}", StringComparison.Ordinal) || line.EndsWith('}'));
        Assert.InRange(lines.Length - whole, 0, 1);
    }

    [Fact, Conformance(515, 547)] // what the author prints is not ours to drop, but it may not keep the process
    public void A_step_that_is_stuck_printing_to_a_stderr_nobody_reads_does_not_keep_the_process()
    {
        using var algorithm = HostedAlgorithm.ReadyWithStderrUnread(("TEST_LIMITS", "1500 150 1900 80"));
        algorithm.Call("print much");
        algorithm.Send("""{"type":"ping","request_id":"p"}""");
        algorithm.Read().IsPong("p");
        algorithm.WaitForStderr();
        algorithm.Signal(15);

        Assert.True(algorithm.OutputEnds());
        algorithm.ReadStderr();
        Assert.Equal(3, algorithm.WaitForExit());
    }

    [Fact] // a directory opens, and fails at the first read
    public void Standard_input_that_cannot_be_read_ends_the_process_after_Teardown_with_the_reason()
    {
        using var algorithm = HostedAlgorithm.StartWith("sh", "</");

        Assert.Equal(70, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown");
        Assert.Contains("reading standard input failed", algorithm.Stderr, StringComparison.Ordinal);
    }

    [Fact] // some hosts give sockets; a host that dies with unread frames resets them
    public void A_host_that_is_gone_from_its_socket_is_an_ordered_end()
    {
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        using var algorithm = HostedAlgorithm.StartWith("bash", $"<>/dev/tcp/127.0.0.1/{port} >&0");
        using (var host = listener.Accept())
        {
            // Its hello lies in the socket, unread: closing resets the connection.
            Assert.True(host.Poll(30_000_000, SelectMode.SelectRead));
        }

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown");
    }
}

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>A host that is killed: standard input ends and nobody reads standard output, both at once and at any moment.</summary>
public class HostKilledTests
{
    private const string Hello = """{"type":"hello"}""";

    /// <summary>The process has said hello and has nothing more to write, which would show it that nobody reads.</summary>
    private const string WaitForHello = "head -c 5 <&4 >/dev/null";

    [Fact, Conformance(308, "C46")]
    public void While_idle_the_process_ends_with_Teardown()
    {
        using var host = new ShellHost([Hello], WaitForHello);
        host.WaitFor("the host is ready");

        EndsInOrder(host.Kill());
    }

    [Fact, Conformance(308, 539, "C46")]
    public void During_a_step_the_step_is_cancelled_and_the_process_ends_with_Teardown()
    {
        using var host = new ShellHost([Hello, HostedAlgorithm.CallFrame("wait", 60_000, "long")], ":");
        host.WaitFor("the host is ready", "step 1 starts");

        var lines = host.Kill();

        EndsInOrder(lines);
        Assert.Contains(lines, line => line.Contains("step was cancelled", StringComparison.Ordinal));
    }

    [Fact, Conformance(308, 539, "C46")]
    public void During_a_step_that_does_not_stop_the_process_ends_without_Teardown()
    {
        using var host = new ShellHost([Hello, HostedAlgorithm.CallFrame("sleep", 60_000, "long")], ":", HostedAlgorithm.ShortLimits);
        host.WaitFor("the host is ready", "step 1 starts");

        var lines = host.Kill();

        Assert.Contains(lines, line => line.Contains("still running", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains("teardown", StringComparison.Ordinal));
    }

    [Fact, Conformance(308, "C46")]
    public void During_a_Setup_the_process_ends_although_frames_stand_before_the_end_of_input()
    {
        using var host = new ShellHost([Hello, HostedAlgorithm.CallFrame("ok", 0, "early")], ":", ("TEST_SETUP", "wait"));
        host.WaitFor("the host is ready", "note: setup");

        Assert.Contains(host.Kill(), line => line.Contains("Setup was interrupted", StringComparison.Ordinal));
    }

    [Fact, Conformance(308, "C46")]
    public void While_an_answer_is_sent_that_does_not_fit_into_the_pipe_the_process_ends_with_Teardown()
    {
        using var host = new ShellHost([Hello, HostedAlgorithm.CallFrame("answer much", 0, "much")], ":");
        host.WaitFor("the host is ready", "step 1 finishes");

        EndsInOrder(host.Kill());
    }

    [Fact, Conformance(308, "C46")]
    public void A_child_of_the_host_that_holds_the_writing_end_of_standard_input_does_not_keep_the_process()
    {
        using var host = new ShellHost([Hello], WaitForHello + "; sleep 120 4<&- >/dev/null 2>&1 & echo child $! >&2");
        host.WaitFor("the host is ready");
        var lines = host.Kill();
        var child = int.Parse(lines.Single(line => line.StartsWith("child ", StringComparison.Ordinal))[6..], System.Globalization.CultureInfo.InvariantCulture);
        using var sleep = System.Diagnostics.Process.GetProcessById(child);

        // There was never an end of input: the child still has the other end.
        Assert.False(sleep.HasExited);
        sleep.Kill();
        EndsInOrder(lines);
    }

    [Fact, Conformance(308)]
    public void A_host_that_closes_its_reading_end_alone_is_gone_too()
    {
        using var algorithm = HostedAlgorithm.StartUnread();
        Assert.NotEqual(0, algorithm.Output.Read(new byte[65536]));
        algorithm.Output.Dispose();

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown");
    }

    [Fact, Conformance(267)]
    public void A_host_that_closes_its_writing_end_alone_still_gets_every_answer()
    {
        using var algorithm = HostedAlgorithm.Start(("TEST_SETUP", "sleep 200"));
        algorithm.SendTogether(Hello, """{"type":"ping","request_id":"p"}""", """{"type":"call","request_id":"i","phase":"info"}""");
        algorithm.CloseInput();

        Assert.Equal("hello", algorithm.Read().Text("type"));
        algorithm.Read().IsPong("p");
        algorithm.Read().IsResult("i");
        Assert.True(algorithm.OutputEnds());
        Assert.Equal(0, algorithm.WaitForExit());
    }

    private static void EndsInOrder(string[] lines)
    {
        Assert.Single(lines, line => line.StartsWith("note: teardown done", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("\"message\":\"ended: ", StringComparison.Ordinal));
    }
}

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>The ways out of an idle process, each with Teardown once (conformance 307, 515, 540).</summary>
public class EndTests
{
    [Theory] // 307, C41
    [InlineData("shutdown")]
    [InlineData("stop")]
    public void Shutdown_is_answered_after_Teardown_and_ends_with_0(string type)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Send($$"""{"type":"{{type}}"}""");

        var last = algorithm.Read();

        Assert.Equal(("shutdown", "OK"), (last.Text("type"), last.Text("status")));
        Assert.True(last.TryGetProperty("timestamp_ms", out _));
        Assert.True(algorithm.OutputEnds());
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["setup of First", "setup done", "teardown", "teardown done"], algorithm.Notes);
    }

    [Fact] // 267
    public void End_of_input_ends_with_0_after_Teardown()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.CloseInput();

        Assert.True(algorithm.OutputEnds());
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["setup of First", "setup done", "teardown", "teardown done"], algorithm.Notes);
    }

    [Theory] // 515, 540
    [InlineData(15)]
    [InlineData(2)]
    public void A_signal_to_an_idle_process_ends_with_0_after_Teardown(int signal)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("ok");
        algorithm.Read().IsResult("ok");
        algorithm.Signal(signal);

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["teardown", "teardown done"], algorithm.Notes.Where(note => note.StartsWith("teardown", StringComparison.Ordinal)));
    }

    [Fact] // 515, 540
    public void A_signal_after_a_long_call_ends_with_0_after_Teardown()
    {
        // Then the lookout holds the reading and the algorithm's thread waits.
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("sleep", 100);
        algorithm.Read().IsResult("sleep");
        algorithm.Signal(15);

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown");
    }

    [Fact]
    public void Two_signals_run_Teardown_once()
    {
        using var gate = new Gate();
        using var algorithm = HostedAlgorithm.Ready(("TEST_TEARDOWN", "until"), gate.Variable);
        algorithm.Signal(15);
        algorithm.WaitForLine("note: teardown");
        algorithm.Signal(15);
        gate.Open();

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown");
    }

    [Theory]
    [InlineData("shutdown")]
    [InlineData("signal")]
    public void A_Teardown_that_hangs_does_not_keep_the_process(string how)
    {
        using var algorithm = HostedAlgorithm.Ready(("TEST_TEARDOWN", "sleep 60000"), HostedAlgorithm.ShortLimits);
        if (how == "signal")
        {
            algorithm.Signal(15);
        }
        else
        {
            algorithm.Send("""{"type":"shutdown"}""");
        }

        Assert.Equal(3, algorithm.WaitForExit());
        Assert.Contains("Teardown had not returned", algorithm.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Teardown_that_throws_is_logged_and_the_process_ends()
    {
        using var algorithm = HostedAlgorithm.Ready(("TEST_TEARDOWN", "throw"));
        algorithm.Send("""{"type":"shutdown"}""");

        Assert.Equal("shutdown", algorithm.Read().Text("type"));
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Contains("the camera calibration is missing", algorithm.Stderr, StringComparison.Ordinal);
    }

    [Theory] // nothing hangs before hello either
    [InlineData("signal", "wait", 0)]
    [InlineData("end of input", "wait", 0)]
    [InlineData("signal", "sleep 60000", 3)]
    public void The_end_can_be_asked_for_while_Setup_runs(string how, string setup, int code)
    {
        using var algorithm = code == 0
            ? HostedAlgorithm.Start(("TEST_SETUP", setup))
            : HostedAlgorithm.Start(("TEST_SETUP", setup), HostedAlgorithm.ShortLimits);
        algorithm.WaitForLine("note: setup");
        if (how == "signal")
        {
            algorithm.Signal(15);
        }
        else
        {
            algorithm.CloseInput();
        }

        Assert.True(algorithm.OutputEnds());
        Assert.Equal(code, algorithm.WaitForExit());
        Assert.DoesNotContain("teardown", algorithm.Notes);
    }

    [Fact]
    public void A_thread_that_the_author_left_running_does_not_keep_the_process()
    {
        using var algorithm = HostedAlgorithm.Ready(("TEST_LIMITS", "5000 2000 5000 1000"));
        algorithm.Call("leave a thread");
        algorithm.Read().IsResult("leave a thread");
        algorithm.Send("""{"type":"shutdown"}""");

        Assert.Equal("shutdown", algorithm.Read().Text("type"));
        Assert.Equal(0, algorithm.WaitForExit());
    }

    [Fact]
    public void A_fault_of_the_host_is_an_error_frame_and_a_reason_on_stderr_and_ends_the_process()
    {
        using var algorithm = HostedAlgorithm.Ready(("TEST_INFO", "throw"));
        algorithm.Call("", phase: "info");

        algorithm.Read().IsError(null, "1000", "generated code is broken");
        Assert.Equal(70, algorithm.WaitForExit());
        Assert.Contains("generated code is broken", algorithm.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_that_no_longer_reads_ends_the_process_in_order()
    {
        using var algorithm = HostedAlgorithm.StartUnread();
        _ = algorithm.Output.Read(new byte[65536]);
        algorithm.Output.Dispose();
        algorithm.Hello();
        algorithm.Call("ok");

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown");
    }
}

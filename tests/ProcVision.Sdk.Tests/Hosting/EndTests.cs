namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>What the way out survives, and what stands behind it in the pipe; the ways themselves are <see cref="WaysOutTests"/>.</summary>
public class EndTests
{
    [Fact, Conformance(515, 540)]
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

    [Fact, Conformance(307)]
    public void What_came_together_with_a_shutdown_and_behind_it_is_answered_before_the_last_frame()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.SendTogether(
            """{"type":"shutdown"}""",
            HostedAlgorithm.CallFrame("ok", 0, "late"),
            """{"type":"ping","request_id":"p"}""",
            "no message",
            """{"type":"shutdown"}""");

        algorithm.Read().IsError("late", "1000", "shutting down");
        algorithm.Read().IsPong("p");
        algorithm.Read().IsError(null, "1000", "");
        algorithm.ReadsLastFrame(WayOut.Shutdown);
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.DoesNotContain("step 1 starts", algorithm.Notes);
    }

    [Fact, Conformance(307, 539)]
    public void What_came_together_with_a_shutdown_during_a_step_is_answered_before_its_result()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("wait", 60_000, "long");
        algorithm.WaitForLine("step 1 starts");
        algorithm.SendTogether("""{"type":"shutdown"}""", HostedAlgorithm.CallFrame("ok", 0, "late"));

        algorithm.Read().IsError("late", "1000", "shutting down");
        algorithm.Read().IsResult("long", "ERROR");
        algorithm.ReadsLastFrame(WayOut.Shutdown);
        Assert.Equal(0, algorithm.WaitForExit());
    }

    [Fact, Conformance(307)]
    public void Half_a_frame_behind_a_shutdown_is_not_waited_for()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.SendBytes([.. HostedAlgorithm.Frame("""{"type":"shutdown"}"""u8.ToArray()), 0, 0, 0, 50, (byte)'{']);

        algorithm.ReadsLastFrame(WayOut.Shutdown);
        Assert.Equal(0, algorithm.WaitForExit());
    }

    [Fact, Conformance(307)]
    public void A_Teardown_that_throws_is_logged_and_the_process_ends()
    {
        using var algorithm = HostedAlgorithm.Ready(("TEST_TEARDOWN", "throw"));
        algorithm.Send("""{"type":"shutdown"}""");

        Assert.Equal("shutdown", algorithm.Read().Text("type"));
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Contains("the camera calibration is missing", algorithm.Stderr, StringComparison.Ordinal);
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
}

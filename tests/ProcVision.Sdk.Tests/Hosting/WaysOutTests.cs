namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>Every way out from every place a process can be in: one Teardown, never beside a step, and the documented exit code (DESIGN §7).</summary>
public class WaysOutTests
{
    public static TheoryData<WayOut> All => [.. Enum.GetValues<WayOut>()];

    [Theory, Conformance(51, 307, 308, 515, 540, "C41", "C46")]
    [MemberData(nameof(All))]
    public void While_idle(WayOut way)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("ok");
        algorithm.Read().IsResult("ok");
        algorithm.AskToEnd(way);

        algorithm.ReadsLastFrame(way);
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["teardown", "teardown done"], algorithm.Notes.TakeLast(2));
        Assert.Single(algorithm.Notes, "teardown");
    }

    [Theory, Conformance(515, 539, 540, "C44")]
    [MemberData(nameof(All))]
    public void During_a_step_that_stops_when_asked_its_answer_comes_before_Teardown_and_the_end(WayOut way)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("wait", 60_000, "long");
        algorithm.WaitForLine("step 1 starts");
        algorithm.AskToEnd(way);

        algorithm.Read().IsResult("long", "ERROR");
        algorithm.ReadsLastFrame(way);
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["step was cancelled", "teardown", "teardown done"], algorithm.Notes.Where(note => note == "step was cancelled" || note.StartsWith("teardown", StringComparison.Ordinal)));
    }

    [Theory, Conformance(515, 539, 540)]
    [MemberData(nameof(All))]
    public void During_a_step_that_ignores_cancellation_the_process_ends_with_3_and_without_Teardown(WayOut way)
    {
        using var algorithm = HostedAlgorithm.Ready(HostedAlgorithm.ShortLimits);
        algorithm.Call("sleep", 60_000, "long");
        algorithm.WaitForLine("step 1 starts");
        algorithm.AskToEnd(way);

        Assert.True(algorithm.OutputEnds());
        Assert.Equal(3, algorithm.WaitForExit());
        Assert.DoesNotContain("teardown", algorithm.Notes);
        Assert.Contains("still running", algorithm.Stderr, StringComparison.Ordinal);
    }

    [Theory, Conformance(515, 540)]
    [MemberData(nameof(All))]
    public void During_a_Setup_that_stops_when_asked_there_is_no_hello_and_no_Teardown(WayOut way)
    {
        using var algorithm = HostedAlgorithm.Start(("TEST_SETUP", "wait"));
        algorithm.WaitForLine("note: setup");
        algorithm.AskToEnd(way);

        algorithm.ReadsLastFrame(way);
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["setup of First"], algorithm.Notes);
    }

    [Theory, Conformance(515, 540)]
    [MemberData(nameof(All))]
    public void During_a_Setup_that_succeeds_all_the_same_Teardown_follows_without_a_hello(WayOut way)
    {
        using var gate = new Gate();
        using var algorithm = HostedAlgorithm.Start(("TEST_SETUP", "until cancelled"), gate.Variable);
        algorithm.WaitForLine("note: setup");
        algorithm.AskToEnd(way);
        algorithm.WaitForLine("note: setup is asked to stop");
        gate.Open();

        algorithm.ReadsLastFrame(way);
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["setup of First", "setup is asked to stop", "setup done", "teardown", "teardown done"], algorithm.Notes);
    }

    [Theory, Conformance(515, 540)]
    [MemberData(nameof(All))]
    public void During_a_Setup_that_hangs_the_process_ends_with_3(WayOut way)
    {
        using var algorithm = HostedAlgorithm.Start(("TEST_SETUP", "sleep 60000"), HostedAlgorithm.ShortLimits);
        algorithm.WaitForLine("note: setup");
        algorithm.AskToEnd(way);

        Assert.True(algorithm.OutputEnds());
        Assert.Equal(3, algorithm.WaitForExit());
        Assert.DoesNotContain("teardown", algorithm.Notes);
    }

    [Theory, Conformance(515, 540)]
    [MemberData(nameof(All))]
    public void Asked_again_while_Teardown_runs_there_is_no_second_Teardown(WayOut way)
    {
        using var gate = new Gate();
        using var algorithm = HostedAlgorithm.Ready(("TEST_TEARDOWN", "until"), gate.Variable);
        algorithm.Signal(15);
        algorithm.WaitForLine("note: teardown");
        algorithm.AskToEnd(way);
        gate.Open();

        // The first wish counts: what comes on the pipe after it is not waited for.
        Assert.True(algorithm.OutputEnds());
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown");
    }

    [Theory, Conformance(307, 540)]
    [MemberData(nameof(All))]
    public void Asked_again_after_a_shutdown_the_last_frame_comes_once(WayOut way)
    {
        using var gate = new Gate();
        using var algorithm = HostedAlgorithm.Ready(("TEST_TEARDOWN", "until"), gate.Variable);
        algorithm.Send("""{"type":"shutdown"}""");
        algorithm.WaitForLine("note: teardown");
        algorithm.AskToEnd(way);
        gate.Open();

        algorithm.ReadsLastFrame(WayOut.Shutdown);
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown");
    }

    [Theory, Conformance(515, 540)]
    [MemberData(nameof(All))]
    public void Asked_twice_during_a_step_there_is_one_Teardown_after_it(WayOut way)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("end late", 100, "long");
        algorithm.WaitForLine("step 1 starts");
        algorithm.AskToEnd(way);
        algorithm.Signal(15);

        algorithm.Read().IsResult("long");
        algorithm.ReadsLastFrame(way);
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["step ended late", "step 1 finishes", "teardown", "teardown done"], algorithm.Notes.TakeLast(4));
    }

    [Theory, Conformance(515)]
    [MemberData(nameof(All))]
    public void A_Teardown_that_hangs_does_not_keep_the_process(WayOut way)
    {
        using var algorithm = HostedAlgorithm.Ready(("TEST_TEARDOWN", "sleep 60000"), HostedAlgorithm.ShortLimits);
        algorithm.AskToEnd(way);

        Assert.True(algorithm.OutputEnds());
        Assert.Equal(3, algorithm.WaitForExit());
        Assert.Contains("Teardown had not returned", algorithm.Stderr, StringComparison.Ordinal);
    }
}

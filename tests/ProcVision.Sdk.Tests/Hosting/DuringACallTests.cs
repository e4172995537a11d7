namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>What the lookout answers while a step runs (C44, conformance 288, 303, 539).</summary>
public class DuringACallTests
{
    [Fact]
    public void Ping_and_a_second_call_are_answered_while_a_step_runs()
    {
        using var gate = new Gate();
        using var algorithm = HostedAlgorithm.Ready(gate.Variable);
        algorithm.Call("wait for the file", id: "long");
        algorithm.Send("""{"type":"ping","request_id":"p1"}""");
        algorithm.Read().IsPong("p1");
        algorithm.Call("ok", id: "second");
        algorithm.Read().IsError("second", "1000", "busy");
        algorithm.Send("""{"type":"ping"}""");
        Assert.Equal("pong", algorithm.Read().Text("type"));

        gate.Open();
        algorithm.Read().IsResult("long");
        algorithm.Call("ok", id: "third");
        algorithm.Read().IsResult("third");
    }

    [Fact]
    public void Frames_that_came_in_the_same_read_as_a_long_call_are_answered_while_it_runs()
    {
        using var gate = new Gate();
        using var algorithm = HostedAlgorithm.Ready(gate.Variable);
        algorithm.SendTogether(
            HostedAlgorithm.CallFrame("wait for the file", 0, "long"),
            """{"type":"ping","request_id":"p1"}""",
            HostedAlgorithm.CallFrame("ok", 0, "second"),
            """{"type":"ping","request_id":"p2"}""");

        algorithm.Read().IsPong("p1");
        algorithm.Read().IsError("second", "1000", "busy");
        algorithm.Read().IsPong("p2");
        gate.Open();
        algorithm.Read().IsResult("long");
    }

    [Fact]
    public void Half_a_frame_that_came_with_a_long_call_is_not_lost()
    {
        using var algorithm = HostedAlgorithm.Ready();
        byte[] ping = HostedAlgorithm.Frame("""{"type":"ping","request_id":"p1"}"""u8.ToArray());
        algorithm.SendBytes([.. HostedAlgorithm.Frame(System.Text.Encoding.UTF8.GetBytes(HostedAlgorithm.CallFrame("sleep", 300, "long"))), .. ping[..9]]);
        algorithm.Read().IsResult("long");

        algorithm.SendBytes(ping[9..]);

        algorithm.Read().IsPong("p1");
    }

    [Fact] // 268, 538
    public void Malformed_and_unknown_frames_are_answered_while_a_step_runs()
    {
        using var gate = new Gate();
        using var algorithm = HostedAlgorithm.Ready(gate.Variable);
        algorithm.Call("wait for the file", id: "long");
        algorithm.Send("""[1,2]""");
        algorithm.Read().IsError(null, "1000", "");
        algorithm.Send("""{"type":"dance","request_id":"d"}""");
        algorithm.Read().IsError("d", "1000", "dance");
        algorithm.SendBytes([0, 0, 0, 0]);
        algorithm.Read().IsError(null, "1000", "");

        gate.Open();
        algorithm.Read().IsResult("long");
    }

    [Fact] // 307, 539
    public void Shutdown_during_a_step_cancels_it_and_its_result_comes_before_the_last_frame()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("wait", 60_000, "long");
        algorithm.WaitForLine("step 1 starts"); // a call that is cancelled before its step begins never reaches it
        algorithm.Send("""{"type":"shutdown"}""");

        algorithm.Read().IsResult("long", "ERROR");
        Assert.Equal("shutdown", algorithm.Read().Text("type"));
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["step was cancelled", "teardown", "teardown done"], algorithm.Notes.Where(note => note.Contains("cancel", StringComparison.Ordinal) || note.StartsWith("teardown", StringComparison.Ordinal)));
    }

    [Fact] // 539
    public void End_of_input_during_a_step_cancels_it_and_the_process_ends_with_Teardown()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("wait", 60_000, "long");
        algorithm.CloseInput();

        algorithm.Read().IsResult("long", "ERROR");
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown");
    }

    [Fact] // 515, 540
    public void SIGTERM_during_a_step_that_stops_ends_with_Teardown_after_the_step()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("end late", 100, "long");
        algorithm.WaitForLine("step 1 starts");
        algorithm.Signal(15);

        Assert.Equal(0, algorithm.WaitForExit());
        algorithm.Read().IsResult("long");
        Assert.Equal(["step ended late", "teardown", "teardown done"], algorithm.Notes.Where(note => note == "step ended late" || note.StartsWith("teardown", StringComparison.Ordinal)));
    }

    [Theory] // DESIGN §7: Teardown never runs beside a step
    [InlineData("sleep")]
    [InlineData("hang in callback")]
    public void A_step_that_does_not_stop_is_left_behind_without_Teardown(string act)
    {
        using var algorithm = HostedAlgorithm.Ready(HostedAlgorithm.ShortLimits);
        algorithm.Call(act, 60_000, "long");
        algorithm.WaitForLine("step 1 starts");
        algorithm.Signal(15);

        Assert.Equal(3, algorithm.WaitForExit());
        Assert.DoesNotContain("teardown", algorithm.Notes);
        Assert.Contains("still running", algorithm.Stderr, StringComparison.Ordinal);
    }

    [Fact] // 515
    public void SIGTERM_is_seen_when_the_author_has_filled_the_thread_pool()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("block the pool", id: "1");
        algorithm.Read().IsResult("1");

        algorithm.Signal(15);

        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Single(algorithm.Notes, "teardown");
    }
}

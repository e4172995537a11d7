namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>What the lookout answers while a step runs (C44, conformance 288, 303, 539).</summary>
public class DuringACallTests
{
    [Fact, Conformance(285, 288, 289, 303, 304, 539, "C44")]
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
        var withoutId = algorithm.Read();
        Assert.Equal(("pong", System.Text.Json.JsonValueKind.Null), (withoutId.Text("type"), withoutId.GetProperty("request_id").ValueKind));

        gate.Open();
        algorithm.Read().IsResult("long");
        algorithm.Call("ok", id: "third");
        algorithm.Read().IsResult("third");
    }

    [Fact, Conformance(288, 303, "C44")]
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

    [Fact, Conformance(258)]
    public void Half_a_frame_that_came_with_a_long_call_is_not_lost()
    {
        using var algorithm = HostedAlgorithm.Ready();
        byte[] ping = HostedAlgorithm.Frame("""{"type":"ping","request_id":"p1"}"""u8.ToArray());
        algorithm.SendBytes([.. HostedAlgorithm.Frame(System.Text.Encoding.UTF8.GetBytes(HostedAlgorithm.CallFrame("sleep", 300, "long"))), .. ping[..9]]);
        algorithm.Read().IsResult("long");

        algorithm.SendBytes(ping[9..]);

        algorithm.Read().IsPong("p1");
    }

    [Fact, Conformance(268, 269, 535, 538, "C26")]
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

    [Fact, Conformance(515)] // DESIGN §7: Teardown never runs beside a step
    public void A_step_whose_cancellation_callback_hangs_is_left_behind_without_Teardown()
    {
        using var algorithm = HostedAlgorithm.Ready(HostedAlgorithm.ShortLimits);
        algorithm.Call("hang in callback", 60_000, "long");
        algorithm.WaitForLine("step 1 starts");
        algorithm.Signal(15);

        Assert.Equal(3, algorithm.WaitForExit());
        Assert.DoesNotContain("teardown", algorithm.Notes);
        Assert.Contains("still running", algorithm.Stderr, StringComparison.Ordinal);
    }

    [Fact, Conformance(515)]
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

using System.Text.Json;

namespace ProcVision.Sdk.Tests.Hosting;

public class CallTests
{
    [Fact, Conformance(292, 293, 297, 518)]
    public void A_call_is_answered_by_a_result_of_its_request_phase_and_step()
    {
        using var algorithm = HostedAlgorithm.Ready();

        algorithm.Call("ok", id: "a", phase: "pre");
        var pre = algorithm.Read();
        algorithm.Call("ok", id: "b", step: 2);
        var execute = algorithm.Read();

        pre.IsResult("a");
        Assert.Equal("pre", pre.Data("phase").GetString());
        Assert.Equal(1, pre.Data("step_index").GetInt32());
        execute.IsResult("b");
        Assert.Equal("execute", execute.Data("phase").GetString());
        Assert.Equal(2, execute.Data("step_index").GetInt32());
        Assert.Equal("OK", execute.Data("result_status").GetString());
    }

    [Fact, Conformance(266, 295, 306, 519, "C41", "C45")]
    public void Info_is_answered_in_the_flat_form_of_todays_engine()
    {
        using var algorithm = HostedAlgorithm.Ready();

        algorithm.Send("""
            {"type":"call","request_id":"R","phase":"info","session":{"id":"info-req","context":{}},"user_params":{},"shared_mem_id":"","image_meta":{}}
            """);

        var info = algorithm.Read();
        info.IsResult("R");
        Assert.Equal("scripted", info.Data("info").Text("name"));
    }

    [Fact, Conformance(265, 266, 305, 518, 521, "C41")] // pre with step 1 and execute with step 2, flat, without request id
    public void Flat_calls_without_a_request_id_are_served()
    {
        using var algorithm = HostedAlgorithm.Ready();
        const string rest = """
            "pid":"p001","session":{"id":"s","context":{}},"user_params":{},"shared_mem_id":"","image_meta":{"width":0,"height":0,"timestamp_ms":1,"camera_id":"c"}}
            """;

        algorithm.Send("""{"type":"call","phase":"pre","step_index":1,""" + rest);
        var pre = algorithm.Read();
        algorithm.Send("""{"type":"call","phase":"execute","step_index":2,""" + rest);
        var execute = algorithm.Read();

        Assert.Equal(("result", "OK"), (pre.Text("type"), pre.Text("status")));
        Assert.Equal(("result", "OK"), (execute.Text("type"), execute.Text("status")));
        Assert.Equal(2, execute.Data("step_index").GetInt32());
    }

    [Fact, Conformance(294, 304, 546)]
    public void The_session_lives_from_pre_to_execute_to_the_next_step_and_ends_with_reset()
    {
        using var algorithm = HostedAlgorithm.Ready();

        Assert.Equal(1, Count(algorithm, "pre", 1, "s1"));
        Assert.Equal(2, Count(algorithm, "execute", 1, "s1"));
        Assert.Equal(1, Count(algorithm, "execute", 1, "another"));
        Assert.Equal(3, Count(algorithm, "pre", 2, "s1"));
        algorithm.Call("", id: "r", phase: "reset");
        algorithm.Read().IsResult("r");
        Assert.Equal(1, Count(algorithm, "pre", 1, "s1"));
    }

    [Fact, Conformance(69, 294, 296, 541)]
    public void Step_hooks_run_once_per_step_and_an_explicit_hook_frame_takes_their_place()
    {
        using var algorithm = HostedAlgorithm.Ready();
        foreach (var phase in (string[])["pre", "execute", "on_step_start", "pre", "execute", "on_step_finish"])
        {
            algorithm.Call("ok", id: phase, phase: phase);
            algorithm.Read().IsResult(phase);
        }

        algorithm.CloseInput();
        _ = algorithm.WaitForExit();
        Assert.Equal(["step 1 starts", "step 1 finishes", "step 1 starts", "step 1 finishes"], algorithm.Notes.Where(note => note.StartsWith("step", StringComparison.Ordinal)));
    }

    [Fact, Conformance(294, 296, 540)]
    public void Setup_and_teardown_frames_do_not_run_the_hooks_twice()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("", id: "1", phase: "setup");
        algorithm.Read().IsResult("1");
        algorithm.Call("", id: "2", phase: "teardown");
        algorithm.Read().IsResult("2");
        algorithm.Call("", id: "3", phase: "teardown");
        algorithm.Read().IsResult("3");
        algorithm.Call("ok", id: "4");
        algorithm.Read().IsError("4", "1000", "teardown");
        algorithm.Send("""{"type":"shutdown"}""");

        Assert.Equal("shutdown", algorithm.Read().Text("type"));
        Assert.Equal(0, algorithm.WaitForExit());
        Assert.Equal(["setup of First", "setup done", "teardown", "teardown done"], algorithm.Notes);
    }

    [Fact, Conformance(270, 537)]
    public void An_unknown_phase_is_refused_and_never_runs_a_step()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("throw", id: "1", phase: "exceute");
        algorithm.Read().IsError("1", "1000", "exceute");

        algorithm.Send("""{"type":"call","request_id":"2","data":{"step_index":1,"pid":"p001"}}""");
        algorithm.Read().IsError("2", "1000", "phase");
    }

    [Fact, Conformance(302, 542)]
    public void An_exception_is_9999_with_its_kind_and_leaves_its_trace_on_stderr_and_the_process_alive()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Call("throw");
        var result = algorithm.Read();

        result.IsResult("throw", "ERROR");
        Assert.Equal("9999", result.Text("error_code"));
        Assert.Equal("program", result.Text("error_kind"));
        algorithm.WaitForLine("the lens is dirty");
        algorithm.Call("ok");
        algorithm.Read().IsResult("ok");
    }

    [Fact] // 62, 173
    public void An_unknown_pid_is_a_result_1001()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Send(HostedAlgorithm.CallFrame("throw", 0, "1").Replace("\"p001\"", "\"p999\"", StringComparison.Ordinal));

        var result = algorithm.Read();

        result.IsResult("1", "ERROR");
        Assert.Equal("1001", result.Text("error_code"));
    }

    [Theory, Conformance(300)]
    [InlineData("0")]
    [InlineData("null")]
    public void Step_0_is_taken_as_1_with_a_warning(string step)
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Send(HostedAlgorithm.CallFrame("ok", 0, "1").Replace("\"step_index\":1", $"\"step_index\":{step}", StringComparison.Ordinal));

        var result = algorithm.Read();

        result.IsResult("1");
        Assert.Equal(1, result.Data("step_index").GetInt32());
        algorithm.WaitForLine("step_index");
    }

    [Fact]
    public void All_of_the_authors_code_runs_on_one_thread_whoever_reads()
    {
        using var algorithm = HostedAlgorithm.Ready();
        var threads = new HashSet<int>();
        for (var i = 0; i < 6; i++)
        {
            // Long calls hand reading over to the lookout, short ones do not.
            algorithm.Call("thread", i % 2 * 40, $"{i}");
            threads.Add(algorithm.Read().Data("debug").GetProperty("thread").GetInt32());
        }

        algorithm.CloseInput();
        _ = algorithm.WaitForExit();
        var thread = Assert.Single(threads);
        Assert.Contains($"setup done (thread {thread})", algorithm.Stderr, StringComparison.Ordinal);
        Assert.Contains($"teardown done (thread {thread})", algorithm.Stderr, StringComparison.Ordinal);
    }

    private static int Count(HostedAlgorithm algorithm, string phase, int step, string session)
    {
        algorithm.Call("count", phase: phase, step: step, session: session);
        var result = algorithm.Read();
        result.IsResult("count");
        return result.Data("debug").GetProperty("count") is { ValueKind: JsonValueKind.Number } count ? count.GetInt32() : -1;
    }
}

using System.Text.Json;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>Calls of the execute-only profile over the pipe (conformance 94, 298–300, 520). The step does what its description says.</summary>
public class ExecuteOnlyTests
{
    private static readonly (string Name, string Value) OptedIn = ("TEST_EXECUTE_ONLY", "1");

    [Fact]
    [Conformance(298, 299, 520)]
    public void A_call_is_answered_by_a_result_without_a_phase()
    {
        using var algorithm = HostedAlgorithm.Ready(OptedIn);
        algorithm.Send(Call("R"));

        var result = algorithm.Read();

        result.IsResult("R");
        Assert.Equal(["step_index", "result_status", "defect_rects"], result.GetProperty("data").EnumerateObject().Select(member => member.Name));
        Assert.Equal((1, "OK", 0), (result.Data("step_index").GetInt32(), result.Data("result_status").GetString(), result.Data("defect_rects").GetArrayLength()));
    }

    [Fact]
    [Conformance(298, 521)]
    public void A_flat_call_without_request_id_is_answered()
    {
        using var algorithm = HostedAlgorithm.Ready(OptedIn);
        algorithm.Send($$"""{"type":"call",{{Fields()}}}""");

        var result = algorithm.Read();

        Assert.Equal(("result", JsonValueKind.Null, "OK"), (result.Text("type"), result.GetProperty("request_id").ValueKind, result.Text("status")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("null")]
    [Conformance(300, "C2")]
    public void Step_0_and_null_become_1_with_a_warning(string step)
    {
        using var algorithm = HostedAlgorithm.Ready(OptedIn);
        algorithm.Send(Call("R").Replace("\"step_index\":1", $"\"step_index\":{step}", StringComparison.Ordinal));

        var result = algorithm.Read();

        result.IsResult("R");
        Assert.Equal(1, result.Data("step_index").GetInt32());
        algorithm.WaitForLine("is taken as 1");
    }

    [Theory]
    [InlineData("cur_image_shm_id")]
    [InlineData("guide_image_shm_id")]
    [Conformance(94)]
    public void A_call_without_one_of_the_pictures_is_error_1000(string id)
    {
        using var algorithm = HostedAlgorithm.Ready(OptedIn);
        algorithm.Send(Call("R").Replace(id, "other", StringComparison.Ordinal));

        algorithm.Read().IsError("R", "1000", "missing cur_image_shm_id/guide_image_shm_id");
        algorithm.Send(Call("next"));
        algorithm.Read().IsResult("next");
    }

    [Fact]
    [Conformance(299, 300, "C21")]
    public void An_ERROR_carries_its_code_and_no_phase()
    {
        using var algorithm = HostedAlgorithm.Ready(OptedIn);
        algorithm.Send(Call("R", act: "throw"));
        var thrown = algorithm.Read();
        algorithm.Send(Call("S").Replace("\"step_index\":1", "\"step_index\":\"x\"", StringComparison.Ordinal));
        var refused = algorithm.Read();

        thrown.IsResult("R", "ERROR");
        Assert.Equal(("9999", "program"), (thrown.Text("error_code"), thrown.Text("error_kind")));
        Assert.Equal("""{"step_index":1}""", thrown.GetProperty("data").GetRawText());
        refused.IsResult("S", "ERROR");
        Assert.Equal(("1006", """{"step_index":1}"""), (refused.Text("error_code"), refused.GetProperty("data").GetRawText()));
    }

    [Fact]
    [Conformance(275, "C42")]
    public void Hello_announces_execute_where_the_algorithm_opted_in_and_only_there()
    {
        using var with = HostedAlgorithm.Start(OptedIn);
        using var without = HostedAlgorithm.Start();

        Assert.Contains("execute", Capabilities(with.Read()));
        Assert.DoesNotContain("execute", Capabilities(without.Read()));

        static IEnumerable<string?> Capabilities(JsonElement hello) => hello.GetProperty("capabilities").EnumerateArray().Select(name => name.GetString());
    }

    [Fact]
    [Conformance(298)]
    public void Without_the_opt_in_the_call_is_error_1000_with_the_reason_and_info_still_works()
    {
        using var algorithm = HostedAlgorithm.Ready();
        algorithm.Send(Call("R"));
        algorithm.Read().IsError("R", "1000", "ExecuteOnly = true");
        algorithm.Send(Call("R").Replace("cur_image_shm_id", "other", StringComparison.Ordinal));
        algorithm.Read().IsError("R", "1000", "ExecuteOnly = true");

        algorithm.Send("""{"type":"call","request_id":"I","phase":"info"}""");
        algorithm.Read().IsResult("I");
    }

    [Theory]
    [InlineData("""{"type":"call","request_id":"I","phase":"info"}""")]
    [InlineData("""{"type":"call","request_id":"I","data":{"phase":"info"}}""")]
    [InlineData("""{"type":"call","request_id":"I","phase":"info","session":{"id":"info-req","context":{}},"user_params":{},"shared_mem_id":"","image_meta":{}}""")]
    [Conformance(306, 519, "C45")]
    public void Info_is_answered_in_this_profile_too(string call)
    {
        using var algorithm = HostedAlgorithm.Ready(OptedIn);
        algorithm.Send(call);

        var result = algorithm.Read();

        result.IsResult("I");
        Assert.Equal("scripted", result.Data("info").GetProperty("name").GetString());
    }

    [Fact]
    public void The_pid_is_that_of_PROC_PID_and_of_several_pids_none_is_guessed()
    {
        using var named = HostedAlgorithm.Ready(OptedIn, ("TEST_PIDS", "p001 p002"), ("PROC_PID", "p002"));
        named.Send(Call("R", act: "throw"));
        named.Read().IsResult("R", "ERROR");
        named.WaitForLine("\"pid\":\"p002\"");

        using var unknown = HostedAlgorithm.Ready(OptedIn, ("TEST_PIDS", "p001 p002"));
        unknown.Send(Call("R"));
        var refused = unknown.Read();
        refused.IsResult("R", "ERROR");
        Assert.Equal("1001", refused.Text("error_code"));
        Assert.Contains("PROC_PID", refused.Text("message"), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(285, 288, 303, "C44")]
    public void Ping_and_a_second_call_are_answered_while_it_runs_and_shutdown_ends_it()
    {
        using var algorithm = HostedAlgorithm.Ready(OptedIn);
        algorithm.Send(Call("long", act: "wait", extra: ",\"user_params\":{\"ms\":60000}"));
        algorithm.Send("""{"type":"ping"}""");
        Assert.Equal("pong", algorithm.Read().Text("type"));
        algorithm.Send(Call("second"));
        algorithm.Read().IsError("second", "1000", "busy");
        algorithm.Send("""{"type":"shutdown"}""");

        algorithm.Read().IsResult("long", "ERROR");
        Assert.Equal("shutdown", algorithm.Read().Text("type"));
        Assert.Equal(0, algorithm.WaitForExit());
    }

    [Fact]
    public void The_deadline_counts_for_both_halves()
    {
        using var algorithm = HostedAlgorithm.Ready(OptedIn);
        algorithm.Send(Call("late", act: "wait", extra: ",\"user_params\":{\"ms\":60000},\"deadline_ms\":50"));
        var late = algorithm.Read();
        algorithm.Send(Call("passed", extra: ",\"deadline_ms\":0"));
        var passed = algorithm.Read();

        late.IsResult("late", "ERROR");
        passed.IsResult("passed", "ERROR");
        Assert.Equal(("1005", "1005"), (late.Text("error_code"), passed.Text("error_code")));
        Assert.Equal("""{"step_index":1}""", passed.GetProperty("data").GetRawText());
    }

    /// <summary>It was only ever described: it has neither the full profile's phase and pid nor this one's pictures.</summary>
    [Fact]
    [Conformance(95)]
    public void A_call_of_the_profile_before_this_one_is_refused_and_the_process_goes_on()
    {
        using var algorithm = HostedAlgorithm.Ready(OptedIn);
        algorithm.Send("""
            {"type":"call","request_id":"B","data":{"step_index":1,"session":{"id":"s","context":{}},"user_params":{},"shared_mem_id":"shm-000001",
            "image_meta":{"width":640,"height":480,"timestamp_ms":1,"camera_id":"c"}}}
            """);

        algorithm.Read().IsError("B", "1000", "phase");
        algorithm.Send(Call("next"));
        algorithm.Read().IsResult("next");
    }

    [Fact]
    public void After_teardown_the_call_is_refused()
    {
        using var algorithm = HostedAlgorithm.Ready(OptedIn);
        algorithm.Call("", id: "1", phase: "teardown");
        algorithm.Read().IsResult("1");
        algorithm.Send(Call("R"));

        algorithm.Read().IsError("R", "1000", "teardown");
    }

    private static string Call(string id, string act = "ok", string extra = "") =>
        $$"""{"type":"call","request_id":"{{id}}","data":{ {{Fields(act)}}{{extra}} } }""";

    private static string Fields(string act = "ok") =>
        $$"""
        "step_index":1,"step_desc":"{{act}}","guide_info":[],"cur_image_shm_id":"cur-000001",
        "cur_image_meta":{"width":0,"height":0,"timestamp_ms":1,"camera_id":"cur-01"},
        "guide_image_shm_id":"cam-000001","guide_image_meta":{"width":0,"height":0,"timestamp_ms":1,"camera_id":"cam-01"}
        """;
}

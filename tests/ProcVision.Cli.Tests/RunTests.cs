using System.Text.Json;

namespace ProcVision.Cli.Tests;

public sealed class RunTests
{
    [Fact]
    [Conformance(448, 450)]
    public async Task All_steps_run_in_one_session_and_json_has_the_originals_keys_and_the_steps()
    {
        using var folder = new PublishedStandIn();
        var run = await folder.RunAsync("--json", "--params", """{"threshold":0.8,"exposure":9}""");
        Assert.Equal(0, run.ExitCode);
        folder.AssertNothingIsLeft();
        Assert.Equal(["pre_execute", "execute", "steps", "session"], run.Json.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("OK", run.Json.GetProperty("execute").GetProperty("status").GetString());
        Assert.Equal("OK", run.Json.GetProperty("execute").GetProperty("data").GetProperty("result_status").GetString());
        Assert.Equal(2, run.Json.GetProperty("execute").GetProperty("data").GetProperty("step_index").GetInt32());
        var first = run.Json.GetProperty("steps")[0];
        Assert.Equal(["step_index", "name", "pre_execute", "execute", "skipped", "timings"], first.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("定位料盘", first.GetProperty("name").GetString());
        Assert.False(first.GetProperty("skipped").GetBoolean());
        Assert.Equal(JsonValueKind.Number, first.GetProperty("timings").GetProperty("execute_ms").ValueKind);
        Assert.Equal(["1 pre", "1 execute", "2 pre", "2 execute"], folder.Calls.Select(static call => $"{call.GetProperty("step_index")} {call.GetProperty("phase")}"));
        Assert.Single(folder.Calls.Select(static call => call.GetProperty("session").GetProperty("id").GetString()).Distinct());
        Assert.Equal("""{"exposure":9,"roi":{"x":0,"y":0,"width":120,"height":100}}""", Sorted(folder.Calls[0].GetProperty("user_params")));
        Assert.Equal("""{"threshold":0.8}""", Sorted(folder.Calls[3].GetProperty("user_params")));
        Assert.Contains("roi", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(449)]
    public async Task People_read_labels_verdict_reason_counts_and_rectangles()
    {
        using var folder = new PublishedStandIn("ng");
        var run = await folder.RunAsync();
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("算法: stand-in 1.0.0", run.Out, StringComparison.Ordinal);
        Assert.Contains("120x100", run.Out, StringComparison.Ordinal);
        Assert.Contains("步骤 1 定位料盘", run.Out, StringComparison.Ordinal);
        Assert.Contains("  预执行: OK | 光照检查通过 |", run.Out, StringComparison.Ordinal);
        Assert.Contains("  执行: OK，判定 NG | 缺少1个零件 |", run.Out, StringComparison.Ordinal);
        Assert.Contains("缺陷: 1\n      1,2 3x4 0.90 空位\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("位置: 1\n      10,20 30x40 0.80 零件\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("结果: NG，缺少1个零件", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_step_runs_alone_and_only_its_own_parameters_are_needed()
    {
        using var folder = new PublishedStandIn();
        var run = await folder.RunAsync("--json", "--step", "2");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["2 pre", "2 execute"], folder.Calls.Select(static call => $"{call.GetProperty("step_index")} {call.GetProperty("phase")}"));
        Assert.Single(run.Json.GetProperty("steps").EnumerateArray());
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Parameters_come_from_a_file_too()
    {
        using var folder = new PublishedStandIn();
        await File.WriteAllTextAsync(folder.InFolder("params.json"), """{ "threshold": 0.55 }""", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await folder.RunAsync("--params", "@" + folder.InFolder("params.json"))).ExitCode);
        Assert.Equal("""{"threshold":0.55}""", Sorted(folder.Calls[3].GetProperty("user_params")));
    }

    [Fact]
    [Conformance("C38")]
    public async Task A_failed_pre_is_exit_code_1_and_what_was_not_called_is_reported_as_skipped()
    {
        using var folder = new PublishedStandIn("pre-error");
        var run = await folder.RunAsync("--json");
        Assert.Equal(1, run.ExitCode);
        folder.AssertNothingIsLeft();
        Assert.Equal("ERROR", run.Json.GetProperty("pre_execute").GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, run.Json.GetProperty("execute").ValueKind);
        Assert.All(run.Json.GetProperty("steps").EnumerateArray(), static step => Assert.True(step.GetProperty("skipped").GetBoolean()));
        Assert.Single(folder.Calls);

        var people = await folder.RunAsync();
        Assert.Contains("执行: 已跳过", people.Out, StringComparison.Ordinal);
        Assert.Contains("结果: ERROR，光照不足", people.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error", "1003")]
    [InlineData("die", "1005")]
    [InlineData("no-verdict", "1006")]
    [InlineData("text-on-stdout", "9999")]
    public async Task A_failed_execute_is_exit_code_1_with_its_code(string behaviour, string code)
    {
        using var folder = new PublishedStandIn(behaviour);
        var run = await folder.RunAsync("--json");
        Assert.Equal(1, run.ExitCode);
        folder.AssertNothingIsLeft();
        Assert.Equal(code, run.Json.GetProperty("execute").GetProperty("error_code").GetString());
    }

    [Fact]
    [Conformance(207, "C55")]
    public async Task A_call_over_its_time_is_1005_and_nothing_is_left()
    {
        using var folder = new PublishedStandIn("hang-with-grandchild");
        var run = await folder.RunAsync("--json", "--timeout-ms", "3000");
        Assert.Equal(1, run.ExitCode);
        folder.AssertNothingIsLeft();
        Assert.Equal("1005", run.Json.GetProperty("execute").GetProperty("error_code").GetString());
        Assert.Contains("3000 ms", run.Json.GetProperty("execute").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("error-before-hello", "1003", "model.onnx is missing")]
    [InlineData("exit-before-hello", "1005", "line 59")]
    [Conformance(516)]
    public async Task A_failed_start_is_exit_code_1_with_the_last_words(string behaviour, string code, string lastWords)
    {
        using var folder = new PublishedStandIn(behaviour);
        var run = await folder.RunAsync("--json");
        Assert.Equal(1, run.ExitCode);
        folder.AssertNothingIsLeft();
        Assert.Equal(code, run.Json.GetProperty("error").GetProperty("error_code").GetString());
        Assert.Contains($"[ALGO-RAW] {lastWords}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(547)]
    public async Task Ten_megabytes_on_stderr_do_not_stop_the_run()
    {
        using var folder = new PublishedStandIn("flood-stderr");
        var run = await folder.RunAsync();
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("最后 50 行", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_algorithm_kept_is_shown_to_people_and_scripts()
    {
        using var folder = new PublishedStandIn("session");
        var people = await folder.RunAsync();
        Assert.Equal(0, people.ExitCode);
        Assert.Contains("会话\n  tray (Rect?): {", people.Out, StringComparison.Ordinal);
        Assert.Contains("\n  note (string): null\n", people.Out, StringComparison.Ordinal);

        var script = await folder.RunAsync("--json");
        var session = script.Json.GetProperty("session");
        Assert.StartsWith("session-", session.GetProperty("id").GetString(), StringComparison.Ordinal);
        var tray = session.GetProperty("values")[0];
        Assert.Equal(("tray", "Rect?", 4), (tray.GetProperty("key").GetString(), tray.GetProperty("type").GetString(), tray.GetProperty("value").GetProperty("height").GetInt32()));
    }

    [Fact]
    public async Task A_detection_that_went_well_is_one_whatever_becomes_of_its_session_values()
    {
        using var folder = new PublishedStandIn("session-error");
        var run = await folder.RunAsync("--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("OK", run.Json.GetProperty("execute").GetProperty("status").GetString());
        Assert.Empty(run.Json.GetProperty("session").GetProperty("values").EnumerateArray());
        Assert.Contains("没有取到会话值: 结果过大", run.Error, StringComparison.Ordinal);
    }

    private static string Sorted(JsonElement json) =>
        "{" + string.Join(',', json.EnumerateObject().OrderBy(static member => member.Name).Select(static member =>
            $"\"{member.Name}\":{member.Value.GetRawText().Replace(" ", "", StringComparison.Ordinal)}")) + "}";
}

using System.Text.Json;

namespace ProcVision.Runner.Tests;

public sealed class CallTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Conformance(293, 455)]
    public async Task A_call_carries_all_fields_and_the_picture_is_where_it_says()
    {
        using var standIn = new StandIn();
        CallAnswer answer;
        await using (var process = await standIn.StartAsync())
        {
            var parameters = new Dictionary<string, JsonElement> { ["模式"] = JsonElement.Parse("[1, 2.5]") };
            answer = await process.CallAsync(standIn.Call(Phase.Execute, parameters), null, Token);
        }

        Assert.True(answer.IsOk);
        Assert.Equal(Verdict.Ok, answer.Verdict);
        Assert.Equal(BlankPicture.Png.Length, answer.Data.GetProperty("debug").GetProperty("image_bytes").GetInt32());
        var data = standIn.Received[1].GetProperty("data");
        Assert.Equal("execute", data.GetProperty("phase").GetString());
        Assert.Equal(1, data.GetProperty("step_index").GetInt32());
        Assert.Equal("p001", data.GetProperty("pid").GetString());
        Assert.Equal("[1, 2.5]", data.GetProperty("user_params").GetProperty("模式").GetRawText());
        Assert.Equal("dev-shm:" + standIn.Session.Id, data.GetProperty("shared_mem_id").GetString());
        Assert.False(data.TryGetProperty("deadline_ms", out _));
        var context = data.GetProperty("session").GetProperty("context");
        Assert.Equal("p001", context.GetProperty("product_code").GetString());
        Assert.Equal("dev", context.GetProperty("operator").GetString());
        Assert.Equal(standIn.Session.TraceId, context.GetProperty("trace_id").GetString());
        var meta = data.GetProperty("image_meta");
        Assert.Equal(640, meta.GetProperty("width").GetInt32());
        Assert.Equal(480, meta.GetProperty("height").GetInt32());
        Assert.Equal("cam-dev", meta.GetProperty("camera_id").GetString());
        Assert.Equal("RGB", meta.GetProperty("color_space").GetString());
        Assert.Equal(standIn.Image.TimestampMs, meta.GetProperty("timestamp_ms").GetInt64());
    }

    [Fact]
    public async Task The_time_left_is_told_only_to_those_who_announced_it()
    {
        using var standIn = new StandIn("deadline");
        await using (var process = await standIn.StartAsync())
            Assert.True((await process.CallAsync(standIn.Call(Phase.Execute), TimeSpan.FromSeconds(20), Token)).IsOk);
        Assert.Equal(19_500, standIn.Received[1].GetProperty("data").GetProperty("deadline_ms").GetInt64());
    }

    [Theory]
    [InlineData("wrong-id")]
    [InlineData("no-id")]
    [InlineData("flood-stderr")]
    [Conformance(518, 547)]
    public async Task The_answer_is_found(string behaviour)
    {
        using var standIn = new StandIn(behaviour);
        var answer = await standIn.ExecuteOnceAsync();
        Assert.True(answer.IsOk, answer.Frame.ToString());
    }

    [Theory]
    [InlineData("die", "1005", "进程已退出 (code=7)")]
    [InlineData("die-by-signal", "1005", "进程被信号 9 结束")]
    [InlineData("close-stdout", "1005", "进程还在运行")]
    [InlineData("die-with-grandchild", "1005", "进程已退出 (code=7)")]
    [InlineData("frame-over-2-mib", "9999", "execute 的应答无效")]
    [InlineData("length-of-4-gib", "9999", "execute 的应答无效")]
    [InlineData("empty-frame", "9999", "execute 的应答无效")]
    [InlineData("invalid-json", "9999", "不是有效的 JSON")]
    [InlineData("two-values", "9999", "execute 的应答无效")]
    [InlineData("array-frame", "9999", "必须是 JSON 对象")]
    [InlineData("invalid-utf8", "9999", "UTF-8")]
    [InlineData("lone-surrogate", "9999", "Unicode")]
    [InlineData("text-on-stdout", "9999", "hello, I found 3 parts 零件")]
    public async Task What_is_no_answer_ends_the_call_at_once_with_the_reason(string behaviour, string code, string message)
    {
        using var standIn = new StandIn(behaviour);
        // The limit is far away: a call that only ended by its time would be one about the time.
        var answer = await standIn.ExecuteOnceAsync(TimeSpan.FromMinutes(5));
        Assert.False(answer.IsOk);
        Assert.Equal(CallAnswerSource.Runner, answer.Source);
        Assert.Equal(code, answer.ErrorCode);
        Assert.Contains(message, answer.Message, StringComparison.Ordinal);
        Assert.Equal("ERROR", answer.Frame.GetProperty("status").GetString());
    }

    [Fact]
    [Conformance(302, 518)]
    public async Task An_error_frame_without_id_answers_the_waiting_call_and_is_no_verdict()
    {
        using var standIn = new StandIn("error-frame-null-id");
        var answer = await standIn.ExecuteOnceAsync();
        Assert.Equal(CallAnswerSource.ErrorFrame, answer.Source);
        Assert.Equal("1009", answer.ErrorCode);
        Assert.Equal(Verdict.None, answer.Verdict);
    }

    [Fact]
    [Conformance(278)]
    public async Task An_error_frame_right_after_hello_is_the_answer_to_the_first_call()
    {
        using var standIn = new StandIn("error-after-hello");
        var answer = await standIn.ExecuteOnceAsync();
        Assert.Equal("1004", answer.ErrorCode);
        Assert.Equal("entry_point not found", answer.Message);
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("hang-and-ignore-sigterm")]
    [InlineData("hang-with-grandchild")]
    [InlineData("only-wrong-id")]
    [Conformance(207, 329)]
    public async Task A_call_without_answer_is_1005_and_the_whole_process_tree_is_dead(string behaviour)
    {
        using var standIn = new StandIn(behaviour);
        await using var process = await standIn.StartAsync();
        var answer = await process.CallAsync(standIn.Call(Phase.Execute), TimeSpan.FromSeconds(1), Token);
        // Before the process is disposed of: the answer means that it has ended.
        standIn.AssertNothingIsLeft();
        Assert.Equal("1005", answer.ErrorCode);
        Assert.Contains("execute 超时: 1000 ms", answer.Message, StringComparison.Ordinal);
        Assert.False(process.IsUsable);
    }

    [Fact]
    public async Task An_algorithm_that_reads_nothing_does_not_hold_up_the_runner()
    {
        using var standIn = new StandIn("deaf");
        await using var process = await standIn.StartAsync();
        var parameters = new Dictionary<string, JsonElement> { ["text"] = JsonElement.Parse($"\"{new string('x', 1 << 20)}\"") };
        var answer = await process.CallAsync(standIn.Call(Phase.Execute, parameters), TimeSpan.FromSeconds(1), Token);
        standIn.AssertNothingIsLeft();
        Assert.Equal("1005", answer.ErrorCode);
    }

    [Fact]
    public async Task A_call_to_a_dead_algorithm_says_so()
    {
        using var standIn = new StandIn("die");
        await using var process = await standIn.StartAsync();
        await process.CallAsync(standIn.Call(Phase.Execute), null, Token);
        var second = await process.CallAsync(standIn.Call(Phase.Execute), null, Token);
        Assert.Equal("1005", second.ErrorCode);
        Assert.Contains("code=7", second.Message, StringComparison.Ordinal);
        Assert.Equal(["Traceback: boom"], process.Stderr);
    }

    [Fact]
    [Conformance(303)]
    public async Task A_second_call_beside_a_first_is_refused()
    {
        using var standIn = new StandIn("hang");
        await using var process = await standIn.StartAsync();
        var first = process.CallAsync(standIn.Call(Phase.Execute), TimeSpan.FromSeconds(1), Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => process.CallAsync(standIn.Call(Phase.Execute), null, Token));
        Assert.Equal("1005", (await first).ErrorCode);
    }

    [Fact]
    [Conformance(261)]
    public async Task A_call_over_two_mebibytes_is_refused_and_the_process_stays_usable()
    {
        using var standIn = new StandIn();
        await using var process = await standIn.StartAsync();
        var parameters = new Dictionary<string, JsonElement> { ["text"] = JsonElement.Parse($"\"{new string('x', 2 << 20)}\"") };
        await Assert.ThrowsAsync<ArgumentException>(() => process.CallAsync(standIn.Call(Phase.Execute, parameters), null, Token));
        Assert.True((await process.CallAsync(standIn.Call(Phase.Execute), null, Token)).IsOk);
    }

    [Theory]
    [InlineData("ok", true)]
    [InlineData("pong-without-id", true)]
    [InlineData("no-pong", false)]
    [Conformance(283, 285)]
    public async Task A_ping_tells_who_answers(string behaviour, bool answers)
    {
        using var standIn = new StandIn(behaviour);
        await using var process = await standIn.StartAsync(StandIn.Timings with { HeartbeatGrace = TimeSpan.FromSeconds(answers ? 30 : 0.5) });
        Assert.Equal(answers, await process.PingAsync(Token));
    }

    [Fact]
    [Conformance(305)]
    public async Task A_frame_nobody_waits_for_is_logged_and_dropped()
    {
        var lines = new List<string>();
        using var standIn = new StandIn("wrong-id");
        await using (var process = await standIn.StartAsync(log: lines.Add))
            await process.CallAsync(standIn.Call(Phase.Execute), null, Token);
        Assert.Contains(lines, static line => line.Contains("r-stale", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_that_answered_nothing_is_not_why_a_later_call_has_no_answer()
    {
        using var standIn = new StandIn("stray-error");
        await using var process = await standIn.StartAsync();
        Assert.True((await process.CallAsync(standIn.Call(Phase.Execute), null, TestContext.Current.CancellationToken)).IsOk);
        var answer = await process.CallAsync(standIn.Call(Phase.Execute), null, TestContext.Current.CancellationToken);
        Assert.Equal("1005", answer.ErrorCode);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(0)]
    [InlineData(5_000_000_000)]
    public async Task A_limit_that_cannot_be_kept_is_refused_before_anything_is_sent_and_the_next_call_is_as_good_as_any(long ms)
    {
        using var standIn = new StandIn();
        await using var algorithm = new SupervisedAlgorithm("limited", standIn.Launch, standIn.Images, StandIn.Timings);
        await algorithm.StartAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => algorithm.CallAsync(standIn.Call(Phase.Execute), TimeSpan.FromMilliseconds(ms), TestContext.Current.CancellationToken));
        Assert.True((await algorithm.CallAsync(standIn.Call(Phase.Execute), null, TestContext.Current.CancellationToken)).IsOk);
    }

    [Fact]
    public async Task Times_that_cannot_be_kept_are_refused_before_anything_is_started()
    {
        using var standIn = new StandIn();
        var failure = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => standIn.StartAsync(StandIn.Timings with { Info = TimeSpan.FromDays(-1) }));
        Assert.Contains("Info", failure.Message, StringComparison.Ordinal);
        Assert.Empty(standIn.Recorded);
    }
}

namespace ProcVision.Runner.Tests;

public sealed class StartTests
{
    [Fact]
    [Conformance(313, 314, 315, 511)]
    public async Task An_algorithm_is_started_as_the_platform_starts_it()
    {
        using var standIn = new StandIn();
        Environment.SetEnvironmentVariable("PYTHONUSERBASE", "/nowhere");
        await using (await standIn.StartAsync())
        {
        }

        var start = standIn.Recorded[0];
        var environment = start.GetProperty("environment");
        string?[] arguments = [.. start.GetProperty("argv").EnumerateArray().Select(static item => item.GetString())];
        Assert.Equal(["-m", "procvision_algorithm_sdk.adapter", "--entry", "main:StandIn"], arguments[^4..]);
        Assert.Equal(standIn.Root, start.GetProperty("cwd").GetString());
        Assert.Equal(standIn.Root, environment.GetProperty("PROC_ALGO_ROOT").GetString());
        Assert.Equal("prod", environment.GetProperty("PROC_ENV").GetString());
        Assert.Equal("1", environment.GetProperty("PYTHONUNBUFFERED").GetString());
        Assert.Equal("1", environment.GetProperty("PYTHONNOUSERSITE").GetString());
        Assert.Equal(standIn.Images.Directory, environment.GetProperty("PROC_SHM_DIR").GetString());
        Assert.False(environment.TryGetProperty("PYTHONUSERBASE", out _));
    }

    [Fact]
    [Conformance(276)]
    public async Task Hello_is_answered_with_the_runners_version_heartbeat_and_capabilities()
    {
        using var standIn = new StandIn();
        await using (var process = await standIn.StartAsync())
        {
            Assert.Equal("stand-in", process.Hello.SdkVersion);
            Assert.Contains("shared_memory:v1", process.Hello.Capabilities);
            Assert.True(process.IsUsable);
        }

        var hello = standIn.Received[0];
        Assert.Equal("hello", hello.GetProperty("type").GetString());
        Assert.Equal("0.1.0", hello.GetProperty("runner_version").GetString());
        Assert.Equal(5000, hello.GetProperty("heartbeat_interval_ms").GetInt32());
        Assert.Equal(2000, hello.GetProperty("heartbeat_grace_ms").GetInt32());
        Assert.Contains("session_values:v1", hello.GetProperty("capabilities").EnumerateArray().Select(static item => item.GetString()));
        Assert.Contains("session_state:v1", hello.GetProperty("capabilities").EnumerateArray().Select(static item => item.GetString()));
        Assert.Contains("deadline:v1", hello.GetProperty("capabilities").EnumerateArray().Select(static item => item.GetString()));
    }

    [Fact]
    [Conformance(282, 516)]
    public async Task An_error_frame_in_place_of_hello_is_reported_with_its_code_and_the_last_words()
    {
        var failure = await FailureOfAsync("error-before-hello");
        Assert.Equal("1003", failure.ErrorCode);
        Assert.Contains("模型不存在: model.onnx", failure.Message, StringComparison.Ordinal);
        Assert.Equal(["model.onnx is missing"], failure.Stderr);
        Assert.Equal(1, failure.ExitCode);
    }

    [Fact]
    [Conformance(281, 341)]
    public async Task An_end_before_hello_is_reported_with_the_exit_code_and_fifty_lines()
    {
        var failure = await FailureOfAsync("exit-before-hello");
        Assert.Equal("1005", failure.ErrorCode);
        Assert.Equal("握手失败: 进程已退出 (code=3)", failure.Message);
        Assert.Equal(3, failure.ExitCode);
        Assert.Equal(50, failure.Stderr.Count);
        Assert.Equal("line 59", failure.Stderr[^1]);
    }

    [Fact]
    [Conformance(513)]
    public async Task Text_on_stdout_before_hello_is_shown_to_whoever_printed_it()
    {
        var failure = await FailureOfAsync("text-before-hello");
        Assert.Equal("9999", failure.ErrorCode);
        Assert.Contains("loading model 模型 ...", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_frame_that_is_no_hello_is_refused()
    {
        var failure = await FailureOfAsync("result-before-hello");
        Assert.Equal("9999", failure.ErrorCode);
        Assert.Contains("\"result\"", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(281)]
    public async Task No_hello_in_time_is_1005()
    {
        var failure = await FailureOfAsync("silent", StandIn.Timings with { Handshake = TimeSpan.FromMilliseconds(700) });
        Assert.Equal("1005", failure.ErrorCode);
        Assert.Equal("握手超时: 700 ms 内没有 hello", failure.Message);
    }

    [Fact]
    [Conformance(281)]
    public async Task What_came_instead_of_a_hello_is_shown_when_the_time_is_up()
    {
        using var standIn = new StandIn();
        // A shell has printed it long before an interpreter would have begun.
        string script = $"echo '{{\"pid\":'$$'}}' > '{standIn.RecordFile}'; printf abc; exec sleep 600";
        var launch = AlgorithmLaunch.Adapter("/bin/sh", standIn.Root, "x:Y", "-c", script);
        var failure = await Assert.ThrowsAsync<AlgorithmStartException>(() => AlgorithmProcess.StartAsync(
            launch, standIn.Images, StandIn.Timings with { Handshake = TimeSpan.FromSeconds(3) }, cancellation: TestContext.Current.CancellationToken));
        Assert.NotEmpty(standIn.Recorded);
        standIn.AssertNothingIsLeft();
        Assert.Equal("1005", failure.ErrorCode);
        Assert.Equal("握手超时: 3000 ms 内没有 hello，stdout 上只有: \"abc\"", failure.Message);
    }

    [Fact]
    public async Task What_cannot_be_started_is_reported_with_its_path()
    {
        using var standIn = new StandIn();
        var launch = AlgorithmLaunch.Adapter(Path.Combine(standIn.Root, "no-such-file"), standIn.Root, "x:Y");
        var failure = await Assert.ThrowsAsync<AlgorithmStartException>(() => AlgorithmProcess.StartAsync(
            launch, standIn.Images, StandIn.Timings, cancellation: TestContext.Current.CancellationToken));
        Assert.Contains("子进程启动失败", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no-such-file", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handshake_that_is_given_up_leaves_nothing_behind()
    {
        using var standIn = new StandIn("silent");
        using var giveUp = new CancellationTokenSource();
        var starting = AlgorithmProcess.StartAsync(standIn.Launch, standIn.Images, StandIn.Timings, cancellation: giveUp.Token);
        await StandInRecord.UntilAsync(() => standIn.Recorded.Count > 0);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
        standIn.AssertNothingIsLeft();
    }

    private static async Task<AlgorithmStartException> FailureOfAsync(string behaviour, RunnerTimings? timings = null)
    {
        using var standIn = new StandIn(behaviour);
        var failure = await Assert.ThrowsAsync<AlgorithmStartException>(() => standIn.StartAsync(timings));
        standIn.AssertNothingIsLeft();
        return failure;
    }
}

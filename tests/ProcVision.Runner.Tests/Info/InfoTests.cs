using System.Text.Json;

namespace ProcVision.Runner.Tests;

/// <summary>Conformance 295, 306, 519, C45.</summary>
public sealed class InfoTests
{
    private static readonly RunnerTimings Patient = StandIn.Timings with { Info = TimeSpan.FromMinutes(1) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_algorithm_says_what_it_is_and_is_called_afterwards()
    {
        using var standIn = new StandIn("info");
        await using (var process = await standIn.StartAsync(Patient))
        {
            var answer = await process.InfoAsync(Token);
            Assert.Equal("", answer.Reason);
            Assert.Equal("Screw_Check", answer.Info!.Name);
            Assert.Equal("1.2", answer.Info.Version);
            Assert.Equal(["p001", "p002"], answer.Info.Pids);
            Assert.Equal([(1, "定位", 2), (2, "检测", 0)], answer.Info.Steps.Select(static step => (step.Index, step.Name, step.Params.Count)));
            Assert.True((await process.CallAsync(standIn.Call(Phase.Execute), null, Token)).IsOk);
        }

        standIn.AssertNothingIsLeft();
    }

    [Fact]
    public async Task The_call_is_the_one_that_the_platform_makes()
    {
        using var standIn = new StandIn("info");
        await using (var process = await standIn.StartAsync(Patient))
            await process.InfoAsync(Token);
        var call = standIn.Received[1];
        Assert.Equal(
            ["type", "request_id", "timestamp_ms", "phase", "session", "user_params", "shared_mem_id", "image_meta"],
            call.EnumerateObject().Select(static member => member.Name));
        Assert.Equal("info", call.GetProperty("phase").GetString());
        Assert.Equal("info-req", call.GetProperty("session").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_native_algorithm_answers_it_as_well()
    {
        using var standIn = new StandIn("info");
        var launch = AlgorithmLaunch.Adapter(Path.Combine(AppContext.BaseDirectory, "ProcVision.TestAlgorithm"), standIn.Root, "any:First");
        await using var process = await AlgorithmProcess.StartAsync(launch, standIn.Images, Patient, null, null, Token);
        var answer = await process.InfoAsync(Token);
        Assert.Equal("", answer.Reason);
        Assert.NotNull(answer.Info);
        Assert.Empty(answer.Info.Problems);
    }

    [Theory]
    [InlineData("info-error", "missing data (error_code 1000)")]
    [InlineData("info-empty", "data.info")]
    public async Task An_algorithm_that_cannot_tell_is_none_the_worse(string behaviour, string reason)
    {
        using var standIn = new StandIn(behaviour);
        await using var process = await standIn.StartAsync(Patient);
        var answer = await process.InfoAsync(Token);
        Assert.Null(answer.Info);
        Assert.Contains(reason, answer.Reason, StringComparison.Ordinal);
        Assert.True((await process.CallAsync(standIn.Call(Phase.Execute), null, Token)).IsOk);
    }

    [Theory]
    [InlineData("info-hang", 1, "info 超时: 1000 ms")]
    [InlineData("info-die", 60, "进程已结束")]
    [InlineData("info-text-on-stdout", 60, "printed")]
    public async Task An_algorithm_that_fails_at_it_is_not_usable_and_leaves_nothing(string behaviour, int seconds, string reason)
    {
        using var standIn = new StandIn(behaviour);
        await using (var process = await standIn.StartAsync(Patient with { Info = TimeSpan.FromSeconds(seconds) }))
        {
            var answer = await process.InfoAsync(Token);
            Assert.Null(answer.Info);
            Assert.Contains(reason, answer.Reason, StringComparison.Ordinal);
            Assert.False(process.IsUsable);
            Assert.Equal("进程已结束", (await process.InfoAsync(Token)).Reason);
        }

        standIn.AssertNothingIsLeft();
    }

    [Fact]
    public async Task It_is_not_asked_beside_a_call()
    {
        using var standIn = new StandIn("hang");
        await using var process = await standIn.StartAsync(Patient);
        var call = process.CallAsync(standIn.Call(Phase.Execute), TimeSpan.FromSeconds(1), Token);
        await Assert.ThrowsAsync<InvalidOperationException>(() => process.InfoAsync(Token));
        Assert.Equal("1005", (await call).ErrorCode);
    }

    [Fact]
    public async Task A_parameter_outside_what_an_algorithm_says_is_found_before_any_call()
    {
        // Conformance 128, C13.
        using var standIn = new StandIn("info");
        await using var process = await standIn.StartAsync(Patient);
        var schema = (await process.InfoAsync(Token)).Info!.Schema;
        var wrong = ParameterAssignment.Make(schema, schema, JsonElement.Parse("""{"exposure":20}"""), 640, 480);
        Assert.Contains("exposure", Assert.Single(wrong.Problems), StringComparison.Ordinal);
        Assert.Empty(ParameterAssignment.Make(schema, schema, JsonElement.Parse("""{"exposure":10}"""), 640, 480).Problems);
    }
}

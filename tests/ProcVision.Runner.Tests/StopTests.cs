namespace ProcVision.Runner.Tests;

public sealed class StopTests
{
    [Fact]
    [Conformance(307, "C46")]
    public async Task An_idle_algorithm_is_asked_to_shut_down()
    {
        using var standIn = new StandIn();
        var process = await standIn.StartAsync();
        await process.DisposeAsync();
        await process.DisposeAsync();
        standIn.AssertNothingIsLeft();
        Assert.Equal("shutdown", standIn.Received[^1].GetProperty("type").GetString());
        Assert.Single(standIn.Recorded, static entry => entry.TryGetProperty("teardown", out _));
    }

    [Theory]
    [InlineData("ignore-shutdown")]
    [InlineData("leave-grandchild")]
    [Conformance("C46")]
    public async Task Who_does_not_go_is_killed_with_all_it_has_started(string behaviour)
    {
        using var standIn = new StandIn(behaviour);
        var process = await standIn.StartAsync(StandIn.Timings with { ShutdownGrace = TimeSpan.FromSeconds(1) });
        await process.DisposeAsync();
        standIn.AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_call_that_is_given_up_leaves_nothing_behind()
    {
        using var standIn = new StandIn("hang-with-grandchild");
        using var giveUp = new CancellationTokenSource();
        await using (var process = await standIn.StartAsync())
        {
            var call = process.CallAsync(standIn.Call(Phase.Execute), null, giveUp.Token);
            await StandInRecord.UntilAsync(() => standIn.Received.Count == 2);
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }

        standIn.AssertNothingIsLeft();
        Assert.DoesNotContain(standIn.Received, static frame => frame.GetProperty("type").GetString() == "shutdown");
    }
}

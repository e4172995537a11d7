namespace ProcVision.Runner.Tests.Supervision;

/// <summary>A call that is made again (conformance 187, 188, 340, C5, C25), by value.</summary>
public sealed class RetryTests
{
    [Fact]
    public async Task An_algorithm_killed_after_pre_is_replaced_and_execute_finds_what_pre_stored()
    {
        await using var supervised = new Supervised();
        Assert.True((await supervised.CallAsync(Phase.Pre, "count")).IsOk);
        int first = supervised.Algorithm.ProcessId!.Value;
        await supervised.KillAsync();

        var execute = await supervised.CallAsync(Phase.Execute, "count");
        Assert.Equal("2", Told(execute));
        Assert.Equal(2, supervised.Count);
        Assert.NotEqual(first, supervised.Algorithm.ProcessId);
    }

    [Theory]
    [InlineData("count and die once", "1005")]
    [InlineData("count and hang once", "1005")]
    [InlineData("count and fail once", "9999")]
    public async Task A_retried_call_sees_the_session_of_its_beginning_and_counts_once(string what, string code)
    {
        await using var supervised = new Supervised();
        Assert.True((await supervised.CallAsync(Phase.Pre, "count")).IsOk);
        string region = supervised.Region.Name;

        var execute = await supervised.CallAsync(Phase.Execute, what, what == "count and hang once" ? TimeSpan.FromSeconds(2) : null);
        Assert.True(execute.IsOk, execute.Message);
        Assert.Equal("2", Told(execute));
        Assert.Equal(2, supervised.Count);
        Assert.Equal(2, execute.Attempts);
        Assert.StartsWith($"第 1 次调用失败 ({code})", Assert.Single(execute.Warnings), StringComparison.Ordinal);
        Assert.NotEqual(region, supervised.Region.Name);

        // And the detection goes on from there.
        Assert.Equal("3", Told(await supervised.CallAsync(Phase.Execute, "count")));
    }

    [Fact]
    public async Task A_failure_that_does_not_pass_is_told_after_the_last_retry()
    {
        await using var supervised = new Supervised(Supervised.AtOnce with { MaxRetries = 1 });
        var answer = await supervised.CallAsync(Phase.Execute, "sleep forever?");
        Assert.Equal(("9999", 1), (answer.ErrorCode, answer.Attempts));

        answer = await supervised.CallAsync(Phase.Execute, "wait for the file", TimeSpan.FromSeconds(1));
        Assert.Equal(("1005", 2), (answer.ErrorCode, answer.Attempts));
    }

    [Fact]
    public async Task Memory_of_the_GPU_is_worth_one_new_process_and_one_retry()
    {
        await using var supervised = new Supervised();
        Assert.True((await supervised.CallAsync(Phase.Pre, "count")).IsOk);
        int first = supervised.Algorithm.ProcessId!.Value;

        var answer = await supervised.CallAsync(Phase.Execute, "count and run out of memory");
        Assert.Equal(("1004", 2), (answer.ErrorCode, answer.Attempts));
        await supervised.UntilAsync(() => supervised.Algorithm.State == AlgorithmState.Running);
        Assert.NotEqual(first, supervised.Algorithm.ProcessId);
    }

    [Fact]
    public async Task A_fatal_failure_is_not_retried_but_its_process_is_replaced()
    {
        await using var supervised = new Supervised();
        await supervised.Algorithm.StartAsync(TestContext.Current.CancellationToken);
        int first = supervised.Algorithm.ProcessId!.Value;

        var answer = await supervised.CallAsync(Phase.Execute, "give up");
        Assert.Equal(("fatal", 1), (answer.ErrorKind, answer.Attempts));
        await supervised.UntilAsync(() => supervised.Algorithm.ProcessId is { } now && now != first);
    }

    [Fact]
    public async Task Without_retries_a_death_is_told_at_once_and_the_session_keeps_what_was_stored()
    {
        await using var supervised = new Supervised(Supervised.AtOnce with { MaxRetries = 0 });
        var answer = await supervised.CallAsync(Phase.Execute, "count and die once");
        Assert.Equal(("1005", 1), (answer.ErrorCode, answer.Attempts));
        Assert.Equal(1, supervised.Count);
    }

    private static string Told(CallAnswer answer) =>
        answer.IsOk ? answer.Data.GetProperty("debug").GetProperty("count").GetRawText() : $"{answer.ErrorCode} {answer.Message}";
}

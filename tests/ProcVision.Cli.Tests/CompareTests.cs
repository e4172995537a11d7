namespace ProcVision.Cli.Tests;

public sealed class CompareTests
{
    [Fact]
    public async Task Two_that_say_the_same_differ_in_nothing_and_their_times_stand_side_by_side()
    {
        using var a = new PublishedStandIn();
        using var b = new PublishedStandIn();
        var run = await a.RunAsync("--compare", b.Folder, "--repeat", "3", "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.True(run.Json.GetProperty("same").GetBoolean());
        Assert.Equal(3, run.Json.GetProperty("compared").GetInt32());
        Assert.Equal(["1 pre_execute", "1 execute", "2 pre_execute", "2 execute"], run.Json.GetProperty("calls").EnumerateArray()
            .Select(static call => $"{call.GetProperty("step_index").GetInt32()} {call.GetProperty("phase").GetString()}"));
        Assert.All(run.Json.GetProperty("calls").EnumerateArray(), static call =>
            Assert.True(call.GetProperty("a").GetProperty("p50_ms").GetDouble() > 0 && call.GetProperty("b").GetProperty("p99_ms").GetDouble() > 0));
        Assert.Equal(12, a.Calls.Count);
        Assert.Equal(12, b.Calls.Count);
        a.AssertNothingIsLeft();
        b.AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_picture_on_which_they_differ_is_told_with_both_results_and_exit_code_1()
    {
        using var a = new PublishedStandIn();
        using var b = new PublishedStandIn("ng");
        var run = await a.RunAsync("--compare", b.Folder);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("A OK | 0 个缺陷", run.Out, StringComparison.Ordinal);
        Assert.Contains("B NG | 2 个缺陷", run.Out, StringComparison.Ordinal);
        Assert.Contains("结果: 1 张 | 不同 1 | 两者都 ERROR 0", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_ERROR_of_both_is_no_agreement()
    {
        using var a = new PublishedStandIn("error");
        using var b = new PublishedStandIn("error");
        var run = await a.RunAsync("--compare", b.Folder, "--lang", "en");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("different 0 | ERROR in both 1", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_to_be_compared_with_must_be_there()
    {
        using var a = new PublishedStandIn();
        var run = await a.RunAsync("--compare", "/no/such");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/no/such", run.Error, StringComparison.Ordinal);
        Assert.Empty(a.Recorded);
    }
}

namespace ProcVision.Cli.Tests;

public sealed class RetryRunTests
{
    [Fact]
    public async Task A_first_failure_is_shown_with_the_last_words_of_the_process_and_nothing_is_called_again()
    {
        using var folder = new PublishedStandIn("die-once");
        var run = await folder.RunAsync();
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("[1005]", run.Out, StringComparison.Ordinal);
        Assert.Contains("Traceback: once", run.Error, StringComparison.Ordinal);
        folder.AssertNothingIsLeft();
    }

    [Fact]
    [Conformance(187)]
    public async Task With_retries_the_call_is_made_again_in_a_new_process_and_that_is_said()
    {
        using var folder = new PublishedStandIn("die-once");
        var run = await folder.RunAsync("--retries", "1");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("警告: 第 1 次调用失败 (1005)", run.Out, StringComparison.Ordinal);
        Assert.Contains("Traceback: once", run.Error, StringComparison.Ordinal);
        Assert.Contains("结果: OK", run.Out, StringComparison.Ordinal);
        folder.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("-1", "--retries 必须大于等于 0")]
    [InlineData("11", "--retries 必须小于等于 10")]
    [InlineData("two", "--retries 必须是整数 (0 到 10)")]
    public async Task A_number_of_retries_that_is_none_is_bad_input(string number, string told)
    {
        using var folder = new PublishedStandIn();
        var run = await folder.RunAsync("--retries", number);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }
}

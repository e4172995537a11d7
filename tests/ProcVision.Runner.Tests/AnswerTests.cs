namespace ProcVision.Runner.Tests;

public sealed class AnswerTests
{
    [Theory]
    [InlineData("no-status", "status")]
    [InlineData("status-ng", "\"NG\"")]
    [InlineData("no-data", "data")]
    [InlineData("no-verdict", "result_status")]
    [InlineData("ng-without-reason", "ng_reason")]
    [InlineData("ng-without-defects", "defect_rects")]
    [Conformance(215, 216)]
    public async Task A_result_that_does_not_say_what_it_must_is_1006(string behaviour, string named)
    {
        using var standIn = new StandIn(behaviour);
        var answer = await standIn.ExecuteOnceAsync();
        Assert.Equal("1006", answer.ErrorCode);
        Assert.Contains(named, answer.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.None, answer.Verdict);
    }

    [Fact]
    [Conformance(146)]
    public async Task A_pre_result_with_a_verdict_is_1006()
    {
        using var standIn = new StandIn("pre-with-verdict");
        await using var process = await standIn.StartAsync();
        var answer = await process.CallAsync(standIn.Call(Phase.Pre), null, TestContext.Current.CancellationToken);
        Assert.Equal("1006", answer.ErrorCode);
        Assert.True(process.IsUsable, "a wrong answer is no reason to end the process");
    }

    [Fact]
    [Conformance(152)]
    public async Task More_than_twenty_defects_are_cut_with_a_warning_and_the_rest_is_kept()
    {
        using var standIn = new StandIn("many-defects");
        var answer = await standIn.ExecuteOnceAsync();
        Assert.Equal(Verdict.Ng, answer.Verdict);
        Assert.Equal(20, answer.Data.GetProperty("defect_rects").GetArrayLength());
        Assert.Equal("很多", answer.Data.GetProperty("ng_reason").GetString());
        Assert.Equal("kept", answer.Data.GetProperty("extra").GetString());
        Assert.Contains("25", Assert.Single(answer.Warnings), StringComparison.Ordinal);
    }
}

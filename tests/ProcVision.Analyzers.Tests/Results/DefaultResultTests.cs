namespace ProcVision.Analyzers.Results;

/// <summary>PV3008: a result that says nothing.</summary>
public sealed class DefaultResultTests
{
    [Theory]
    [InlineData("{|PV3008:default|}")]
    [InlineData("{|PV3008:default(ExecuteResult)|}")]
    [InlineData("{|PV3008:new()|}")]
    [InlineData("{|PV3008:new ExecuteResult()|}")]
    [InlineData("{|PV3008:new ExecuteResult { }|}")]
    [InlineData("Flag ? ExecuteResult.Ok() : {|PV3008:default|}")]
    [InlineData("Count switch { 1 => ExecuteResult.Ok(), _ => {|PV3008:default|} }")]
    public async Task A_default_result_is_answered_with_1000(string result)
    {
        string message = Assert.Single(await ResultStep.FindReturnAsync(result));
        Assert.Equal("A default 'ExecuteResult' says neither OK nor what is wrong, so the call is answered with 1000. Return ExecuteResult.Ok, Ng or Error.", message);
    }

    [Fact]
    public async Task Of_a_pre_of_methods_that_are_called_and_of_variables()
    {
        string message = Assert.Single(await ResultStep.FindPreAsync("{|PV3008:default|}"));
        Assert.Equal("A default 'PreResult' says neither OK nor what is wrong, so the call is answered with 1000. Return PreResult.Ok or PreResult.Error.", message);

        var messages = await ResultStep.FindAsync(
            """
            ExecuteResult none = default;
            if (Flag) return {|PV3008:none|};
            if (Count > 1) return {|PV3008:default(ExecuteResult)|}.With("a", 1, Json<int>());
            ExecuteResult Local() => {|PV3008:default|};
            return Local();
            """,
            "private static ExecuteResult Judge(int count) { if (count == 0) return ExecuteResult.Ok(); return {|PV3008:default|}; }");
        Assert.Equal("A default 'ExecuteResult' says neither OK nor what is wrong, and 'With' refuses it. Return ExecuteResult.Ok, Ng or Error.", messages[1]);
    }

    [Fact]
    public async Task A_default_that_nobody_looks_at_is_fine() => Assert.Empty(await ResultStep.FindAsync(
        """
        ExecuteResult result = default;
        if (Flag) result = ExecuteResult.Ng("缺少"); else result = ExecuteResult.Ok();
        if (Count == 1) return result;
        if (!TryJudge(Count, out var judged) || Maybe() is not { } sure) return judged;
        return Judge(out bool done) is var last && done ? last : sure;
        """,
        """
        private static bool TryJudge(int count, out ExecuteResult result)
        {
            result = default;
            if (count > 0) return false;
            result = ExecuteResult.Ok();
            return true;
        }
        private static ExecuteResult? Maybe() => default;
        private static ExecuteResult Judge(out bool done) { done = false; return default; }
        private static (bool Done, ExecuteResult Result) Both() => (false, default);
        """));
}

namespace ProcVision.Analyzers.Results;

/// <summary>PV3012: results that nobody gets.</summary>
public sealed class ThrownAwayResultTests
{
    [Fact]
    public async Task A_missing_return_and_a_With_that_changes_nothing()
    {
        var messages = await ResultStep.FindAsync(
            """
            if (Count < 6) {|PV3012:ExecuteResult.Ng($"缺少{6 - Count}个零件")|};
            var result = ExecuteResult.Ok();
            {|PV3012:result.With("size", 1, Json<int>())|};
            {|PV3012:ExecuteResult.Ok().With("size", 1, Json<int>())|};
            {|PV3012:Judge(Count)|};
            {|PV3012:PreResult.Ok()|};
            void Local() { {|PV3012:ExecuteResult.Error(ErrorCode.Unknown, "失败")|}; }
            if (Flag) Local();
            if (Flag) return result;
            """,
            "private static ExecuteResult Judge(int count) => count > 0 ? ExecuteResult.Ok() : ExecuteResult.Ng(\"空\");");
        Assert.Equal("Nobody gets the result of 'Ng', and the step goes on as if it had never been made. Return it.", messages[0]);
        Assert.Equal("Nobody gets the result of 'Judge', and the step goes on as if it had never been made. Return it, or write '_ =' before it if that is meant.", messages[3]);
    }

    [Fact]
    public async Task Results_that_somebody_gets() => Assert.Empty(await ResultStep.FindAsync(
        """
        _ = Judge(Count);
        var kept = Judge(Count).With("size", 1, Json<int>());
        Fail(() => ExecuteResult.Ok());
        Run(() => Judge(3));
        Pass(Judge(4));
        if (Flag) return kept;
        """,
        """
        private static ExecuteResult Judge(int count) => ExecuteResult.Ok();
        private static void Fail(Func<ExecuteResult> make) => make.ToString();
        private static void Run(Action act) => act();
        private static T Pass<T>(T value) => value;
        """));
}

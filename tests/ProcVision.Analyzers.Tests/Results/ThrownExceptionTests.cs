namespace ProcVision.Analyzers.Results;

/// <summary>PV3009: exceptions out of a step.</summary>
public sealed class ThrownExceptionTests
{
    [Theory]
    [InlineData("InvalidOperationException", "ModelNotFound")]
    [InlineData("FileNotFoundException", "ModelNotFound")]
    [InlineData("ArgumentException", "InvalidParams")]
    [InlineData("TimeoutException", "Timeout")]
    [InlineData("Exception", "Unknown")]
    public async Task An_exception_without_a_meaning(string type, string code)
    {
        string message = Assert.Single(await ResultStep.FindAsync($"if (Flag) {{|PV3009:throw new {type}(\"未找到\");|}}"));
        Assert.Equal(
            $"'{type}' out of a step is answered with 9999 as a mistake of the algorithm, whatever its cause. Return 'ExecuteResult.Error(ErrorCode.{code}, …)', or throw a RecoverableException where a second try may succeed.",
            message);
    }

    [Fact]
    public async Task An_expression_a_variable_and_an_exception_of_ones_own() => _ = await ResultStep.FindAsync(
        """
        var text = Text ?? {|PV3009:throw new InvalidOperationException("未找到")|};
        var failure = new Lost();
        if (text.Length > 3) {|PV3009:throw failure;|}
        try { if (Flag) {|PV3009:throw new Lost();|} } catch (ArgumentException) { }
        try { } catch (ArgumentException e) { {|PV3009:throw new InvalidOperationException("失败", e);|} }
        """,
        types: "public sealed class Lost : Exception;");

    [Fact]
    public async Task A_pre_is_told_of_its_own_result() => Assert.Contains(
        "Return 'PreResult.Error(ErrorCode.InvalidParams, …)'",
        Assert.Single(await ResultStep.FindPreAsync("Flag ? PreResult.Ok() : {|PV3009:throw new ArgumentException(\"光照\")|}")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Exceptions_with_a_meaning_or_a_handler_and_code_that_cannot_be_reached() => Assert.Empty(await ResultStep.FindAsync(
        """
        if (Flag) throw new RecoverableException("相机忙");
        if (Count == 2) throw new OperationCanceledException();
        if (Count == 3) throw new System.Diagnostics.UnreachableException();
        try { throw new InvalidOperationException("a"); } catch (InvalidOperationException e) { return ExecuteResult.Error(ErrorCode.Unknown, e.Message); }
        try { throw new InvalidOperationException("a"); } catch { return ExecuteResult.Error(ErrorCode.Unknown, "a"); }
        try { } catch (Exception) { step.Log.Warn("a"); throw; }
        int size = step.Step switch { 1 => 2, _ => throw new InvalidOperationException("a") };
        switch (size) { case 1: break; default: throw new ArgumentOutOfRangeException(); }
        Func<int> later = () => throw new InvalidOperationException("b");
        """,
        """
        private static void Guard(int count) { if (count < 0) throw new ArgumentException("count"); }
        private void Setup(SetupContext context) => throw new FileNotFoundException("model");
        """));
}

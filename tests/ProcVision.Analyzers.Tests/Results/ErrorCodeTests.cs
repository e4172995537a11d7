namespace ProcVision.Analyzers.Results;

/// <summary>PV3004 and PV3005: codes that a result refuses.</summary>
public sealed class ErrorCodeTests
{
    [Theory]
    [InlineData("(ErrorCode)1234", "1234", "Unknown")]
    [InlineData("(ErrorCode)3001", "3001", "ModelNotFound")]
    [InlineData("(ErrorCode)(1000 + 8)", "1008", "ImageLoadFailed")]
    [InlineData("0", "0", "Unknown")]
    [InlineData("default", "0", "Unknown")]
    [InlineData("default(ErrorCode)", "0", "Unknown")]
    [InlineData("new()", "0", "Unknown")]
    public async Task A_code_of_no_table(string code, string number, string nearest)
    {
        string message = Assert.Single(await ResultStep.FindReturnAsync($"ExecuteResult.Error({{|PV3004:{code}|}}, \"失败\")"));
        Assert.Equal(
            $"{number} is no error code of a result: a result refuses it with an ArgumentException, and the call is answered with 9999. Use '{nearest}' or another member of ErrorCode.",
            message);
        _ = await ResultStep.FindPreAsync($"PreResult.Error(message: \"失败\", code: {{|PV3004:{code}|}})");
    }

    [Theory]
    [InlineData("(ErrorCode)2001", "2001 is a code of package management ('invalid_zip')", "ModelNotFound")]
    [InlineData("(ErrorCode)2150", "2150 is a code of package management", "Unknown")]
    public async Task A_code_of_packages(string code, string cause, string nearest)
    {
        string message = Assert.Single(await ResultStep.FindReturnAsync($"ExecuteResult.Error({{|PV3005:{code}|}}, \"失败\")"));
        Assert.Equal($"{cause}: a result refuses it with an ArgumentException, and the call is answered with 9999. Use '{nearest}' or another member of ErrorCode.", message);
    }

    [Fact]
    public async Task A_code_that_is_kept_before_it_is_used() => _ = await ResultStep.FindAsync(
        """
        var code = Flag ? ErrorCode.Timeout : {|PV3004:(ErrorCode)4001|};
        const ErrorCode mine = {|PV3005:(ErrorCode)2003|};
        if (Flag) return ExecuteResult.Error(mine, "失败");
        if (Count == 3) return ExecuteResult.Error(Broken, "失败");
        return ExecuteResult.Error(Flag ? code : {|PV3004:default|}, "失败");
        """,
        "private const ErrorCode Broken = {|PV3004:(ErrorCode)1011|}; private static ErrorCode CodeOf(int x) => x > 0 ? ErrorCode.Unknown : {|PV3004:(ErrorCode)5|};");

    [Fact]
    public async Task Named_codes_and_comparisons_are_fine() => Assert.Empty(await ResultStep.FindAsync(
        """
        ErrorCode none = default;
        var named = (ErrorCode)1003;
        var given = (ErrorCode)Count;
        if (given == (ErrorCode)1000 || given is (ErrorCode)2001 || given.Equals((ErrorCode)7)) return ExecuteResult.Error(given, "失败");
        switch (given) { case (ErrorCode)1010: return ExecuteResult.Error(named, "失败"); }
        if (given != none) return ExecuteResult.Error((ErrorCode)9999, "失败");
        """));
}

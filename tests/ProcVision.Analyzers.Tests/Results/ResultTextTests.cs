namespace ProcVision.Analyzers.Results;

/// <summary>PV3001, PV3002 and PV3003: reasons and messages.</summary>
public sealed class ResultTextTests
{
    private const string Nine = "123456789";

    [Theory]
    [InlineData("ExecuteResult.Ng({|PV3001:\"\"|})")]
    [InlineData("ExecuteResult.Ng(defects: null, reason: {|PV3001:\" \\t\"|})")]
    [InlineData("ExecuteResult.Ng({|PV3001:string.Empty|}, [])")]
    [InlineData("ExecuteResult.Ng({|PV3001:null|})")]
    [InlineData("ExecuteResult.Ng({|PV3001:default|})")]
    [InlineData("ExecuteResult.Ng({|PV3001:Nothing|})")]
    [InlineData("ExecuteResult.Ng({|PV3001:Nothing + \" \"|})")]
    [InlineData("ExecuteResult.Ng({|PV3001:$\"\"|})")]
    [InlineData("ExecuteResult.Ng({|PV3001:$\"{Nothing} \"|})")]
    [InlineData("ExecuteResult.Ng(Flag ? Text : {|PV3001:\"\"|})")]
    [InlineData("ExecuteResult.Ng(Count switch { 0 => {|PV3001:\"\"|}, 1 => \"缺少\", _ => Text })")]
    [InlineData("ExecuteResult.Ng({|PV3001:\"\"|}, null, null)")]
    public async Task An_empty_reason_is_an_exception_at_its_line(string result)
    {
        string message = Assert.Single(await ResultStep.FindReturnAsync(result, "const string Nothing = \"\";"));
        Assert.Equal("'Ng' refuses an empty reason with an ArgumentException, and the call is answered with 9999. Say what was found and what was expected.", message);
    }

    [Fact]
    public async Task An_empty_message_of_an_error()
    {
        var messages = await ResultStep.FindAsync(
            """
            string nothing = "";
            if (Flag) return ExecuteResult.Error(ErrorCode.Unknown, {|PV3001:nothing|});
            if (Count > 1) return ExecuteResult.Error(message: {|PV3001:" "|}, code: ErrorCode.Unknown);
            """);
        Assert.Equal("'Error' refuses an empty message with an ArgumentException, and the call is answered with 9999. Say what was found and what was expected.", messages[0]);
        _ = await ResultStep.FindPreAsync("PreResult.Error(ErrorCode.Unknown, {|PV3001:\"\"|})");
    }

    [Theory]
    [InlineData("\"{0}\"")]
    [InlineData("Long")]
    [InlineData("\"12345\" + \"{1}\"")]
    [InlineData("$\"{0}\"")]
    [InlineData("nameof(Count) + \"{1}\"")]
    [InlineData("$\"{{nameof(Flag)}}, {1}\"")]
    public async Task A_reason_of_50_characters_is_remarked_on(string text)
    {
        string fifty = string.Concat(Enumerable.Repeat(Nine + "缺", 5));
        string reason = text.Replace("{0}", fifty).Replace("{1}", fifty[5..]).Replace("{{", "{").Replace("}}", "}");
        string message = Assert.Single(await ResultStep.FindReturnAsync($"ExecuteResult.Ng({{|PV3002:{reason}|}})", $"const string Long = \"{fifty}\";"));
        Assert.Matches("^This reason has 5[01] characters, and the platform takes fewer than 50: every such part leaves a warning in the log\\. Name the fault", message);
    }

    [Fact]
    public async Task What_is_fixed_of_an_interpolated_reason_is_already_too_long()
    {
        string fixedPart = new('短', 48);
        string message = Assert.Single(await ResultStep.FindReturnAsync($"ExecuteResult.Ng({{|PV3002:$\"{fixedPart}{{Count}}: {{Text}}\"|}})"));
        Assert.StartsWith("This reason has at least 50 characters,", message, StringComparison.Ordinal);
        _ = await ResultStep.FindReturnAsync("ExecuteResult.Ng({|PV3002:$\"{Count,60}\"|})");
        _ = await ResultStep.FindReturnAsync($"ExecuteResult.Ng({{|PV3002:$\"{fixedPart}\" + $\"{{Count}}: \"|}})");
        _ = await ResultStep.FindReturnAsync($"ExecuteResult.Ng({{|PV3002:\"{fixedPart}\" + Text + \", \"|}})");
    }

    [Fact]
    public async Task Characters_are_counted_as_the_Sdk_counts_them()
    {
        // Outside of the first plane a character is two.
        string pairs = string.Concat(Enumerable.Repeat("𠮷", 25));
        Assert.StartsWith("This reason has 50 characters", Assert.Single(await ResultStep.FindReturnAsync($"ExecuteResult.Ng({{|PV3002:\"{pairs}\"|}})")), StringComparison.Ordinal);
        Assert.Empty(await ResultStep.FindReturnAsync($"ExecuteResult.Ng(\"{pairs[2..]}\")"));
        Assert.Empty(await ResultStep.FindReturnAsync("ExecuteResult.Ng($\"" + new string('x', 48) + "{{\")"));
    }

    [Fact]
    public async Task A_message_of_100_characters_is_remarked_on()
    {
        string hundred = new('长', 100);
        string message = Assert.Single(await ResultStep.FindReturnAsync($"ExecuteResult.Error(ErrorCode.Unknown, {{|PV3003:\"{hundred}\"|}})"));
        Assert.Equal(
            "This message has 100 characters, and the platform takes fewer than 100: every such call leaves a warning in the log. Keep what happened with value and limit, and write the rest to 'step.Log'.",
            message);
        _ = await ResultStep.FindPreAsync($"PreResult.Ok({{|PV3003:\"{hundred}\"|}})");
        _ = await ResultStep.FindPreAsync($"PreResult.Error(ErrorCode.Unknown, {{|PV3003:$\"{hundred}{{Count}}\"|}})");
    }

    [Theory]
    [InlineData("ExecuteResult.Ng(\"缺少零件\")")]
    [InlineData("ExecuteResult.Ng(Text)")]
    [InlineData("ExecuteResult.Ng($\"{Text}\")")]
    [InlineData("ExecuteResult.Ng($\"{Count:000000000000000000000000000000000000000000000000000}\")")]
    [InlineData("ExecuteResult.Ng(Text ?? \"\")", "PV3001:\"\"")]
    [InlineData("ExecuteResult.Ng(\"4567890123456789012345678901234567890123456789\" + \"123\")")]
    [InlineData("ExecuteResult.Error(ErrorCode.Unknown, \"45678901234567890123456789012345678901234567891234567890\")")]
    public async Task Other_reasons_and_messages_are_fine(string result, string? mark = null) =>
        _ = await ResultStep.FindReturnAsync(mark is null ? result : result.Replace("\"\"", "{|" + mark + "|}"));

    [Fact]
    public async Task A_pre_that_is_ok_may_have_no_message() => Assert.Empty(await ResultStep.FindPreAsync("PreResult.Ok(\"\")"));

    [Fact]
    public async Task A_variable_that_is_set_again_is_not_known() => Assert.Empty(await ResultStep.FindAsync(
        """
        string reason = "";
        if (Flag) reason = "缺少零件";
        if (reason.Length > 0) return ExecuteResult.Ng(reason);
        """));
}

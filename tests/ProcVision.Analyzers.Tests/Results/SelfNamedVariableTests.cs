namespace ProcVision.Analyzers.Results;

/// <summary>Variables that are named in their own initializer, as they are for a moment while a line is typed: who follows them must come to an end.</summary>
public sealed class SelfNamedVariableTests
{
    [Theory]
    [InlineData("string text = text + \"a\"; return ExecuteResult.Ng(text);")]
    [InlineData("string text = $\"{text}a\"; return ExecuteResult.Ng(text);")]
    [InlineData("string one = other + \"a\"; string other = one + \"a\"; return ExecuteResult.Ng(one);")]
    [InlineData("Rect box = box with { X = 1 }; return ExecuteResult.Ng(\"a\", [new DefectRect(box, \"a\", 1)]);")]
    [InlineData("DefectRect[] found = [.. found]; return ExecuteResult.Ng(\"a\", found);")]
    [InlineData("ExecuteResult result = result.With(\"a\", 1, Json<int>()); return result.With(\"b\", 1, Json<int>());")]
    [InlineData("var found = Flag ? new DefectRect { Box = _box } : found; return ExecuteResult.Ng(\"a\", [found]);")]
    [InlineData("DefectRect found = Flag ? new DefectRect(default, \"a\", -1) : found; found = found with { Label = \"b\" };")]
    public async Task Nothing_is_said_and_the_compiler_goes_on(string body) => Assert.Empty(await ResultStep.FindAsync(body));
}

using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>PV1031: only calls of the execute-only profile bring a guide (conformance 87–91).</summary>
public sealed class EmptyGuideTests
{
    [Theory]
    [InlineData("_ = step.{|PV1031:Guide|}.Description;")]
    [InlineData("var guide = step.{|PV1031:Guide|}; _ = guide.Regions.Count;")]
    [InlineData("if (step.{|PV1031:Guide|}.IsPresent) { }")]
    [InlineData("Draw(step.{|PV1031:Guide|}); static void Draw(StepGuide guide) => _ = guide.Image.Width;")]
    public async Task PV1031_a_guide_that_no_call_brings(string statement)
    {
        var messages = await RuleTest.FindAsync(Class("", statement), Demo.OneStep);
        Assert.Equal(
            "The guide of a step is always empty in 'Demo', because it takes no calls of the execute-only profile. Write 'ExecuteOnly = true' in its [Algorithm] or do without the guide.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task PV1031_said_to_be_false() => await RuleTest.FindAsync(Class("(ExecuteOnly = false)", "_ = step.{|PV1031:Guide|}.Description;"), Demo.OneStep);

    [Theory]
    [InlineData("(ExecuteOnly = true)", "_ = step.Guide.Description;")]
    [InlineData("", "_ = step.Image.Width;")]
    [InlineData("", "var other = new Other(); _ = other.Guide;")]
    [InlineData("", "string Guide = step.Pid; _ = Guide.Length; _ = nameof(LocateStep.Guide);")]
    public async Task A_guide_that_calls_bring_is_fine(string arguments, string statement) => await RuleTest.FindAsync(Class(arguments, statement), Demo.OneStep);

    private static string Class(string arguments, string statement) =>
        $$"""[Algorithm{{arguments}}] public sealed partial class Demo { [Execute(1)] ExecuteResult Locate(in LocateStep step) { {{statement}} return ExecuteResult.Ok(); } sealed class Other { public string Guide => ""; } }""";
}

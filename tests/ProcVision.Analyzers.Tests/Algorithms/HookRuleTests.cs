using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Hooks are found by name (DESIGN §3).</summary>
public sealed class HookRuleTests
{
    [Fact]
    public async Task Hooks_of_any_accessibility_are_fine() => await RuleTest.FindAsync($$"""
        [Algorithm]
        public sealed partial class Demo
        {
            {{Demo.Locate}}
            void Setup(SetupContext context) { }
            public void Teardown() { }
            private void OnStepStart(in StepStart start) { }
            internal void OnStepFinish(in StepFinish finish) { }
            void Reset(in ResetContext context) { }
        }
        """, Demo.OneStep);

    [Fact]
    public async Task An_overload_beside_the_hook_is_fine() =>
        await RuleTest.FindAsync(Class("void Setup(SetupContext context) => Setup(\"model\"); void Setup(string model) { }"), Demo.OneStep);

    [Theory]
    [InlineData("void {|PV1020:Setup|}() { }", "it has 0 parameters", "void Setup(SetupContext context)")]
    [InlineData("void {|PV1020:Setup|}(string model) { }", "it takes 'string'", "void Setup(SetupContext context)")]
    [InlineData("void {|PV1020:Setup|}(ref SetupContext context) { }", "its parameter is passed by reference", "void Setup(SetupContext context)")]
    [InlineData("System.Threading.Tasks.Task {|PV1020:Setup|}(SetupContext context) => null!;", "it returns 'Task'", "void Setup(SetupContext context)")]
    [InlineData("async void {|PV1020:Setup|}(SetupContext context) => await System.Threading.Tasks.Task.Yield();", "it is async, and the host would not wait for it", "void Setup(SetupContext context)")]
    [InlineData("void {|PV1020:Teardown|}(int code) { }", "it has parameters", "void Teardown()")]
    [InlineData("static void {|PV1020:Teardown|}() { }", "it is static", "void Teardown()")]
    [InlineData("void {|PV1020:Teardown|}<T>() { }", "it is generic", "void Teardown()")]
    [InlineData("void {|PV1020:OnStepStart|}(StepStart start) { }", "its parameter is not 'in'", "void OnStepStart(in StepStart start)")]
    [InlineData("void {|PV1020:OnStepFinish|}(in StepStart start) { }", "it takes 'StepStart'", "void OnStepFinish(in StepFinish finish)")]
    [InlineData("bool {|PV1020:Reset|}(in ResetContext context) => true;", "it returns 'bool'", "void Reset(in ResetContext context)")]
    public async Task PV1020_a_hook_with_the_wrong_signature(string hook, string cause, string signature)
    {
        var messages = await RuleTest.FindAsync(Class(hook), Demo.OneStep);
        Assert.Equal(
            $"The method '{signature.Split(' ', '(')[1]}' is named like a hook but would never be called, because {cause}. Write '{signature}' or give the method another name.",
            Assert.Single(messages));
    }

    [Fact]
    public void A_hook_of_a_base_class_is_called() => Assert.Contains(
        "Setup(context)",
        new TestProject()
            .Code($$"""using ProcVision; public class Vision { protected void Setup(SetupContext context) { } } {{Class("").Replace("Demo {", "Demo : Vision {", StringComparison.Ordinal)}}""")
            .Manifest(Demo.OneStep)
            .Build().IsClean().Sources["Demo.g.cs"],
        StringComparison.Ordinal);

    private static string Class(string hook) => $$"""[Algorithm] public sealed partial class Demo { {{Demo.Locate}} {{hook}} }""";
}

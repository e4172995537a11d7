using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Rules about methods and the steps of the manifest.</summary>
public sealed class StepRuleTests
{
    [Fact]
    public async Task A_method_for_each_step_is_fine() => await RuleTest.FindAsync($$"""
        [Algorithm]
        public sealed partial class Demo
        {
            const int Second = 1 + 1;
            [PreExecute(1)] public PreResult Check(in LocateStep step) => PreResult.Ok();
            [Execute(1)] internal ExecuteResult Run(in LocateStep step) => ExecuteResult.Ok();
            [Execute(Second), NoImage] private ExecuteResult Run(in InspectStep step) => ExecuteResult.Ok();
        }
        """, Demo.TwoSteps);

    [Fact]
    public async Task PV1010_a_step_without_a_method()
    {
        var messages = await RuleTest.FindAsync($$"""[Algorithm] public sealed partial class {|PV1010:Demo|} { {{Demo.Locate}} }""", Demo.TwoSteps);
        Assert.Equal(
            "The manifest has a step 2 '检测', but 'Demo' has no method for it. Add '[Execute(2)] ExecuteResult Inspect(in InspectStep step)' or remove the step from manifest.json.",
            Assert.Single(messages));
    }

    [Theory]
    [InlineData("Execute", "ExecuteResult")]
    [InlineData("PreExecute", "PreResult")]
    public async Task PV1011_a_method_without_a_step(string attribute, string result)
    {
        var messages = await RuleTest.FindAsync(
            Class($$"""{{Demo.Locate}} [{{attribute}}({|PV1011:3|})] {{result}} Measure(in MeasureStep step) => {{result}}.Ok();"""), Demo.OneStep);
        Assert.Equal("The manifest has no step 3, so 'Measure' would never be called. Write one of 1 (定位) or add the step to manifest.json.", Assert.Single(messages));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    public async Task PV1012_a_step_number_below_one(string number)
    {
        var messages = await RuleTest.FindAsync(
            Class($$"""{{Demo.Locate}} [PreExecute({|PV1012:{{number}}|})] PreResult Check(in LocateStep step) => PreResult.Ok();"""), Demo.OneStep);
        Assert.Equal(
            $"The step number {number} cannot be called, because steps are numbered from 1. Write the step's 'index' of manifest.json.", Assert.Single(messages));
    }

    [Fact]
    public async Task PV1013_two_methods_for_one_step_and_phase()
    {
        var messages = await RuleTest.FindAsync(
            Class($$"""{{Demo.Locate}} [Execute(1)] ExecuteResult {|PV1013:Again|}(in LocateStep step) => ExecuteResult.Ok();"""), Demo.OneStep);
        Assert.Equal("The method 'Locate' already has [Execute(1)], and only one method can serve a step. Remove one of the two or correct its number.", Assert.Single(messages));
    }

    [Fact]
    public async Task PV1014_a_step_number_of_another_generator()
    {
        var project = new TestProject { OtherGenerators = { new ConstantGenerator() } };
        var messages = await RuleTest.FindAsync(
            project,
            Class("""[Execute({|PV1014:Steps.Locate|})] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();"""),
            Demo.OneStep);
        Assert.Equal(
            "The method 'Locate' would never be called, because its step comes from generated code, which generators do not see of each other. Write the step number as a literal or as a constant in your own code.",
            Assert.Single(messages));
    }

    [Theory]
    [InlineData("PreResult {|PV1015:Locate|}(in LocateStep step) => PreResult.Ok();", "it returns 'PreResult' and not 'ExecuteResult'")]
    [InlineData("void {|PV1015:Locate|}(in LocateStep step) { }", "it returns 'void' and not 'ExecuteResult'")]
    [InlineData("static ExecuteResult {|PV1015:Locate|}(in LocateStep step) => ExecuteResult.Ok();", "it is static")]
    [InlineData("ExecuteResult {|PV1015:Locate|}<T>(in LocateStep step) => ExecuteResult.Ok();", "it is generic")]
    [InlineData("ExecuteResult {|PV1015:Locate|}(LocateStep step) => ExecuteResult.Ok();", "its step is not passed with 'in'")]
    [InlineData("ExecuteResult {|PV1015:Locate|}(ref LocateStep step) => ExecuteResult.Ok();", "its step is not passed with 'in'")]
    [InlineData("ExecuteResult {|PV1015:Locate|}() => ExecuteResult.Ok();", "it takes no step")]
    [InlineData("ExecuteResult {|PV1015:Locate|}(in LocateStep step, int more) => ExecuteResult.Ok();", "it has 2 parameters")]
    [InlineData("ExecuteResult Locate(in {|PV1015:Session|} step) => ExecuteResult.Ok();", "it takes 'Session', which is no step of the manifest")]
    [InlineData("ExecuteResult Locate(in {|PV1015:TrayStep|} step) => ExecuteResult.Ok();", "it takes 'TrayStep', which is no step of the manifest")]
    public async Task PV1015_a_step_method_with_the_wrong_signature(string method, string cause)
    {
        var messages = await RuleTest.FindAsync(Class("[Execute(1)] " + method), Demo.OneStep);
        Assert.Equal($"The method 'Locate' cannot serve a step, because {cause}. Write 'ExecuteResult Locate(in LocateStep step)'.", Assert.Single(messages));
    }

    [Fact]
    public async Task PV1015_an_async_step_method()
    {
        var messages = await RuleTest.FindAsync(
            Class("""[Execute(1)] async System.Threading.Tasks.Task<ExecuteResult> {|PV1015:Locate|}(LocateStep step) { await System.Threading.Tasks.Task.Yield(); return ExecuteResult.Ok(); }"""),
            Demo.OneStep);
        Assert.Contains("it is async, and a step ends when its method returns", Assert.Single(messages), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PV1016_the_type_of_another_step()
    {
        var messages = await RuleTest.FindAsync(
            Class($$"""{{Demo.Locate}} [Execute(2)] ExecuteResult Inspect(in {|PV1016:LocateStep|} step) => ExecuteResult.Ok();"""), Demo.TwoSteps);
        Assert.Equal("The method 'Inspect' serves step 2 but takes 'LocateStep', which belongs to step 1. Write 'in InspectStep' or correct the number.", Assert.Single(messages));
    }

    [Fact]
    public async Task PV1017_a_pre_method_without_an_execute_method()
    {
        var messages = await RuleTest.FindAsync(
            Class($$"""{{Demo.Locate}} [PreExecute(2)] PreResult {|PV1017:Check|}(in InspectStep step) => PreResult.Ok();"""), Demo.TwoSteps);
        Assert.Equal(
            "The method 'Check' prepares step 2, but no method executes it. Add '[Execute(2)] ExecuteResult Inspect(in InspectStep step)'.", Assert.Single(messages));
    }

    [Fact]
    public async Task PV1023_a_step_method_in_another_class()
    {
        var messages = await RuleTest.FindAsync($$"""
            public sealed class Helper { [{|PV1023:Execute(1)|}] public ExecuteResult Run() => ExecuteResult.Ok(); [{|PV1023:PreExecute(1)|}] public PreResult Check() => PreResult.Ok(); }
            {{Class(Demo.Locate)}}
            """, Demo.OneStep);
        Assert.Equal(
            "The method 'Run' would never be called, because 'Helper' is not marked [Algorithm]. Move the method into the algorithm class or mark 'Helper' with [Algorithm].",
            messages[0]);
    }

    [Fact]
    public async Task Without_an_id_the_types_are_named_by_the_index() => await RuleTest.FindAsync(
        Class("[Execute(1)] ExecuteResult A(in Step1 step) => ExecuteResult.Ok(); [Execute(7)] ExecuteResult B(in Step7 step) => ExecuteResult.Ok(step.Params.Gain > 0 ? null : null);"),
        """
        {
          "name": "demo", "version": "1.0.0", "entry_point": "main:Demo", "supported_pids": ["p001"],
          "steps": [{ "index": 1, "name": "一" }, { "index": 7, "name": "七", "params": [{ "key": "gain", "type": "float", "default": 1 }] }]
        }
        """);

    private static string Class(string members) => $$"""[Algorithm] public sealed partial class Demo { {{members}} }""";
}

using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>PV1025: what was meant as a hook and has another name, or stands where it cannot be called.</summary>
public sealed class NearHookTests
{
    private const string Exact = "hooks are found by their exact names";

    [Theory]
    [InlineData("void {|PV1025:OnSetup|}(SetupContext context) { }", "Setup", "void Setup(SetupContext context)")]
    [InlineData("void {|PV1025:LoadModels|}(SetupContext context) { }", "Setup", "void Setup(SetupContext context)")]
    [InlineData("async System.Threading.Tasks.Task {|PV1025:SetupAsync|}(SetupContext context) => await System.Threading.Tasks.Task.Yield();", "Setup", "void Setup(SetupContext context)")]
    [InlineData("public void {|PV1025:Initialize|}() { }", "Setup", "void Setup(SetupContext context)")]
    [InlineData("static void {|PV1025:Init|}() { }", "Setup", "void Setup(SetupContext context)")]
    [InlineData("void {|PV1025:TearDown|}() { }", "Teardown", "void Teardown()")]
    [InlineData("void {|PV1025:Teardwon|}() { }", "Teardown", "void Teardown()")]
    [InlineData("void {|PV1025:Cleanup|}() { }", "Teardown", "void Teardown()")]
    [InlineData("void {|PV1025:OnStepBegin|}(in StepStart start) { }", "OnStepStart", "void OnStepStart(in StepStart start)")]
    [InlineData("void {|PV1025:OnStepBegin|}(int step, Session session) { }", "OnStepStart", "void OnStepStart(in StepStart start)")]
    [InlineData("void {|PV1025:on_step_start|}(int step_index, Session session, object context) { }", "OnStepStart", "void OnStepStart(in StepStart start)")]
    [InlineData("void {|PV1025:OnStepFinnish|}() { }", "OnStepFinish", "void OnStepFinish(in StepFinish finish)")]
    [InlineData("void {|PV1025:OnStepEnd|}(StepFinish finish) { }", "OnStepFinish", "void OnStepFinish(in StepFinish finish)")]
    [InlineData("void {|PV1025:OnReset|}() { }", "Reset", "void Reset(in ResetContext context)")]
    [InlineData("void {|PV1025:Forget|}(in ResetContext context) { }", "Reset", "void Reset(in ResetContext context)")]
    public async Task PV1025_a_method_that_looks_like_a_hook(string method, string hook, string signature)
    {
        var messages = await RuleTest.FindAsync(Class(method), Demo.OneStep);
        string name = method[(method.IndexOf(':', StringComparison.Ordinal) + 1)..method.IndexOf("|}", StringComparison.Ordinal)];
        Assert.Equal(
            $"The method '{name}' looks like the hook '{hook}' but would never be called, because {Exact}. Write '{signature}' or remove the method.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task PV1025_an_algorithm_is_not_disposed_of()
    {
        var messages = await RuleTest.FindAsync(
            Class("public void {|PV1025:Dispose|}() { }", "Demo : IDisposable"), Demo.OneStep);
        Assert.Equal(
            "The method 'Dispose' looks like the hook 'Teardown' but would never be called, because the host does not dispose of an algorithm. Write 'void Teardown()' or remove the method.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task PV1025_a_private_hook_of_a_base_class()
    {
        var messages = await RuleTest.FindAsync(
            "public abstract class Vision { private void {|PV1025:Setup|}(SetupContext context) { } } " + Class("", "Demo : Vision"), Demo.OneStep);
        Assert.Equal(
            "The method 'Setup' looks like the hook 'Setup' but would never be called, because it is private in the base class 'Vision'. Make it protected or remove the method.",
            Assert.Single(messages));
    }

    [Theory]
    [InlineData("void Setup(SetupContext context) => Load(context); void Load(SetupContext context) { }")]
    [InlineData("void Setup(SetupContext context) => this.Initialize(); void Initialize() { }")]
    [InlineData("public Demo() => Init(); void Init() { }")]
    [InlineData("readonly Lazy<int> _gain = new(Init); static int Init() => 5;")]
    [InlineData("void OnStepFinish(in StepFinish finish) => OnStepEnd(finish); void OnStepEnd(StepFinish finish) { }")]
    [InlineData("void OnStepStart(in StepStart start) { } void BeforeStep(int step) { }")]
    [InlineData("string Describe(in StepFinish finish) => finish.Message;")]
    [InlineData("void Reset(in ResetContext context) { } void Preset() { } void Rest() { }")]
    [InlineData("void Initialize(string path) { }")]
    [InlineData("void Shutdown(TimeSpan limit) { }")]
    [InlineData("void SetupLight(int level) { } void StepForward() { }")]
    public async Task What_has_a_life_of_its_own_is_no_hook(string members) => await RuleTest.FindAsync(Class(members), Demo.OneStep);

    [Fact]
    public async Task What_an_interface_or_a_base_class_asks_for_is_no_hook() => await RuleTest.FindAsync(
        """
        public interface IPart { void Initialize(); }
        public abstract class Vision { protected abstract void OnStepEnd(in StepFinish finish); protected void OnStepFinish(in StepFinish finish) => OnStepEnd(finish); }
        """ + Class("public void Initialize() { } protected override void OnStepEnd(in StepFinish finish) { }", "Demo : Vision, IPart"),
        Demo.OneStep);

    [Fact]
    public async Task What_other_code_calls_is_no_hook() => await RuleTest.FindAsync(
        "public static class Bench { public static void Run(Demo demo) => demo.Initialize(); } " + Class("public void Initialize() { }"), Demo.OneStep);

    [Fact]
    public async Task Dispose_beside_Teardown_is_fine() => await RuleTest.FindAsync(
        Class("void Teardown() => Dispose(); public void Dispose() { }", "Demo : IDisposable"), Demo.OneStep);

    [Fact]
    public async Task A_class_that_is_no_algorithm_has_no_hooks() => await RuleTest.FindAsync(
        "public sealed class Camera { private void OnStepBegin() { } public void Initialize() { } } " + Class(""), Demo.OneStep);

    private static string Class(string members, string head = "Demo") =>
        $$"""[Algorithm] public sealed partial class {{head}} { {{Demo.Locate}} {{members}} }""";
}

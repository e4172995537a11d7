namespace ProcVision.CodeFixes.Processes;

/// <summary>The fix of PV4001: what was printed is logged.</summary>
public sealed class LogFixTests
{
    [Theory]
    [InlineData("{|PV4001:Console.WriteLine|}(\"found\"); // seen", "step.Log.Info(\"found\"); // seen")]
    [InlineData("{|PV4001:Console.Write|}(\"a\" + step.Pid);", "step.Log.Info(\"a\" + step.Pid);")]
    [InlineData("{|PV4001:Console.WriteLine|}($\"light {step.Image.Width,6:F1} of {step.Pid}\");", "step.Log.Info($\"light {step.Image.Width,6:F1} of {step.Pid}\");")]
    [InlineData("{|PV4001:System.Console.WriteLine|}(value: step.Pid);", "step.Log.Info(step.Pid);")]
    [InlineData("if (step.Pid.Length > 3) {|PV4001:Console.WriteLine|}(step.Pid);", "if (step.Pid.Length > 3) step.Log.Info(step.Pid);")]
    [InlineData("string? text = null; {|PV4001:Console.WriteLine|}(text);", "string? text = null; step.Log.Info(text);")]
    public Task A_text_is_logged_as_it_stands(string before, string after) => DemoProcess.BecomesAsync<LogFix>(before, after);

    [Theory]
    [InlineData("{|PV4001:Console.WriteLine|}(step.Image.Width);", "step.Log.Info($\"{step.Image.Width}\");")]
    [InlineData("{|PV4001:Console.WriteLine|}(0.5);", "step.Log.Info($\"{0.5}\");")]
    [InlineData("object part = 1; {|PV4001:Console.Write|}(part);", "object part = 1; step.Log.Info($\"{part}\");")]
    [InlineData("{|PV4001:Console.WriteLine|}(DayOfWeek.Friday);", "step.Log.Info($\"{DayOfWeek.Friday}\");")]
    [InlineData("{|PV4001:Console.WriteLine|}(step.Pid == \"p\" ? 1 : 2);", "step.Log.Info($\"{(step.Pid == \"p\" ? 1 : 2)}\");")]
    [InlineData("{|PV4001:Console.WriteLine|}(global::System.Math.Abs(-1));", "step.Log.Info($\"{(global::System.Math.Abs(-1))}\");")]
    [InlineData("{|PV4001:Console.WriteLine|}(new { step.Pid });", "step.Log.Info($\"{(new { step.Pid })}\");")]
    public Task A_value_is_logged_as_text(string before, string after) => DemoProcess.BecomesAsync<LogFix>(before, after);

    [Fact]
    public Task All_are_logged_at_once() => DemoProcess.BecomesAsync<LogFix>(
        "{|PV4001:Console.WriteLine|}(1); {|PV4001:Console.WriteLine|}(\"2\");", "step.Log.Info($\"{1}\"); step.Log.Info(\"2\");");

    [Theory]
    [InlineData("void Setup(SetupContext context) => {|PV4001:Console.WriteLine|}(\"up\");", "void Setup(SetupContext context) => context.Log.Info(\"up\");")]
    [InlineData("void Setup(SetupContext context) => Array.ForEach([1], i => {|PV4001:Console.WriteLine|}(i));", "void Setup(SetupContext context) => Array.ForEach([1], i => context.Log.Info($\"{i}\"));")]
    [InlineData("void OnStepStart(in StepStart @event) => {|PV4001:Console.WriteLine|}(\"s\");", "void OnStepStart(in StepStart @event) => @event.Log.Info(\"s\");")]
    [InlineData("void OnStepFinish(in StepFinish finish) => {|PV4001:Console.WriteLine|}(\"f\");", "void OnStepFinish(in StepFinish finish) => finish.Log.Info(\"f\");")]
    [InlineData("void Reset(in ResetContext reset) => {|PV4001:Console.WriteLine|}(\"r\");", "void Reset(in ResetContext reset) => reset.Log.Info(\"r\");")]
    [InlineData("static void Show(int count, in LocateStep s) => {|PV4001:Console.WriteLine|}(count);", "static void Show(int count, in LocateStep s) => s.Log.Info($\"{count}\");")]
    public Task Hooks_and_what_takes_a_step_have_a_log(string before, string after) => DemoProcess.MemberBecomesAsync<LogFix>(before, after);

    [Theory]
    [InlineData("{|PV4001:Console.WriteLine|}();")]
    [InlineData("{|PV4001:Console.WriteLine|}(\"{0} of {1}\", 1, 2);")]
    [InlineData("{|PV4001:Console.WriteLine|}(\"{{}}{0}\", step.Pid);")]
    [InlineData("{|PV4001:Console.WriteLine|}(new[] { 'a', 'b' });")]
    [InlineData("{|PV4001:Console.WriteLine|}(new Coded());")]
    [InlineData("{|PV4001:Console.WriteLine|}($\"nothing {null}\");")]
    [InlineData("{|PV4001:Console.WriteLine|}(1 /* one */ + 2);")]
    [InlineData("{|PV4001:Console.Out|}.WriteLine(\"out\");")]
    [InlineData("Action<string> say = {|PV4001:Console.WriteLine|}; say(\"\");")]
    public Task What_is_no_single_text_is_left_to_the_author(string lines) => DemoProcess.StaysAsync<LogFix>(lines);

    [Theory]
    [InlineData("Array.ForEach([1], i => {|PV4001:Console.WriteLine|}(i));")]
    [InlineData("void Say() => {|PV4001:Console.WriteLine|}(\"said\"); Say();")]
    public Task A_function_within_a_step_cannot_capture_it(string lines) => DemoProcess.StaysAsync<LogFix>(lines);

    [Theory]
    [InlineData("void Teardown() => {|PV4001:Console.WriteLine|}(\"down\");")]
    [InlineData("void Setup(SetupContext context) => Array.ForEach([1], static i => {|PV4001:Console.WriteLine|}(i));")]
    [InlineData("void Setup(SetupContext context) => Array.ForEach([1], context => {|PV4001:Console.WriteLine|}(context));")]
    [InlineData("void Setup(SetupContext context) { Expression<Action> say = () => {|PV4001:Console.WriteLine|}(\"up\"); _ = say; }")]
    [InlineData("void Setup(SetupContext context) => Show(context); static void Show(SetupContext? context) => {|PV4001:Console.WriteLine|}(context is null ? \"no\" : \"yes\");")]
    [InlineData("void Setup(SetupContext context) => _ = ShowAsync(context); static async Task ShowAsync(SetupContext context) => {|PV4001:Console.WriteLine|}($\"{await Task.FromResult(context.Pids.Count)}\");")]
    public Task Where_no_log_is_at_hand_nothing_is_offered(string member) => DemoProcess.MemberStaysAsync<LogFix>(member);
}

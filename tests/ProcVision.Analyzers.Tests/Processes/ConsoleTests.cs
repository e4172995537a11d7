using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Processes;

/// <summary>PV4001, PV4002, PV4003: stdout and stdin belong to the protocol.</summary>
public sealed class ConsoleTests
{
    [Theory]
    [Conformance(317)]
    [InlineData("{|PV4001:Console.WriteLine|}(\"found\");", "Console.WriteLine")]
    [InlineData("{|PV4001:Console.Write|}('.');", "Console.Write")]
    [InlineData("{|PV4001:Console.Out|}.WriteLine(1);", "Console.Out")]
    [InlineData("using var all = {|PV4001:Console.OpenStandardOutput|}();", "Console.OpenStandardOutput")]
    [InlineData("Array.ForEach(new[] { 1 }, {|PV4001:Console.WriteLine|});", "Console.WriteLine")]
    [InlineData("Action<string> say = {|PV4001:Console.WriteLine|}; say(\"\");", "Console.WriteLine")]
    [InlineData("{|PV4001:Terminal.WriteLine|}(2);", "Console.WriteLine")]
    [InlineData("{|PV4001:WriteLine|}(3);", "Console.WriteLine")]
    [InlineData("void Say() => {|PV4001:Console.WriteLine|}(); Say();", "Console.WriteLine")]
    public async Task Printing_in_a_step_has_the_log_as_cure(string lines, string name)
    {
        var messages = await RuleTest.FindAsync(
            $$"""
            using Terminal = System.Console; using static System.Console;
            [Algorithm] public sealed partial class Demo
            {
                [Execute(1)] ExecuteResult Locate(in LocateStep step) { {{lines}} return ExecuteResult.Ok(); }
            }
            """,
            Demo.OneStep);
        Assert.Equal(
            $"'{name}' prints nothing that a host reads as output, because stdout carries the protocol and the text lands on stderr among the log lines, "
                + "without level, time and step. Write 'step.Log.Info(…)'.",
            Assert.Single(messages));
    }

    [Theory]
    [Conformance(478)]
    [InlineData("void Setup(SetupContext context) => {|PV4001:Console.WriteLine|}();", "", "context.Log.Info(…)")]
    [InlineData("void OnStepStart(in StepStart start) => {|PV4001:Console.WriteLine|}();", "", "start.Log.Info(…)")]
    [InlineData("void Teardown() => {|PV4001:Console.WriteLine|}();", "", "Log.Info(…) with the log of the step or of Setup's context")]
    [InlineData("", "static class Finder { public static void Find() => {|PV4001:Console.WriteLine|}(); }", "Log.Info(…) with the log of the step or of Setup's context")]
    [InlineData("", "class Listening { public object Make() => {|PV4001:new ConsoleTraceListener()|}; }", "Log.Info(…) with the log of the step or of Setup's context")]
    [InlineData("static readonly int Seed = Say(); static int Say() { {|PV4001:Console.WriteLine|}(); return 1; }", "", "Log.Info(…) with the log of the step or of Setup's context")]
    public async Task Printing_anywhere_else_in_an_algorithm_is_found_too(string members, string types, string cure) =>
        Assert.EndsWith($"Write '{cure}'.", Assert.Single(await DemoStep.FindAsync("", members, types)), StringComparison.Ordinal);

    [Fact]
    public async Task Standard_error_and_other_writers_are_free() => await DemoStep.FindAsync("""
        Console.Error.WriteLine("crash report");
        Console.SetOut(TextWriter.Null);
        using var text = new StringWriter();
        text.WriteLine("found");
        Debug.WriteLine("found");
        Trace.WriteLine("found");
        _ = nameof(Console.WriteLine) + nameof(Console.Out);
        """);

    [Fact]
    public async Task Another_class_named_Console_is_free() =>
        await RuleTest.FindAsync(
            """
            namespace Plant;
            static class Console { public static void WriteLine(string text) { } public static string ReadLine() => ""; }
            [Algorithm] public sealed partial class Demo
            {
                [Execute(1)] ExecuteResult Locate(in LocateStep step) { Console.WriteLine(Console.ReadLine()); return ExecuteResult.Ok(); }
            }
            """,
            Demo.OneStep);

    [Fact]
    public async Task A_library_without_an_algorithm_may_print() => await RuleTest.FindAsync(
        "public static class Report { public static double Show(StepImage image) { Console.WriteLine(image.Width); return Console.Read(); } }");

    [Fact]
    public async Task A_test_project_may_print() => await DemoStep.FindAsync(
        new TestProject().Reference(MetadataReference.CreateFromFile(typeof(FactAttribute).Assembly.Location)),
        "Console.WriteLine(); Console.ReadLine();");

    [Theory]
    [Conformance(320)]
    [InlineData("_ = {|PV4002:Console.ReadLine|}();", "Console.ReadLine")]
    [InlineData("_ = {|PV4002:Console.ReadKey|}();", "Console.ReadKey")]
    [InlineData("_ = {|PV4002:Console.In|}.ReadToEnd();", "Console.In")]
    [InlineData("using var all = {|PV4002:Console.OpenStandardInput|}();", "Console.OpenStandardInput")]
    [InlineData("Func<string?> ask = {|PV4002:Console.ReadLine|};", "Console.ReadLine")]
    public async Task Nothing_can_be_read(string lines, string name) => Assert.Equal(
        $"'{name}' finds no input, because stdin carries the protocol and is empty for everybody else. "
            + "Take what is needed from the step's Params or from an asset of the manifest.",
        Assert.Single(await DemoStep.FindAsync(lines)));

    [Theory]
    [Conformance(513)]
    [InlineData("static Demo() => {|PV4003:Console.WriteLine|}();", "", "the static constructor of 'Demo'")]
    [InlineData("static Demo() { } static readonly int Seed = Say(); static int Say() { {|PV4003:Console.WriteLine|}(); return 1; }", "", "the static constructor of 'Demo'")]
    [InlineData("", "static class Start { [ModuleInitializer] internal static void Say() => {|PV4003:Console.Out|}.Write(1); }", "a module initializer")]
    public async Task Nothing_may_be_printed_before_the_host_has_stdout(string members, string types, string place)
    {
        string message = Assert.Single(await DemoStep.FindAsync("", members, types));
        Assert.Contains($"' runs in {place}, before the host has taken stdout, and one byte there makes the platform lose the handshake. ", message, StringComparison.Ordinal);
        Assert.EndsWith(" Move the line into Setup and write 'context.Log.Info(…)'.", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{|PV4003:Console.WriteLine|}(\"1.0\"); return ProcVision.Hosting.AlgorithmHost.Run(args, Plant.ProcVisionTable.Algorithms, null);")]
    [InlineData("if (args is [\"--version\"]) { Console.WriteLine(\"1.0\"); return 0; } return ProcVision.Hosting.AlgorithmHost.Run(args, Plant.ProcVisionTable.Algorithms, null);")]
    [InlineData("int code = ProcVision.Hosting.AlgorithmHost.Run(args, Plant.ProcVisionTable.Algorithms, null); Console.WriteLine(code); return code;")]
    [InlineData("Usage(); return ProcVision.Hosting.AlgorithmHost.Run(args, Plant.ProcVisionTable.Algorithms, null); static void Usage() { Console.WriteLine(); }")]
    public async Task A_Main_may_print_where_it_does_not_run_the_host_after_it(string lines) => await DemoStep.FindAsync(
        new TestProject { Output = OutputKind.ConsoleApplication },
        "",
        types: $$"""static class Start { static int Main(string[] args) { {{lines}} } }""");

    [Fact]
    public async Task A_tool_that_only_declares_an_algorithm_may_print() => await DemoStep.FindAsync(
        new TestProject { Output = OutputKind.ConsoleApplication },
        "",
        types: """static class Bench { static void {|PV1030:Main|}() => Report.Show(); } static class Report { public static void Show() => Console.WriteLine(); }""");
}

using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Processes;

/// <summary>PV4004, PV4005: the end of the process is the host's.</summary>
public sealed class ProcessEndTests
{
    [Theory]
    [Conformance(334)]
    [InlineData("{|PV4004:Environment.Exit|}(1);", "Environment.Exit")]
    [InlineData("{|PV4004:Environment.FailFast|}(\"lost\");", "Environment.FailFast")]
    [InlineData("Action<int> end = {|PV4004:Environment.Exit|}; end(1);", "Environment.Exit")]
    [InlineData("Task.Run(() => {|PV4004:Environment.Exit|}(1)).Wait(step.Cancellation);", "Environment.Exit")]
    public async Task An_algorithm_does_not_end_its_process(string lines, string name) => Assert.Equal(
        $"'{name}' ends the process before the call is answered, and the host counts a crash. "
            + "Return a result with Error(…), or throw a FatalException where the process cannot go on.",
        Assert.Single(await DemoStep.FindAsync(lines)));

    [Fact]
    public async Task Nor_do_its_hooks_and_other_classes() => Assert.Equal(
        2,
        (await DemoStep.FindAsync(
            "",
            "void Setup(SetupContext context) { if (context.Pids.Count == 0) {|PV4004:Environment.Exit|}(2); }",
            "class License { public void Check() => {|PV4004:System.Windows.Forms.Application.Exit|}(); } namespace System.Windows.Forms { class Application { public static void Exit() { } } }")).Count);

    [Fact]
    public async Task What_only_looks_like_it_is_free() => await DemoStep.FindAsync(
        """
        Environment.ExitCode = 1;
        new Door().Exit();
        _ = nameof(Environment.Exit);
        throw new FatalException("the camera's driver is gone");
        #pragma warning disable CS0162
        """,
        types: "class Door { public void Exit() { } }");

    [Fact]
    public async Task A_Main_may_end_with_the_hosts_code() => await DemoStep.FindAsync(
        new TestProject { Output = OutputKind.ConsoleApplication },
        "",
        types: "static class Start { static void Main(string[] args) => Environment.Exit(ProcVision.Hosting.AlgorithmHost.Run(args, Plant.ProcVisionTable.Algorithms, null)); }");

    [Theory]
    [InlineData("{|PV4005:Process.GetCurrentProcess().Kill|}();", "", "Process.Kill")]
    [InlineData("var me = Process.GetCurrentProcess(); {|PV4005:me.Kill|}(true);", "", "Process.Kill")]
    [InlineData("{|PV4005:Process.GetProcessById(Environment.ProcessId).Kill|}();", "", "Process.Kill")]
    [InlineData("{|PV4005:exit|}(1);", "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern void exit(int code);", "Demo.exit")]
    [InlineData("{|PV4005:Leave|}(1);", "[System.Runtime.InteropServices.DllImport(\"libc\", EntryPoint = \"_exit\")] static extern void Leave(int code);", "Demo.Leave")]
    public async Task An_algorithm_does_not_kill_its_process(string lines, string members, string name) => Assert.Equal(
        $"'{name}' kills the algorithm's own process, without an answer and without Teardown. Throw a FatalException, after which the host starts another process.",
        Assert.Single(await DemoStep.FindAsync(lines, members)));

    [Fact]
    public async Task Another_process_may_be_killed() => await DemoStep.FindAsync(
        "using var helper = Process.Start(\"/usr/bin/grab\"); helper.WaitForExit(500); helper.Kill(); Process.GetProcessById(step.Image.Width).Kill(); exit();",
        "static void exit() { }");
}

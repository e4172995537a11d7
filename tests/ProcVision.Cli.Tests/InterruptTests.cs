using System.Diagnostics;
using System.Runtime.InteropServices;
using ProcVision.Runner.Tests;

namespace ProcVision.Cli.Tests;

public sealed partial class InterruptTests
{
    private const int Hangup = 1;
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [Theory]
    [InlineData("hang-with-grandchild", Interrupt)]
    [InlineData("hang-with-grandchild", Terminate)]
    [InlineData("hang-with-grandchild", Hangup)]
    [InlineData("hang-and-ignore-sigterm", Interrupt)]
    [InlineData("silent", Interrupt)]
    public async Task A_run_that_is_interrupted_leaves_no_process_and_no_file(string behaviour, int signal)
    {
        using var folder = new PublishedStandIn(behaviour);
        using var tool = ToolRun.Start(folder.Arguments("--json"));
        var end = ToolRun.EndOfAsync(tool);
        await StandInRecord.UntilAsync(() => HasBegun(folder, behaviour));
        Assert.Equal(0, Kill(tool.Id, signal));
        var run = await end;
        Assert.Equal((130, ""), (run.ExitCode, run.Out));
        folder.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("hang")]
    [InlineData("silent")]
    public async Task Ctrl_C_strikes_the_algorithm_as_well_and_is_no_failure_of_it(string behaviour)
    {
        using var folder = new PublishedStandIn(behaviour);
        // A process group of its own, as a terminal gives to a command; setsid becomes the tool.
        using var tool = Process.Start(new ProcessStartInfo("setsid", [ToolRun.Path, .. folder.Arguments("--json")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var end = ToolRun.EndOfAsync(tool);
        await StandInRecord.UntilAsync(() => HasBegun(folder, behaviour));
        Assert.Equal(0, Kill(-tool.Id, Interrupt));
        var run = await end;
        Assert.Equal((130, ""), (run.ExitCode, run.Out));
        folder.AssertNothingIsLeft();
    }

    [Fact]
    public async Task At_whatever_moment_it_is_interrupted_nothing_is_left()
    {
        int seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 8; round++)
        {
            using var folder = new PublishedStandIn("hang");
            using var tool = ToolRun.Start(folder.Arguments("--json"));
            var end = ToolRun.EndOfAsync(tool);
            await Task.Delay(random.Next(50, 600), TestContext.Current.CancellationToken);
            Assert.Equal(0, Kill(tool.Id, Interrupt));
            // Also when the system has ended it, before it had begun to listen: nothing was started then.
            Assert.Equal(128 + Interrupt, (await end).ExitCode);
            if (folder.Recorded.Count > 0)
                folder.AssertNothingIsLeft();
        }
    }

    private static bool HasBegun(PublishedStandIn folder, string behaviour) =>
        behaviour == "silent" ? folder.Recorded.Count > 0 : folder.Calls.Count == 2;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}

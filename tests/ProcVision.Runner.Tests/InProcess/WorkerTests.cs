using System.Diagnostics;

namespace ProcVision.Runner.Tests.InProcess;

/// <summary>A program that starts itself again for the algorithms that are compiled into it.</summary>
public sealed class WorkerTests
{
    [Fact]
    public async Task A_program_runs_its_own_algorithm_in_another_process_of_itself()
    {
        using var root = new Packages.TemporaryFolder();
        using var program = Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ProcVision.TestRunner"), ["worker", root.Path]) { RedirectStandardOutput = true })!;
        string output = await program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("True Ok", output.Trim());
        Assert.Equal(0, program.ExitCode);
    }
}

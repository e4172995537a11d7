using System.Diagnostics;
using System.Globalization;
using ProcVision.Runner.Tests.Python;

namespace ProcVision.Runner.Tests.Orphans;

/// <summary>A Runner that is killed in the middle of a call leaves nothing (DESIGN §8).</summary>
public sealed class KilledRunnerTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("native")]
    [InlineData("python")]
    public async Task Its_algorithm_ends_although_it_is_in_the_middle_of_a_step_and_the_next_Runner_removes_its_memory(string kind)
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("a foreign child is not tied to the Runner on Windows yet");
        using var root = new Packages.TemporaryFolder();
        string[] arguments = kind == "native"
            ? [kind, Path.Combine(AppContext.BaseDirectory, "ProcVision.TestAlgorithm"), root.Path, "any:First"]
            : [kind, "python3", PythonKindTests.Sdk, "stand_in.main:Inspection"];
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "ProcVision.TestRunner"), arguments) { RedirectStandardOutput = true };
        // The platform's own limits, which an algorithm has unless a test gives it others.
        start.Environment["TEST_LIMITS"] = "1500 150 1900 80";
        using var runner = Process.Start(start)!;
        string[] places = (await runner.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ');
        var (pid, region, pictures) = (int.Parse(places[0], CultureInfo.InvariantCulture), places[1], places[2]);
        var child = ProcessInstance.Of(pid);
        Assert.True(child.IsAlive);
        Assert.False(runner.HasExited);
        Assert.True(File.Exists("/dev/shm/" + region));

        runner.Kill();
        var clock = Stopwatch.StartNew();
        while (child.IsAlive && clock.Elapsed < TimeSpan.FromSeconds(30))
            await Task.Delay(10, TestContext.Current.CancellationToken);
        output.WriteLine($"{kind}: gone {clock.Elapsed.TotalSeconds:0.00} s after its Runner");
        Assert.False(child.IsAlive, "the algorithm has outlived its Runner");

        await runner.WaitForExitAsync(TestContext.Current.CancellationToken);
        using (SessionRegions.Open())
        using (ImageHandover.Open())
        {
            Assert.False(File.Exists("/dev/shm/" + region), "the next Runner has left the region");
            Assert.False(Directory.Exists(pictures), "the next Runner has left the pictures");
        }
    }
}

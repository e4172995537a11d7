using System.Diagnostics;
using System.Globalization;
using ProcVision.Runner.Tests;

namespace ProcVision.Cli.Tests;

public sealed class WatchTests
{
    [Fact]
    public async Task A_changed_picture_is_inspected_again_and_Ctrl_C_ends_with_the_last_exit_code()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGINT to one process");
        using var folder = new PublishedStandIn();
        using var pictures = new PublishedStandIn();
        using var tool = ToolRun.Start(folder.Arguments("--watch", "--image", pictures.Picture));
        var end = ToolRun.EndOfAsync(tool);
        await StandInRecord.UntilAsync(() => folder.Calls.Count == 4);
        // The watcher is there before the first run; the change comes when that has ended.
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(pictures.Picture, DateTime.UtcNow);
        await File.WriteAllBytesAsync(pictures.Picture, Convert.FromBase64String(PublishedStandIn.Png), TestContext.Current.CancellationToken);
        await StandInRecord.UntilAsync(() => folder.Calls.Count >= 8);
        using (var kill = Process.Start("kill", ["-INT", tool.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var run = await end;
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("已修改: ", run.Error, StringComparison.Ordinal);
        Assert.True(run.Out.Split("结果: OK").Length >= 3, run.Out);
    }

    [Fact]
    public async Task What_is_not_there_is_not_waited_for()
    {
        using var folder = new PublishedStandIn();
        var run = await ToolRun.OfAsync("run", "/no/such/folder", "--pid", "p001", "--image", folder.Picture, "--watch");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/no/such/folder", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_build_and_the_run_itself_write_is_no_change()
    {
        var folder = Directory.CreateTempSubdirectory("procvision-watch-");
        try
        {
            string report = Path.Combine(folder.FullName, "report.html");
            foreach (string name in "bin obj src".Split(' '))
                folder.CreateSubdirectory(name);
            using var changes = ChangedFiles.Of([folder.FullName, Path.Combine(folder.FullName, "src")], report);
            foreach (string name in "bin/a.dll obj/x.json report.html .hidden".Split(' '))
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), "x", TestContext.Current.CancellationToken);
            string source = Path.Combine(folder.FullName, "src", "a.cs");
            await File.WriteAllTextAsync(source, "x", TestContext.Current.CancellationToken);
            // The first that is told is the only one of them that counts.
            Assert.Equal(source, await changes.NextAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}

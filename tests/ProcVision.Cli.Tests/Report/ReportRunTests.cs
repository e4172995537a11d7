using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using ProcVision.Runner.Tests;

namespace ProcVision.Cli.Tests;

public sealed partial class ReportRunTests
{
    [Theory]
    [InlineData("ok", 0, "OK")]
    [InlineData("ng", 0, "NG")]
    [InlineData("pre-error", 1, "ERROR")]
    [InlineData("die", 1, "ERROR")]
    [InlineData("text-on-stdout", 1, "ERROR")]
    [InlineData("error-before-hello", 1, "ERROR")]
    [InlineData("exit-before-hello", 1, "ERROR")]
    [InlineData("hostile", 1, "ERROR")]
    [InlineData("hostile-texts", 0, "NG")]
    public async Task However_the_run_ends_there_is_a_report_and_its_place_is_told(string behaviour, int exitCode, string verdict)
    {
        using var folder = new PublishedStandIn(behaviour);
        string file = folder.InFolder("report.html");
        var run = await folder.RunAsync("--report", file);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.EndsWith($"报告: {file}\n", run.Out, StringComparison.Ordinal);
        var page = ReportPage.Parse(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal(verdict, page.TextOf(".word"));
        AssertNoHalfFileIn(folder);
    }

    [Fact]
    public async Task A_process_that_dies_is_reported_with_its_last_words()
    {
        using var folder = new PublishedStandIn("die");
        var page = await PageOfAsync(folder);
        Assert.Contains("code=7", page.TextOf(".verdict .reason .data"), StringComparison.Ordinal);
        Assert.Contains("算法没有给出有效的应答，由主机判定", page.TextOf(".step .where"), StringComparison.Ordinal);
        Assert.Contains("Traceback: boom", page.TextOf(".lines"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_refused_is_shown_with_what_was_wrong_in_it()
    {
        using var folder = new PublishedStandIn("hostile");
        var page = await PageOfAsync(folder);
        Assert.Contains("defect_rects[2] 'over the edge' 超出图像范围", page.TextOf(".verdict .reason .data"), StringComparison.Ordinal);
        Assert.Equal(12, page.QuerySelectorAll("#rects tbody tr").Length);
        Assert.NotEmpty(page.QuerySelectorAll("svg.marks .defect .line"));
    }

    [Fact]
    public async Task Json_has_what_was_refused_beside_the_error_in_its_place()
    {
        using var folder = new PublishedStandIn("hostile");
        var step = (await folder.RunAsync("--json")).Json.GetProperty("steps")[0];
        Assert.Equal("1007", step.GetProperty("execute").GetProperty("error_code").GetString());
        Assert.Equal(10, step.GetProperty("refused").GetProperty("data").GetProperty("defect_rects").GetArrayLength());
    }

    [Fact]
    public async Task More_defects_than_allowed_are_said_to_be_cut()
    {
        using var folder = new PublishedStandIn("many-defects");
        var page = await PageOfAsync(folder);
        Assert.Equal(40, page.QuerySelectorAll("svg.marks .defect .line").Length);
        Assert.Equal(["警告: 缺陷框有 25 个，只保留前 20 个", "警告: 缺陷框有 25 个，只保留前 20 个"], page.QuerySelectorAll(".answer > .warn").Select(static warning => warning.TextContent));
    }

    [Fact]
    public async Task Json_names_the_report_and_two_reports_differ_in_nothing_but_times_and_ids()
    {
        using var folder = new PublishedStandIn();
        var run = await folder.RunAsync("--json", "--report", folder.InFolder("one.html"));
        Assert.Equal(folder.InFolder("one.html"), run.Json.GetProperty("report").GetString());
        Assert.Equal(0, (await folder.RunAsync("--json", "--report", folder.InFolder("two.htm"))).ExitCode);
        Assert.Equal(Timeless(folder.InFolder("one.html")), Timeless(folder.InFolder("two.htm")));
    }

    [Fact]
    public async Task Json_names_the_report_also_when_nothing_could_be_called()
    {
        using var folder = new PublishedStandIn("error-before-hello");
        var run = await folder.RunAsync("--json", "--report", folder.InFolder("report.html"));
        Assert.Equal(folder.InFolder("report.html"), run.Json.GetProperty("report").GetString());
    }

    [Fact]
    public async Task A_report_that_is_there_is_replaced()
    {
        using var folder = new PublishedStandIn();
        await File.WriteAllTextAsync(folder.InFolder("report.html"), new string('x', 1_000_000), TestContext.Current.CancellationToken);
        var page = await PageOfAsync(folder);
        Assert.Equal("OK", page.TextOf(".word"));
    }

    [Theory]
    [InlineData("--report 应为 .html 文件: picture.png", "picture.png")]
    [InlineData("--report 应为 .html 文件: report", "report")]
    [InlineData("--report 的目录不存在", "no/such/folder/report.html")]
    [InlineData("--report 应为文件，实际是目录", "folder.html")]
    [InlineData("--report 的文件是只读的", "readonly.html")]
    public async Task Where_no_report_can_be_is_known_before_anything_is_started(string said, string report)
    {
        using var folder = new PublishedStandIn();
        Directory.CreateDirectory(folder.InFolder("folder.html"));
        File.WriteAllText(folder.InFolder("readonly.html"), "kept");
        File.SetAttributes(folder.InFolder("readonly.html"), FileAttributes.ReadOnly);
        var run = await folder.RunAsync("--report", report.Contains("picture", StringComparison.Ordinal) || report == "report" ? report : folder.InFolder(report));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Recorded);
        Assert.Equal("kept", File.ReadAllText(folder.InFolder("readonly.html")));
    }

    [Fact]
    public async Task A_folder_that_takes_no_file_is_known_before_anything_is_started()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/proc is a folder that takes no file, from root neither");
        using var folder = new PublishedStandIn();
        var run = await folder.RunAsync("--report", "/proc/report.html");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("--report 的目录无法写入: /proc", run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Recorded);
    }

    [Fact]
    public async Task A_folder_without_permission_is_told_without_the_name_of_the_probe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "needs a folder that this user may not write to");
        using var folder = new PublishedStandIn();
        string closed = folder.InFolder("closed");
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(closed, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var run = await folder.RunAsync("--report", Path.Combine(closed, "report.html"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"--report 的目录无法写入: {closed}: 没有写入权限", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Recorded);
    }

    [Fact]
    public async Task A_disk_that_is_full_takes_the_report_but_not_the_result_and_leaves_what_was_there()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sets a limit on the size of files with a shell");
        using var folder = new PublishedStandIn();
        string file = folder.InFolder("report.html");
        await File.WriteAllTextAsync(file, "the last one", TestContext.Current.CancellationToken);
        string tool = string.Join(' ', folder.Arguments("--json", "--report", file).Prepend(ToolRun.Path).Select(static word => $"'{word}'"));
        // Blocks of 512 bytes: less than a report, more than the picture for the algorithm. The runtime's own large file is not one of ours.
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"trap '' XFSZ; ulimit -f 32; exec {tool}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_EnableWriteXorExecute"] = "0" },
        })!;
        var run = await ToolRun.EndOfAsync(shell);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"错误: 报告无法写入: {file}", run.Error, StringComparison.Ordinal);
        Assert.Equal("OK", run.Json.GetProperty("execute").GetProperty("status").GetString());
        Assert.False(run.Json.TryGetProperty("report", out _));
        Assert.Equal("the last one", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        AssertNoHalfFileIn(folder);
    }

    [Fact]
    public async Task A_run_that_is_interrupted_leaves_no_report()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends SIGINT");
        using var folder = new PublishedStandIn("hang");
        using var tool = ToolRun.Start(folder.Arguments("--report", folder.InFolder("report.html")));
        var end = ToolRun.EndOfAsync(tool);
        await StandInRecord.UntilAsync(() => folder.Calls.Count == 2);
        Assert.Equal(0, Kill(tool.Id, 2));
        Assert.Equal(130, (await end).ExitCode);
        Assert.False(File.Exists(folder.InFolder("report.html")));
        AssertNoHalfFileIn(folder);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> PageOfAsync(PublishedStandIn folder)
    {
        await folder.RunAsync("--report", folder.InFolder("report.html"));
        return ReportPage.Parse(await File.ReadAllTextAsync(folder.InFolder("report.html"), TestContext.Current.CancellationToken));
    }

    private static void AssertNoHalfFileIn(PublishedStandIn folder) =>
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.Folder), static file => file.EndsWith(".tmp", StringComparison.Ordinal));

    private static string Timeless(string file) => Changing().Replace(File.ReadAllText(file), "#");

    /// <summary>Dates, times, widths of bars, session ids and process ids.</summary>
    [GeneratedRegex("""\d{4}-\d\d-\d\d [\d: +-]+|[\d.]+ ms|<i style="width:[\d.]+%">|(session|trace)-\d+-[0-9a-f]+|<dt>进程号</dt><dd class="data">\d+""")]
    private static partial Regex Changing();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}

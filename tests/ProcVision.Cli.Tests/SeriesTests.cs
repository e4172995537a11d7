using System.Diagnostics;
using AngleSharp.Html.Parser;

namespace ProcVision.Cli.Tests;

/// <summary><c>procvision run</c> over several pictures: one process, a session for each, and everything told at the end.</summary>
public sealed class SeriesTests
{
    [Fact]
    public async Task A_folder_is_inspected_in_order_by_one_process_and_each_picture_has_its_own_session()
    {
        using var folder = new PublishedStandIn();
        string images = Images(folder, "b.png", "a.png", "c.PNG");
        await File.WriteAllTextAsync(Path.Combine(images, "readme.txt"), "no picture", TestContext.Current.CancellationToken);
        var run = await folder.RunAsync("--image", images, "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["a.png", "b.png", "c.PNG"], run.Json.GetProperty("images").EnumerateArray().Select(static image => Path.GetFileName(image.GetProperty("image").GetString())));
        Assert.Equal(3, run.Json.GetProperty("summary").GetProperty("ok").GetInt32());
        Assert.Single(folder.Recorded, static entry => entry.TryGetProperty("environment", out _));
        Assert.Equal(3, folder.Calls.Select(static call => call.GetProperty("session").GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal(3 * 2 * 2, folder.Calls.Count);
        folder.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("*.png", 2)]
    [InlineData("a?.png", 1)]
    [InlineData("**/*.png", 3)]
    public async Task A_pattern_chooses_files_of_a_folder_or_of_all_below(string pattern, int count)
    {
        using var folder = new PublishedStandIn();
        string images = Images(folder, "a1.png", "b.png", "below/c.png");
        var run = await folder.RunAsync("--image", Path.Combine(images, pattern), "--json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(count, run.Json.GetProperty("summary").GetProperty("inspected").GetInt32());
    }

    [Fact]
    public async Task A_picture_that_cannot_be_read_is_counted_and_the_others_are_inspected()
    {
        using var folder = new PublishedStandIn();
        string images = Images(folder, "a.png", "c.png");
        await File.WriteAllTextAsync(Path.Combine(images, "b.png"), "no picture", TestContext.Current.CancellationToken);
        var run = await folder.RunAsync("--image", images);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("ERROR [1002]", run.Out, StringComparison.Ordinal);
        Assert.Contains("结果: 3 张 | OK 2 | NG 0 | ERROR 1", run.Out, StringComparison.Ordinal);
        Assert.Contains("步骤 1 预执行: p50 ", run.Out, StringComparison.Ordinal);
        Assert.Contains("最慢:", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_that_dies_costs_its_picture_and_the_next_one_has_a_new_process()
    {
        using var folder = new PublishedStandIn("die-by-signal");
        string images = Images(folder, [.. Enumerable.Range(1, 8).Select(static i => $"{i}.png")]);
        var run = await folder.RunAsync("--image", images, "--json");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(8, run.Json.GetProperty("summary").GetProperty("error").GetInt32());
        Assert.Equal(8, folder.Calls.Count(static call => call.GetProperty("phase").GetString() == "execute"));
        folder.AssertNothingIsLeft();
    }

    [Fact]
    public async Task Repeating_names_the_picture_whose_verdict_changes()
    {
        using var folder = new PublishedStandIn("die-once");
        var run = await folder.RunAsync("--image", folder.Picture, "--repeat", "3", "--json");
        var summary = run.Json.GetProperty("summary");
        Assert.Equal((3, 1, 2), (summary.GetProperty("inspected").GetInt32(), summary.GetProperty("error").GetInt32(), summary.GetProperty("ok").GetInt32()));
        Assert.Equal(folder.Picture, Assert.Single(summary.GetProperty("unsteady").EnumerateArray()).GetString());
        Assert.Equal([1, 2, 3], run.Json.GetProperty("images").EnumerateArray().Select(static image => image.GetProperty("round").GetInt32()));
    }

    [Fact]
    public async Task NG_is_no_failure_and_each_is_told_as_it_comes()
    {
        using var folder = new PublishedStandIn("ng");
        string images = Images(folder, "a.png", "b.png");
        var run = await folder.RunAsync("--image", images);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(2, run.Out.Split('\n').Count(static line => line.StartsWith("NG ", StringComparison.Ordinal)));
        Assert.Contains("Result: 2 pictures | OK 0 | NG 2 | ERROR 0", (await folder.RunAsync("--image", images, "--lang", "en")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_report_has_every_picture_once_with_its_verdict_and_rectangles_and_needs_nothing_else()
    {
        using var folder = new PublishedStandIn("ng");
        string images = Images(folder, "a.png", "b&<.png"), report = folder.InFolder("series.html");
        var run = await folder.RunAsync("--image", images, "--report", report, "--lang", "en");
        Assert.Contains($"Report: {report}", run.Out, StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
        var shots = page.QuerySelectorAll(".shot").ToArray();
        Assert.Equal(2, shots.Length);
        Assert.All(shots, static shot =>
        {
            Assert.Equal("ng", shot.GetAttribute("data-verdict"));
            Assert.StartsWith("data:image/png;base64,", shot.QuerySelector("img")!.GetAttribute("src"), StringComparison.Ordinal);
            Assert.Equal("0 0 120 100", shot.QuerySelector("svg")!.GetAttribute("viewBox"));
            // One defect and one position of each of two steps.
            Assert.Equal(4, shot.QuerySelectorAll("rect").Length);
        });
        Assert.Equal("b&<.png", shots[1].QuerySelector("bdi")!.TextContent);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(["", "ok", "ng", "error"], page.QuerySelectorAll("[name=filter]").Select(static input => input.GetAttribute("value")!));
        Assert.DoesNotContain("http://", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Interrupted_it_tells_what_was_done_and_leaves_nothing_behind()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no SIGINT to one process");
        using var folder = new PublishedStandIn();
        string report = folder.InFolder("series.html");
        using var tool = ToolRun.Start(folder.Arguments("--repeat", "100000", "--report", report, "--json"));
        var deadline = Stopwatch.StartNew();
        while (deadline.Elapsed < TimeSpan.FromSeconds(60) && !(File.Exists(folder.InFolder("record.jsonl")) && folder.Calls.Count > 20))
            await Task.Delay(50, TestContext.Current.CancellationToken);
        using (var kill = Process.Start("kill", ["-INT", tool.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var run = await ToolRun.EndOfAsync(tool);
        Assert.Equal(130, run.ExitCode);
        var summary = run.Json.GetProperty("summary");
        Assert.True(summary.GetProperty("partial").GetBoolean());
        int inspected = summary.GetProperty("inspected").GetInt32();
        Assert.InRange(inspected, 1, 99_999);
        Assert.Equal(0, summary.GetProperty("error").GetInt32());
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken));
        Assert.Equal(inspected, page.QuerySelectorAll(".shot").Length);
        Assert.Contains($"{inspected}/100000", page.QuerySelector(".partial")!.TextContent, StringComparison.Ordinal);
        folder.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("run FOLDER --pid p001 --image PICTURE --repeat 2")]
    [InlineData("run FOLDER --pid p001 --image PICTURE --repeat 2 --json")]
    [InlineData("validate FOLDER")]
    [InlineData("validate FOLDER --json")]
    [InlineData("bench FOLDER --image PICTURE --count 10 --json")]
    public async Task An_output_that_is_full_is_told_and_is_no_crash(string words)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full is of Linux");
        using var folder = new PublishedStandIn();
        string line = words.Replace("FOLDER", folder.Folder, StringComparison.Ordinal).Replace("PICTURE", folder.Picture, StringComparison.Ordinal);
        using var shell = Process.Start(new ProcessStartInfo("sh", ["-c", $"'{ToolRun.Path}' {line} > /dev/full"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var run = await ToolRun.EndOfAsync(shell);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("[PVT05]", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        folder.AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_page_that_would_be_too_large_leaves_out_pictures_that_are_OK_and_says_so()
    {
        using var folder = new PublishedStandIn();
        string images = Images(folder, "a.png"), report = folder.InFolder("series.html");
        // 40 MB behind the picture's end, which no decoder reads: twice that does not fit, once does.
        await using (var picture = new FileStream(Path.Combine(images, "a.png"), FileMode.Append))
            await picture.WriteAsync(new byte[40_000_000], TestContext.Current.CancellationToken);
        await folder.RunAsync("--image", images, "--repeat", "3", "--report", report);
        string page = await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken);
        Assert.Equal(1, page.Split("data:image/png;base64,").Length - 1);
        Assert.Equal(3, page.Split("<figure ").Length - 1);
        Assert.Contains("部分图片没有嵌入", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("没有 PNG 或 JPEG 图片", "*.tif")]
    [InlineData("通配符只能在文件名中", "*/a/*.png")]
    [InlineData("图片文件不存在", "no.png", "--repeat", "2")]
    [InlineData("--repeat 必须大于等于 1", "picture.png", "--repeat", "0")]
    public async Task What_stands_for_no_picture_is_bad_input_before_anything_is_started(string said, params string[] arguments)
    {
        using var folder = new PublishedStandIn();
        var run = await folder.RunAsync(["--image", folder.InFolder(arguments[0]), .. arguments[1..]]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Recorded);
    }

    [Fact]
    public async Task Tail_logs_shows_the_lines_of_the_algorithm_as_they_come()
    {
        using var folder = new PublishedStandIn("log");
        var run = await folder.RunAsync("--tail-logs", "--json");
        Assert.Contains("[ALGO-RAW] loading", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("算法日志", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(100, 50, 99)]
    [InlineData(3, 2, 3)]
    public void A_percentile_is_a_time_that_was_measured(int count, int p50, int p99)
    {
        var times = CallTimes.Of(1, "execute", Enumerable.Range(1, count).Select(static i => TimeSpan.FromMilliseconds(i)).Reverse());
        Assert.Equal((p50, p99, count), ((int)times.P50.TotalMilliseconds, (int)times.P99.TotalMilliseconds, (int)times.Most.TotalMilliseconds));
    }

    [Fact]
    public void Progress_says_how_many_how_fast_and_how_long_still() =>
        Assert.Equal("50/200 (25%) 10.0 张/秒，剩余 00:15", SeriesProgress.Text(50, 200, TimeSpan.FromSeconds(5)));

    private static string Images(PublishedStandIn folder, params string[] names)
    {
        string images = folder.InFolder("images");
        foreach (string name in names)
        {
            string path = Path.Combine(images, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(folder.Picture, path);
        }

        return images;
    }
}

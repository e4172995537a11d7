namespace ProcVision.Browser.Tests;

[Collection(Chromium.Name)]
public sealed class HostileReportTests(Chromium chromium)
{
    [Fact]
    public async Task Texts_that_want_to_be_scripts_are_shown_and_do_nothing()
    {
        using var inspected = await Inspected.StandInAsync("hostile-texts");
        await using var report = await chromium.OpenAsync(inspected.Report, View.Desktop);
        Assert.StartsWith("NG · p001", await report.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await report.Page.EvaluateAsync<int>("document.scripts.length"));
        Assert.Equal(1, await report.Page.EvaluateAsync<int>("document.images.length"));
        Assert.Contains("<script>document.title='broken'</script>", await report.Page.Locator(".verdict .reason .data").First.TextContentAsync(), StringComparison.Ordinal);
        Assert.Empty(report.Complaints);
    }

    [Fact]
    [Conformance(523)]
    public async Task What_can_be_drawn_of_odd_rectangles_is_drawn_and_the_rest_is_named()
    {
        using var inspected = await Inspected.StandInAsync("hostile");
        await using var report = await chromium.OpenAsync(inspected.Report, View.Desktop);
        // Such an answer is refused, and no other step follows; what it held is shown all the same.
        Assert.StartsWith("ERROR · p001", await report.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(3, (await report.BoxesAsync(".line[data-kind=defect]")).Count);
        Assert.Equal(2, (await report.BoxesAsync(".line[data-kind=position]")).Count);
        Assert.Equal(7, await report.Page.Locator("#rects tbody .warn", new() { HasText = "未绘制" }).CountAsync());
        Assert.Equal(12, await report.Page.Locator("#rects tbody tr").CountAsync());
    }

    [Fact]
    public async Task A_script_that_came_in_nevertheless_would_not_run()
    {
        using var inspected = await Inspected.StandInAsync("ok");
        string html = await File.ReadAllTextAsync(inspected.Report, TestContext.Current.CancellationToken);
        string broken = html.Replace("<main>", "<main><script>document.title='broken'</script><img src='no' onerror=\"document.title='broken'\">", StringComparison.Ordinal);
        Assert.NotEqual(html, broken);
        await File.WriteAllTextAsync(inspected.Report, broken, TestContext.Current.CancellationToken);
        await using var report = await chromium.OpenAsync(inspected.Report, View.Desktop);
        Assert.StartsWith("OK · p001", await report.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Contains(report.Complaints, static complaint => complaint.Contains("Content Security Policy", StringComparison.Ordinal));
        Assert.NotEmpty(await report.BoxesAsync(".photo"));
    }
}

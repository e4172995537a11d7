using ProcVision.EndToEnd.Tests;

namespace ProcVision.Browser.Tests;

/// <summary>The page of a series, as somebody goes through it.</summary>
[Collection(Chromium.Name)]
public sealed class SeriesPageTests(Chromium chromium, PublishedExample example) : IClassFixture<PublishedExample>
{
    [Theory]
    [InlineData("desktop")]
    [InlineData("tablet")]
    [InlineData("phone")]
    [InlineData("paper")]
    public async Task Every_picture_is_seen_with_its_rectangles_on_it_and_the_browser_has_nothing_to_complain_about(string view)
    {
        using var inspected = await Inspected.SeriesAsync(example);
        await using var report = await chromium.OpenAsync(inspected.Report, View.Of(view));
        Assert.Equal(3, (await report.BoxesAsync(".shot")).Count);
        var pictures = await report.BoxesAsync(".shot img");
        Assert.Equal(pictures, await report.BoxesAsync(".shot:has(img) svg"));
        Assert.All(pictures, picture => Assert.InRange(picture.Right, 0, View.Of(view).Width));
        // Nothing is squeezed: 800 x 600, 512 x 512, 800 x 600.
        Assert.Equal([1.33, 1.0, 1.33], pictures.Select(static picture => Math.Round(picture.Width / picture.Height, 2)));
        Assert.Empty(report.Complaints);
    }

    [Fact]
    public async Task The_filter_leaves_one_verdict_and_next_and_previous_go_through_what_it_leaves()
    {
        using var inspected = await Inspected.SeriesAsync(example);
        await using var report = await chromium.OpenAsync(inspected.Report, View.Desktop);
        await report.Page.Locator("[name=filter][value=ok]").CheckAsync();
        Assert.Equal(2, (await report.BoxesAsync(".shot")).Count);

        await report.Page.Locator(".shot").First.ClickAsync();
        Assert.Equal("a.jpg", await report.Page.Locator(".shot.open bdi").TextContentAsync());
        var large = await report.BoxAsync(".shot.open img");
        Assert.True(large.Width > 900 && large.Bottom <= View.Desktop.Height, large.ToString());
        Assert.Equal(1.33, Math.Round(large.Width / large.Height, 2));
        await report.Page.Locator("[data-turn='1']").ClickAsync();
        Assert.Equal("c.jpg", await report.Page.Locator(".shot.open bdi").TextContentAsync());
        await report.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("a.jpg", await report.Page.Locator(".shot.open bdi").TextContentAsync());
        await report.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal("c.jpg", await report.Page.Locator(".shot.open bdi").TextContentAsync());
        await report.Page.Keyboard.PressAsync("Escape");
        Assert.Equal(0, await report.Page.Locator(".shot.open").CountAsync());
        Assert.False(await report.Page.Locator(".turn").IsVisibleAsync());
        Assert.Empty(report.Complaints);
    }
}

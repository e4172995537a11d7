using ProcVision.EndToEnd.Tests;

namespace ProcVision.Browser.Tests;

[Collection(Chromium.Name)]
public sealed class HandlingTests(Chromium chromium, PublishedExample example) : IClassFixture<PublishedExample>
{
    [Fact]
    public async Task Hovering_a_rectangle_shows_its_score_and_size()
    {
        using var inspected = await Inspected.StandInAsync("ng");
        await using var report = await chromium.OpenAsync(inspected.Report, View.Desktop);
        Assert.Empty(await report.BoxesAsync(".more"));
        var (x, y) = (await report.BoxesAsync(".defect .line"))[0].Middle;
        await report.Page.Mouse.MoveAsync(x, y);
        Assert.Single(await report.BoxesAsync(".more"));
        Assert.Equal("0.9 1,2 3×4", await report.Page.Locator(".holder.on .more").TextContentAsync());
        Assert.Contains("0.9\n1,2 3×4", await report.Page.Locator(".mark.defect title").First.TextContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_is_tapped_marks_its_rectangle_and_dims_the_others_until_it_is_tapped_again()
    {
        using var inspected = await Inspected.SampleAsync(example, "p002", Repository.Coins);
        await using var report = await chromium.OpenAsync(inspected.Report, View.Tablet);
        await report.Page.Locator("#rects tr[data-rect='7'] button").TapAsync();
        Assert.Equal("7", await report.Page.Locator(".mark.on").GetAttributeAsync("data-rect"));
        Assert.Contains("52×49", await report.Page.Locator(".holder.on .more").TextContentAsync(), StringComparison.Ordinal);
        Assert.True(await report.Page.EvaluateAsync<bool>("getComputedStyle(document.querySelector('.mark:not(.on)')).opacity < 0.5"));
        var line = await report.BoxAsync(".mark.on .line");
        Assert.True(line.Top >= 0 && line.Bottom <= View.Tablet.Height, "the rectangle is not in the window");

        await report.Page.Locator(".mark.on .line").TapAsync();
        Assert.Equal(0, await report.Page.Locator(".photo.picked").CountAsync());
    }

    [Fact]
    public async Task Keys_are_enough()
    {
        using var inspected = await Inspected.StandInAsync("ng");
        await using var report = await chromium.OpenAsync(inspected.Report, View.Desktop);
        var button = report.Page.Locator("#rects button").First;
        for (int presses = 0; presses < 20 && !await button.EvaluateAsync<bool>("button => button === document.activeElement"); presses++)
            await report.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("1", await report.Page.Locator(".mark.on").GetAttributeAsync("data-rect"));
        await report.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("true", await button.GetAttributeAsync("aria-pressed"));
        await report.Page.Keyboard.PressAsync("Escape");
        Assert.Equal("false", await button.GetAttributeAsync("aria-pressed"));
    }

    [Fact]
    public async Task A_layer_can_be_hidden_and_shown()
    {
        using var inspected = await Inspected.StandInAsync("ng");
        await using var report = await chromium.OpenAsync(inspected.Report, View.Desktop);
        var defects = report.Page.Locator("[data-shows='2-defect']");
        await defects.UncheckAsync();
        Assert.Single(await report.BoxesAsync(".defect .line"));
        Assert.Equal(2, (await report.BoxesAsync(".position .line")).Count);
        await defects.CheckAsync();
        Assert.Equal(2, (await report.BoxesAsync(".defect .line")).Count);
    }

    [Fact]
    public async Task Numbers_can_be_taken_away_and_what_is_pressed_still_has_one()
    {
        using var inspected = await Inspected.StandInAsync("many-defects");
        await using var report = await chromium.OpenAsync(inspected.Report, View.Desktop);
        Assert.Equal(40, (await report.BoxesAsync(".tag")).Count);
        await report.Page.Locator("#numbers").UncheckAsync();
        Assert.Empty(await report.BoxesAsync(".tag"));
        await report.Page.Locator("#rects button").Nth(2).ClickAsync();
        Assert.Single(await report.BoxesAsync(".holder.on .tag"));
    }

    [Theory]
    [InlineData("desktop")]
    [InlineData("tablet")]
    public async Task Pressing_the_photograph_enlarges_it_and_what_was_pressed_stays_under_the_finger(string view)
    {
        using var inspected = await Inspected.SampleAsync(example, "p001", Repository.Blades);
        await using var report = await chromium.OpenAsync(inspected.Report, View.Of(view));
        // Away from rectangles, where a press means one of them.
        foreach (var layer in await report.Page.Locator("[data-shows]").AllAsync())
            await layer.UncheckAsync();
        var before = await report.BoxAsync(".canvas");
        var (x, y) = ((float)(before.Left + (before.Width * 0.6)), (float)(before.Top + (before.Height * 0.3)));
        await report.Page.Mouse.ClickAsync(x, y);
        var after = await report.BoxAsync(".canvas");
        Assert.True(after.Width >= before.Width * 1.2, $"{before} became {after}");
        Assert.Equal(0.6, (x - after.Left) / after.Width, 0.01);
        Assert.Equal(0.3, (y - after.Top) / after.Height, 0.01);
        await report.Page.Mouse.ClickAsync(x, y);
        Assert.Equal(before.Width, (await report.BoxAsync(".canvas")).Width, 0.5);
    }
}

using System.Text.Json;
using Microsoft.Playwright;
using ProcVision.EndToEnd.Tests;

namespace ProcVision.Browser.Tests;

[Collection(Chromium.Name)]
public sealed class AppearanceTests(Chromium chromium, PublishedExample example) : IClassFixture<PublishedExample>
{
    [Theory]
    [InlineData("ok", "OK")]
    [InlineData("ng", "NG")]
    [InlineData("pre-error", "ERROR")]
    [InlineData("error-before-hello", "ERROR")]
    public async Task The_verdict_is_large_has_a_sign_of_its_own_and_stands_out_from_its_ground(string behaviour, string word)
    {
        using var inspected = await Inspected.StandInAsync(behaviour);
        foreach (var view in new[] { View.Desktop, View.Tablet })
        {
            await using var report = await chromium.OpenAsync(inspected.Report, view);
            Assert.Equal(word, await report.Page.Locator(".word").TextContentAsync());
            Assert.True((await report.BoxAsync(".word")).Height >= 70, "a verdict is to be read from two metres");
            Assert.True((await report.BoxAsync(".sign")).Height >= 50, "a colour alone says nothing to many");
            Assert.True(await ContrastAsync(report, ".word") >= 4.5, "the verdict is hard to read on its ground");
            Assert.Empty(report.Complaints);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light, "desktop", true)]
    [InlineData(ColorScheme.Dark, "desktop", false)]
    [InlineData(ColorScheme.Dark, "paper", true)]
    public async Task The_page_is_light_or_dark_as_the_station_is_and_paper_is_white(ColorScheme scheme, string view, bool isLight)
    {
        using var inspected = await Inspected.SampleAsync(example, "p001", Repository.Blades);
        await using var report = await chromium.OpenAsync(inspected.Report, View.Of(view), scheme);
        double ground = Brightness(await ColourAsync(report, "body", "backgroundColor"));
        double text = Brightness(await ColourAsync(report, ".step h2", "color"));
        Assert.Equal(isLight, ground > 0.8);
        Assert.Equal(isLight, text < 0.2);
    }

    [Theory]
    [InlineData(1280, 900)]
    [InlineData(1220, 800)]
    [InlineData(1024, 768)]
    [InlineData(992, 768)]
    [InlineData(768, 1024)]
    public async Task The_table_beside_or_below_the_photograph_shows_every_column(int width, int height)
    {
        using var inspected = await Inspected.SampleAsync(example, "p002", Repository.Coins);
        await using var report = await chromium.OpenAsync(inspected.Report, new View(width, height));
        int hidden = await report.Page.EvaluateAsync<int>("(() => { const table = document.querySelector('.rects .scroll'); return table.scrollWidth - table.clientWidth; })()");
        Assert.Equal(0, hidden);
    }

    [Theory]
    [InlineData("defect", 0)]
    [InlineData("position", 1)]
    [InlineData("calibration", 2)]
    [Conformance(154)]
    public async Task Defects_are_red_positions_green_and_calibrations_blue_and_no_line_is_like_another(string kind, int strongest)
    {
        using var inspected = await Inspected.StandInAsync("calibrated");
        foreach (var view in new[] { View.Desktop, View.Paper })
        {
            await using var report = await chromium.OpenAsync(inspected.Report, view, ColorScheme.Dark);
            foreach (double[] colour in new[] { await ColourAsync(report, $".{kind} .line", "stroke"), await ColourAsync(report, $".{kind} .tag", "backgroundColor") })
                Assert.Equal(strongest, colour.Index().MaxBy(static part => part.Item).Index);
            var lines = await report.Page.EvaluateAsync<JsonElement>(
                "[...document.querySelectorAll('.line')].map(line => getComputedStyle(line)).map(style => `${style.strokeWidth} ${style.strokeDasharray}`)");
            Assert.Equal(3, lines.EnumerateArray().Select(static line => line.GetString()).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("ng")]
    [InlineData("hostile")]
    [InlineData("hostile-texts")]
    [InlineData("flood-stderr")]
    public async Task Nothing_sticks_out_of_the_page(string behaviour)
    {
        using var inspected = await Inspected.StandInAsync(behaviour);
        foreach (var view in new[] { View.Desktop, View.Tablet, View.Phone, View.Paper })
        {
            await using var report = await chromium.OpenAsync(inspected.Report, view);
            double width = await report.Page.EvaluateAsync<double>("document.documentElement.scrollWidth");
            Assert.True(width <= view.Width, $"{view}: the page is {width} wide");
        }
    }

    [Fact]
    public async Task It_prints_on_a_few_pages()
    {
        using var inspected = await Inspected.SampleAsync(example, "p002", Repository.Coins);
        await using var report = await chromium.OpenAsync(inspected.Report, View.Desktop, ColorScheme.Dark);
        byte[] pdf = await report.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = false });
        Assert.True(pdf.AsSpan().StartsWith("%PDF"u8));
        int pages = System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1;
        Assert.InRange(pages, 1, 5);
    }

    private static async Task<double> ContrastAsync(OpenedReport report, string selector)
    {
        double text = Brightness(await ColourAsync(report, selector, "color"));
        double ground = Brightness(await ColourAsync(report, ".verdict", "backgroundColor"));
        return (Math.Max(text, ground) + 0.05) / (Math.Min(text, ground) + 0.05);
    }

    private static async Task<double[]> ColourAsync(OpenedReport report, string selector, string property)
    {
        var colour = await report.Page.EvaluateAsync<JsonElement>(
            "([selector, property]) => getComputedStyle(document.querySelector(selector))[property].match(/[\\d.]+/g).map(Number)", new[] { selector, property });
        return [.. colour.EnumerateArray().Take(3).Select(static part => part.GetDouble() / 255)];
    }

    /// <summary>Relative luminance, as the accessibility guidelines define it.</summary>
    private static double Brightness(double[] colour)
    {
        double[] linear = [.. colour.Select(static part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * linear[0]) + (0.7152 * linear[1]) + (0.0722 * linear[2]);
    }
}

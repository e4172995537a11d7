using ProcVision.EndToEnd.Tests;

namespace ProcVision.Browser.Tests;

[Collection(Chromium.Name)]
public sealed class PlacementTests(Chromium chromium, PublishedExample example) : IClassFixture<PublishedExample>
{
    public static TheoryData<string, string> Everywhere
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (string inspection in new[] { "p001", "p002", "missing", "brick", "calibrated" })
            {
                foreach (string view in new[] { "desktop", "tablet", "phone", "paper" })
                    cases.Add(inspection, view);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    [Conformance(154)]
    public async Task Every_rectangle_lies_on_the_photograph_where_the_algorithm_saw_it_and_the_browser_has_nothing_to_say(string inspection, string view)
    {
        using var inspected = await InspectAsync(inspection);
        await using var report = await chromium.OpenAsync(inspected.Report, View.Of(view));
        await AssertPlacedAsync(report, inspected);
        Assert.Empty(report.Complaints);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("4")]
    public async Task At_every_zoom_one_pixel_of_the_picture_is_as_large_as_promised_and_the_rectangles_stay_in_place(string zoom)
    {
        using var inspected = await InspectAsync("p001");
        await using var report = await chromium.OpenAsync(inspected.Report, View.Tablet);
        await report.Page.GetByText($"{zoom}:1", new() { Exact = true }).ClickAsync();
        Assert.Equal(800.0 * int.Parse(zoom, System.Globalization.CultureInfo.InvariantCulture), (await report.BoxAsync(".canvas img")).Width, 0.5);
        await AssertPlacedAsync(report, inspected);
    }

    [Fact]
    public async Task Without_scripts_everything_is_still_in_its_place_and_numbered()
    {
        using var inspected = await InspectAsync("p002");
        await using var report = await chromium.OpenAsync(inspected.Report, View.Tablet, script: false);
        await AssertPlacedAsync(report, inspected);
        Assert.Equal(inspected.Rects.Count, (await report.BoxesAsync(".tag")).Count);
    }

    [Fact]
    public async Task A_photograph_with_an_orientation_mark_is_shown_as_its_pixels_are_stored()
    {
        string turned = Path.Combine(Path.GetTempPath(), $"procvision-{Guid.NewGuid():N}.jpg");
        await File.WriteAllBytesAsync(turned, WithOrientation(await File.ReadAllBytesAsync(Repository.Blades, Token), 6), Token);
        try
        {
            using var plain = await InspectAsync("p001");
            using var marked = await Inspected.SampleAsync(example, "p001", turned);
            await using var first = await chromium.OpenAsync(plain.Report, View.Desktop);
            await using var second = await chromium.OpenAsync(marked.Report, View.Desktop);
            await AssertPlacedAsync(second, marked);
            Assert.Equal(await first.Photo.ScreenshotAsync(), await second.Photo.ScreenshotAsync());
        }
        finally
        {
            File.Delete(turned);
        }
    }

    [Theory]
    [InlineData("p001", "desktop")]
    [InlineData("p001", "tablet")]
    [InlineData("p002", "desktop")]
    [InlineData("p002", "tablet")]
    [InlineData("p002", "paper")]
    public async Task No_number_covers_another_or_its_own_part(string inspection, string view)
    {
        using var inspected = await InspectAsync(inspection);
        await using var report = await chromium.OpenAsync(inspected.Report, View.Of(view));
        var tags = await report.BoxesAsync(".tag");
        var holders = await report.BoxesAsync(".holder");
        Assert.Equal(inspected.Rects.Count, tags.Count);
        for (int i = 0; i < tags.Count; i++)
        {
            Assert.False(tags[i].Covers(holders[i]), $"number {i} covers its rectangle");
            Assert.DoesNotContain(tags.Take(i), other => other.Covers(tags[i]));
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private Task<Inspected> InspectAsync(string inspection) => inspection switch
    {
        "p001" => Inspected.SampleAsync(example, "p001", Repository.Blades),
        "p002" => Inspected.SampleAsync(example, "p002", Repository.Coins),
        "missing" => Inspected.SampleAsync(example, "p001", Repository.Blades, "--params", """{"roi":"150,20,500,450","threshold":0.9}"""),
        "brick" => Inspected.SampleAsync(example, "p001", Repository.Brick),
        _ => Inspected.StandInAsync("calibrated"),
    };

    private static async Task AssertPlacedAsync(OpenedReport report, Inspected inspected)
    {
        var photo = await report.BoxAsync(".canvas img");
        double width = await report.Photo.EvaluateAsync<double>("image => image.width ? Number(image.getAttribute('width')) : 0");
        double scale = photo.Width / width;
        Assert.True(photo.Width > 100, "the photograph is not to be seen");
        foreach (string kind in new[] { "defect", "position", "calibration" })
        {
            var expected = inspected.Rects.Where(rect => rect.Kind == kind).Select(rect => new Box(
                photo.Left + (rect.Place.Left * scale), photo.Top + (rect.Place.Top * scale), rect.Place.Width * scale, rect.Place.Height * scale)).ToList();
            var drawn = (await report.BoxesAsync($"svg .line[data-kind={kind}]")).ToList();
            Assert.Equal(expected.Count, drawn.Count);
            foreach (var box in expected)
            {
                var nearest = drawn.MinBy(box.Distance);
                Assert.True(box.Distance(nearest) <= 1, $"{kind} {box} is drawn at {nearest}");
                drawn.Remove(nearest);
            }
        }
    }

    /// <summary>Puts an EXIF segment with nothing but the orientation behind the start of a JPEG.</summary>
    private static byte[] WithOrientation(byte[] jpeg, byte orientation) =>
    [
        .. jpeg.AsSpan(0, 2),
        0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        .. jpeg.AsSpan(2),
    ];
}

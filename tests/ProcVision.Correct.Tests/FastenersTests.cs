using Fasteners.Bolts;
using Fasteners.Nuts;
using Fasteners.Screws;
using Fasteners.Threads;
using Fasteners.Washers;
using ProcVision.Imaging;
using ProcVision.Testing;

namespace ProcVision.Correct.Tests;

public sealed class FastenersTests
{
    private const string WholePicture = """{"search":"0,0,320,240"}""";

    [Theory]
    [InlineData("cover-a", 4)]
    [InlineData("cover-b", 2)]
    public void A_cover_with_all_its_screws_is_good(string pid, int screws)
    {
        using var test = AlgorithmTest.Start<ScrewPresence>(pid);
        Drawing cover = Cover();

        test.Execute(1, cover, WholePicture).AssertOk();

        Assert.Equal(screws, test.Execute(2, cover).AssertOk().Positions.Count);
    }

    [Fact]
    public void A_screw_that_is_missing_is_a_defect_at_its_place()
    {
        using var test = AlgorithmTest.Start<ScrewPresence>("cover-a");
        var cover = Cover().Box(225, 185, 40, 30, 200);
        test.Execute(1, cover, WholePicture).AssertOk();

        var result = test.Execute(2, cover).AssertNg("缺少1颗螺丝");

        var defect = Assert.Single(result.Defects);
        Assert.Equal((242, 202), (defect.Box.X + 6, defect.Box.Y + 6));
        Assert.Equal(3, result.Positions.Count);
    }

    [Fact]
    public void Screws_are_not_looked_for_before_the_cover_is_found()
    {
        using var test = AlgorithmTest.Start<ScrewPresence>("cover-a");
        test.Execute(1, Drawing.Gray(30), WholePicture).AssertError(ErrorCode.InvalidParams);
        test.Execute(2, Drawing.Gray(30)).AssertError(ErrorCode.ModelNotFound);
    }

    [Fact]
    public void Twenty_four_coins_are_as_many_washers()
    {
        using var test = AlgorithmTest.Start<WasherCount>("w24");
        var coins = ImageFile.Load(Path.Combine(AppContext.BaseDirectory, "Images", "coins.png"));
        const string Parameters = """{"expected":24,"min_area":400}""";
        test.PreExecute(1, coins, Parameters).AssertReady();
        test.Execute(1, coins, Parameters).AssertOk();
    }

    [Fact]
    public void A_washer_too_few_is_counted()
    {
        using var test = AlgorithmTest.Start<WasherCount>("w24");
        var tray = Drawing.Gray(40).Disc(60, 60, 14, 220).Disc(160, 60, 14, 220).Disc(250, 150, 14, 220);
        test.Execute(1, tray, """{"expected":3}""").AssertOk();
        test.Execute(1, tray, """{"expected":4}""").AssertNg("数量不符: 3 个，应为 4 个");
        test.PreExecute(1, Drawing.Gray(2), """{"expected":4}""").AssertError(ErrorCode.ImageLoadFailed);
    }

    [Theory]
    [InlineData(10, null)] // 200 px are 10 mm, crests 25 px apart
    [InlineData(12, "螺距 1.500 mm，偏差 0.250 > 0.050")]
    public void The_pitch_is_measured_in_the_scale_of_the_marks(double distance, string? reason)
    {
        using var test = AlgorithmTest.Start<ThreadPitch>("m8");
        var thread = Drawing.Gray(220).Box(50, 226, 10, 10, 10).Box(250, 226, 10, 10, 10);
        for (var x = 60; x < 240; x += 25)
            thread.Box(x, 100, 12, 60, 30);
        var parameters = $$"""{"mark_distance":{{distance}}}""";

        var ready = test.PreExecute(1, thread, parameters).AssertReady();
        Assert.Equal(2, ready.Calibration.Count);

        var result = test.Execute(1, thread, parameters);
        if (reason is null)
            result.AssertOk();
        else
            result.AssertNg(reason);
    }

    [Fact]
    public void A_thread_without_marks_is_not_measured()
    {
        using var test = AlgorithmTest.Start<ThreadPitch>("m6");
        test.PreExecute(1, Drawing.Gray(220)).AssertError(ErrorCode.InvalidParams);
        test.Execute(1, Drawing.Gray(220)).AssertError(ErrorCode.ModelNotFound);
    }

    [Theory]
    [InlineData(160, null)]
    [InlineData(140, "过短: 14.0 < 15.0 mm")]
    [InlineData(180, "过长: 18.0 > 17.0 mm")]
    public void A_bolt_is_measured_in_one_step_and_judged_in_the_next(int length, string? reason)
    {
        using var test = AlgorithmTest.Start<BoltLength>("din931");
        var bolt = Drawing.Gray(220).Box(140, 30, 40, length, 20);
        test.Execute(1, bolt, """{"roi":"100,10,120,220"}""").AssertOk();

        var result = test.Execute(2);

        Assert.Contains("\"Length\":" + (length / 10.0).ToString(System.Globalization.CultureInfo.InvariantCulture), result.Records["bolt"], StringComparison.Ordinal);
        if (reason is null)
            result.AssertOk();
        else
            result.AssertNg(reason);
    }

    [Fact]
    public void The_time_of_a_step_is_logged_and_a_reset_forgets_the_bolt()
    {
        using var test = AlgorithmTest.Start<BoltLength>("din931");
        test.Execute(1, Drawing.Gray(220).Box(140, 30, 40, 160, 20), """{"roi":"100,10,120,220"}""").AssertOk();
        Assert.Contains(test.Log, line => line.Contains("elapsed_ms", StringComparison.Ordinal));

        test.Reset();

        test.Execute(2).AssertError(ErrorCode.ModelNotFound);
    }

    [Theory]
    [InlineData("m6", false, null)]
    [InlineData("m6", true, null)]
    [InlineData("m8", false, "对边 10.02 mm，应为 13.0 mm")]
    public void A_nut_is_as_wide_as_its_size_says(string size, bool strict, string? reason)
    {
        using var test = AlgorithmTest.Start<NutSize>("nut-line-1");
        var nut = Drawing.Gray(220).Disc(160, 120, 50, 30);
        var result = test.Execute(1, nut, $$"""{"size":"{{size}}","strict":{{(strict ? "true" : "false")}}}""");
        if (reason is null)
            result.AssertOk();
        else
            result.AssertNg(reason);
    }

    private static Drawing Cover()
    {
        // 220 × 180 at 44,40: the screws of product a are 22 and 18 pixels from its edges, those of b in the middle of its upper and lower edge.
        var cover = Drawing.Gray(30).Box(44, 40, 220, 180, 200);
        foreach (var (x, y) in ((int, int)[])[(66, 58), (242, 58), (66, 202), (242, 202), (154, 58), (154, 202)])
            cover.Disc(x, y, 7, 20);
        return cover;
    }
}

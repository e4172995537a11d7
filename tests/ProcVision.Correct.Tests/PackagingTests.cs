using Packaging.Barcode;
using Packaging.Date;
using Packaging.Label;
using Packaging.Level;
using ProcVision.Testing;

namespace ProcVision.Correct.Tests;

public sealed class PackagingTests
{
    [Theory]
    [InlineData("100,80,100,60", null)]
    [InlineData("103,80,100,60", null)]
    [InlineData("110,80,100,60", "标签偏移 -10,0 px")]
    public void A_label_lies_where_it_should(string target, string? reason)
    {
        using var test = AlgorithmTest.Start<LabelPosition>("bottle-500");
        var bottle = Drawing.Colour(60).Box(100, 80, 100, 60, 230);
        test.Execute(1, bottle).AssertOk();

        var result = test.Execute(2, bottle, $$"""{"target":"{{target}}","batch":"B1234"}""");

        Assert.Equal(6000L, result.Debug["label_pixels"]);
        if (reason is null)
            result.AssertOk();
        else
            result.AssertNg(reason);
    }

    [Fact]
    public void A_bottle_without_a_label_is_not_good()
    {
        using var test = AlgorithmTest.Start<LabelPosition>("bottle-500");
        test.Execute(1, Drawing.Gray(60)).AssertNg("没有标签");
        test.Execute(2, Drawing.Gray(60), """{"target":"0,0,10,10"}""").AssertError(ErrorCode.ModelNotFound);
        test.Execute(2, Drawing.Gray(60), """{"target":"0,0,10,10","batch":"X1234"}""").AssertError(ErrorCode.InvalidParams);
    }

    [Fact]
    public void A_barcode_has_quiet_zones_and_all_its_bars()
    {
        using var test = AlgorithmTest.Start<BarcodeQuietZone>("ean13");
        var code = Drawing.Gray(230);
        for (var i = 0; i < 30; i++)
            code.Box(60 + (6 * i), 80, 3, 60, 20);

        Assert.Single(test.PreExecute(1, code, """{"code":"40,80,217,60"}""").AssertReady().Calibration);
        test.Execute(1, code, """{"code":"40,80,217,60"}""").AssertOk();
        test.Execute(1, code, """{"code":"40,80,217,60","bars":31}""").AssertNg("条数 30，应为 31");
        Assert.Equal(5, test.Execute(1, code, """{"code":"55,80,202,60"}""").AssertNg("静区不足").Defects.Count);
    }

    [Theory]
    [InlineData("bottle-500", 62, null)]
    [InlineData("bottle-500", 80, "液位过低")]
    [InlineData("bottle-500", 40, "液位过高")]
    [InlineData("bottle-1000", 40, null)]
    public void A_bottle_is_filled_to_its_level(string pid, int surface, string? reason)
    {
        using var test = AlgorithmTest.Start<FillLevel>(pid);
        var result = test.Execute(1, Drawing.Gray(220).Box(60, surface, 80, 100, 40), """{"tolerance":4}""");
        if (reason is null)
            result.AssertOk();
        else
            result.AssertNg(reason);
    }

    [Fact]
    public void A_drop_is_no_liquid()
    {
        using var test = AlgorithmTest.Start<FillLevel>("bottle-500");
        test.Execute(1, Drawing.Gray(220).Box(60, 60, 80, 4, 40)).AssertNg("瓶中没有液体");
    }

    [Fact]
    public void A_tolerance_out_of_range_is_clipped_and_the_note_is_logged()
    {
        using var test = AlgorithmTest.Start<FillLevel>("bottle-500");
        test.Execute(1, Drawing.Gray(220).Box(60, 105, 80, 100, 40), """{"tolerance":400,"note":"调机"}""").AssertOk();
        Assert.Contains(test.Log, line => line.Contains("调机", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(6, "261123", null)]
    [InlineData(5, "261123", "喷码 5 位，应为 6 位")]
    [InlineData(8, "20261123", null)]
    public void A_date_code_has_all_its_digits(int digits, string expected, string? reason)
    {
        using var test = AlgorithmTest.Start<DateCode>("carton");
        var result = test.Execute(1, Carton(digits, 20), $$"""{"area":"20,90,280,40","expected":"{{expected}}"}""");
        if (reason is null)
            result.AssertOk();
        else
            result.AssertNg(reason);
    }

    [Fact]
    public void A_faint_code_and_a_date_that_is_none_are_told_apart()
    {
        using var test = AlgorithmTest.Start<DateCode>("carton");
        test.Execute(1, Carton(6, 3), """{"area":"20,90,280,40","expected":"261123"}""").AssertNg("喷码过淡");
        test.Execute(1, Carton(6, 20), """{"area":"20,90,280,40","expected":"261399"}""").AssertError(ErrorCode.InvalidParams);
    }

    private static Drawing Carton(int digits, int height)
    {
        var carton = Drawing.Gray(200);
        for (var i = 0; i < digits; i++)
            carton.Box(30 + (24 * i), 100, 12, height, 30);
        return carton;
    }
}

using GeneratedParts.Belt;
using GeneratedParts.Gasket;
using ProcVision.Testing;

namespace ProcVision.Correct.Tests;

public sealed class SurfaceTests
{
    [Fact]
    public void A_long_thin_dark_line_is_a_scratch_each_time()
    {
        using var test = AlgorithmTest.Start<GlassScratch.GlassScratch>("pane");
        var scratched = Drawing.Gray(180).Box(100, 50, 2, 40, 120);
        test.Execute(1, Drawing.Gray(180)).AssertOk();
        test.Execute(1, Drawing.Gray(180).Box(100, 50, 2, 10, 120)).AssertOk();
        test.Execute(1, scratched).AssertNg("划痕长 40 px");
        test.Execute(1, scratched).AssertNg("划痕长 40 px"); // what is kept between calls carries nothing over
        test.Execute(1, Drawing.Gray(180, 640, 480)).AssertOk();
    }

    [Fact]
    public void An_inspection_of_glass_gives_up_at_its_deadline()
    {
        using var late = new CancellationTokenSource();
        using var test = AlgorithmTest.Start<GlassScratch.GlassScratch>("pane");
        test.Cancellation = late.Token;
        late.Cancel();
        test.Execute(1, Drawing.Gray(180)).AssertError(ErrorCode.Timeout);
    }

    [Theory]
    [InlineData(50, null)]
    [InlineData(55, "过薄: ")]
    [InlineData(40, "过厚: ")]
    public void A_ring_is_as_thick_as_the_drawing_says(int inner, string? reason)
    {
        using var test = AlgorithmTest.Start<GasketRing>("g-25");
        var ring = Drawing.Gray(220).Disc(160, 120, 61, 30).Disc(160, 120, inner, 220);
        test.Execute(1, ring).AssertOk();

        var result = test.Execute(2, ring);

        if (reason is null)
            result.AssertOk();
        else
            Assert.StartsWith(reason, result.AssertNg(result.Message).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_ring_is_no_good_ring()
    {
        using var test = AlgorithmTest.Start<GasketRing>("g-25");
        test.Execute(1, Drawing.Gray(220)).AssertNg("没有密封圈");
        test.Execute(2, Drawing.Gray(220)).AssertError(ErrorCode.ModelNotFound);
    }

    [Theory]
    [InlineData(60, null)]
    [InlineData(66, null)]
    [InlineData(80, "跑偏 20 px，最多 6 px")]
    [InlineData(320, "没有皮带边缘")]
    public void A_belt_runs_along_its_line(int edge, string? reason)
    {
        using var test = AlgorithmTest.Start<BeltEdge>("belt-650");
        var belt = Drawing.Gray(200).Box(edge, 0, 320 - edge, 240, 50);
        test.PreExecute(1, belt).AssertReady();
        var result = test.Execute(1, belt, """{"operator":"李"}""");
        if (reason is null)
            result.AssertOk();
        else
            result.AssertNg(reason);
    }

    [Fact]
    public void A_belt_in_the_dark_is_not_inspected()
    {
        using var test = AlgorithmTest.Start<BeltEdge>("belt-650");
        test.PreExecute(1, Drawing.Gray(10)).AssertError(ErrorCode.ImageLoadFailed);
    }
}

using ProcVision.Testing;
using Welding.Seam;
using Welding.Spatter;
using Welding.Spots;

namespace ProcVision.Correct.Tests;

public sealed class WeldingTests
{
    private const string Area = """{"area":"20,80,280,60"}""";

    [Fact]
    public void A_seam_without_a_gap_is_good()
    {
        using var test = AlgorithmTest.Start<WeldSeam>("frame-left");
        test.Execute(1, Seam(), Area).AssertOk();
        test.Execute(1, Seam(gap: 3), Area).AssertOk();
        Assert.Equal(new Rect(150, 80, 12, 60), Assert.Single(test.Execute(1, Seam(gap: 12), Area).AssertNg("焊缝中断 12 px").Defects).Box);
    }

    [Fact]
    public void Verdicts_are_counted_over_all_products_of_the_process()
    {
        using var test = AlgorithmTest.Start<WeldSeam>("frame-right");
        test.Execute(1, Seam(), Area).AssertOk();
        test.Execute(1, Seam(gap: 12), Area);
        test.Reset();
        test.Execute(1, Seam(gap: 12), Area);
        Assert.Contains(test.Log, line => line.Contains("\"inspected\":3", StringComparison.Ordinal) && line.Contains("\"rejected\":2", StringComparison.Ordinal));
    }

    [Fact]
    public void A_seam_is_not_measured_after_the_deadline()
    {
        using var late = new CancellationTokenSource();
        using var test = AlgorithmTest.Start<WeldSeam>("frame-left");
        test.Cancellation = late.Token;
        late.Cancel();
        Assert.False(test.Execute(1, Seam(), Area).IsOk);
    }

    [Fact]
    public void Spots_are_where_they_were_before()
    {
        using var test = AlgorithmTest.Start<WeldSpots>("door");
        test.Execute(1, Door(0)).AssertOk();
        var after = test.Execute(2, Door(3)).AssertOk();
        Assert.Equal(3000L, after.Debug["age_ms"]);
        Assert.Single(test.Execute(2, Door(9)).AssertNg("1 个焊点偏移或缺失").Defects);
    }

    [Fact]
    public void A_reference_needs_all_its_spots()
    {
        using var test = AlgorithmTest.Start<WeldSpots>("door");
        test.Execute(1, Drawing.Gray(60)).AssertNg("焊点 0 个，应为 4 个");
        test.Execute(2, Door(0)).AssertError(ErrorCode.ModelNotFound);
    }

    [Fact]
    public void Specks_beside_a_seam_are_spatter()
    {
        using var test = AlgorithmTest.Start<SpatterCheck>("frame-left");
        var plate = Drawing.Gray(90).Box(50, 50, 2, 2, 240).Box(80, 50, 2, 2, 240).Box(50, 90, 2, 2, 240);
        test.Execute(1, plate).AssertOk();
        test.Execute(1, plate.Box(200, 200, 2, 2, 240)).AssertNg("飞溅 4 处，最多 3 处");
    }

    private static Drawing Seam(int gap = 0) => Drawing.Colour(60).Box(20, 100, 280, 20, 220).Box(150, 100, gap, 20, 60);

    private static Drawing Door(int shift)
    {
        var taken = new DateTimeOffset(2026, 11, 23, 8, 0, shift, TimeSpan.Zero);
        var door = new[] { (60, 60), (260, 60), (60, 180), (260, 180 + shift) };
        return door.Aggregate(Drawing.Gray(60).TakenAt(taken), (drawing, spot) => drawing.Disc(spot.Item1, spot.Item2, 4, 230));
    }
}

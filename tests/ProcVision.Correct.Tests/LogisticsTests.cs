using Logistics.Pallet;
using Logistics.Seal;
using Logistics.Texture;
using ProcVision.Imaging;
using ProcVision.Testing;

namespace ProcVision.Correct.Tests;

public sealed class LogisticsTests
{
    [Fact]
    public void A_brick_wall_is_as_rough_on_the_left_as_on_the_right()
    {
        using var test = AlgorithmTest.Start<TextureCheck>("wall");
        var wall = ImageFile.Load(Path.Combine(AppContext.BaseDirectory, "Images", "brick.png"));
        test.Execute(1, wall).AssertOk();

        for (var y = 0; y < wall.Height; y++)
            wall.Pixels.AsSpan(y * wall.Stride, wall.Stride / 2).Fill(128);

        Assert.Equal(Verdict.Ng, test.Execute(1, wall).Verdict);
    }

    [Fact]
    public void A_texture_is_not_compared_after_the_deadline()
    {
        using var late = new CancellationTokenSource();
        using var test = AlgorithmTest.Start<TextureCheck>("wall");
        test.Cancellation = late.Token;
        late.Cancel();
        Assert.False(test.Execute(1, Drawing.Gray(100)).IsOk);
    }

    [Fact]
    public void A_pallet_is_scanned_layer_by_layer()
    {
        using var test = AlgorithmTest.Start<PalletScan>("euro");
        test.Execute(2, Boxes(3)).AssertError(ErrorCode.ModelNotFound);
        test.PreExecute(1, Boxes(3)).AssertReady();
        test.Execute(1, Boxes(3)).AssertOk();

        var second = test.Execute(2, Boxes(3)).AssertOk();
        Assert.Equal(6L, second.Debug["boxes"]);
        Assert.Contains("seconds", second.Debug.Keys);

        test.Execute(2, Boxes(2)).AssertNg("第 3 层 2 箱，缺 1 箱");
    }

    [Fact]
    public void Each_product_has_its_level()
    {
        using var euro = AlgorithmTest.Start<PalletScan>("euro");
        using var half = AlgorithmTest.Start<PalletScan>("half");
        euro.Execute(1, Boxes(3, 100)).AssertNg("第一层 0 箱，应为 3 箱");
        half.Execute(1, Boxes(3, 100)).AssertOk();
    }

    [Fact]
    public void A_ring_is_closed_or_has_a_gap()
    {
        using var test = AlgorithmTest.Start<SealRing>("drum");
        const string Parameters = """{"box":"100,60,120,120"}""";
        var ring = Drawing.Colour(220).Disc(160, 120, 60, 40).Disc(160, 120, 48, 220);
        test.Execute(1, ring, Parameters).AssertOk();
        test.Execute(1, ring, Parameters).AssertOk();
        Assert.Single(test.Log, line => line.Contains("第一次检测", StringComparison.Ordinal));
        test.Execute(1, ring.Box(200, 110, 24, 20, 220), Parameters).AssertNg("封口环有 21° 的缺口");
    }

    private static Drawing Boxes(int count, byte brightness = 200)
    {
        var layer = Drawing.Gray(40);
        for (var i = 0; i < count; i++)
            layer.Box(20 + (90 * i), 60, 80, 120, brightness);
        return layer;
    }
}

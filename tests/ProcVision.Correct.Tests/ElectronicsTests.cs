using Acme.Electronics;
using Acme.Electronics.Capacitors;
using Acme.Electronics.Leds;
using Acme.Electronics.Solder;
using ProcVision.Testing;

namespace ProcVision.Correct.Tests;

public sealed class ElectronicsTests
{
    [Fact]
    public void A_gap_that_solder_crosses_is_a_bridge()
    {
        // Eight pads and seven gaps of 20 px each.
        using var test = AlgorithmTest.Start<SolderBridge>("qfp-44");
        var pads = Drawing.Gray(50);
        for (var i = 0; i < 8; i++)
            pads.Box(10 + (40 * i), 100, 20, 40, 210);
        test.Execute(1, pads, """{"row":"10,100,300,40"}""").AssertOk();
        test.Execute(2, pads).AssertOk();

        var bridge = test.Execute(2, pads.Box(110, 110, 20, 8, 210)).AssertNg("发现 1 处锡桥");

        Assert.Equal(new DefectRect(new Rect(110, 100, 20, 40), "锡桥 3-4", 0.2), Assert.Single(bridge.Defects));
    }

    [Fact]
    public void Bridges_are_not_looked_for_before_the_gaps_are_known()
    {
        using var test = AlgorithmTest.Start<SolderBridge>("qfp-44");
        test.Execute(1, Drawing.Gray(50), """{"row":"10,100,30,40"}""").AssertError(ErrorCode.InvalidParams);
        test.Execute(2, Drawing.Gray(50)).AssertError(ErrorCode.ModelNotFound);
    }

    [Fact]
    public void Pins_are_counted_and_stand_in_line()
    {
        using var test = AlgorithmTest.Start<Connectors.PinCheck>("dsub9");
        var straight = Pins(0);
        Assert.Equal(5, test.Execute(1, straight).AssertOk().Positions.Count);
        test.Execute(1, straight, """{"pins":6}""").AssertNg("针脚 5 个，应为 6 个");
        test.Execute(1, straight, """{"top":20}""").AssertNg("针脚 0 个，应为 5 个");
        test.Execute(1, straight, """{"top":240}""").AssertError(ErrorCode.CoordinateInvalid);

        Assert.Single(test.Execute(1, Pins(8)).AssertNg("1 个针脚弯曲").Defects);
        test.Execute(1, Pins(8), """{"allow_bent":true}""").AssertOk();

        static Drawing Pins(int bend)
        {
            var pins = Drawing.Gray(40);
            for (var i = 0; i < 5; i++)
                pins.Box(40 + (50 * i) + (i == 2 ? bend : 0), 100, 10, 40, 230);
            return pins;
        }
    }

    [Theory]
    [InlineData("green", null)]
    [InlineData("red", "颜色为 Green，应为 Red")]
    [InlineData("off", "颜色为 Green，应为 Off")]
    public void The_lamp_has_the_colour_that_is_asked_for(string colour, string? reason)
    {
        using var test = AlgorithmTest.Start<LedColour>("panel-1");
        var lamp = Drawing.Colour(20).Disc(160, 120, 20, 30, 220, 60);
        var result = test.Execute(1, lamp, $$"""{"window":"150,110,20,20","colour":"{{colour}}"}""");
        if (reason is null)
            result.AssertOk();
        else
            result.AssertNg(reason);
    }

    [Fact]
    public void A_gray_picture_has_no_colours()
    {
        using var test = AlgorithmTest.Start<LedColour>("panel-1");
        test.Execute(1, Drawing.Gray(20), """{"window":"150,110,20,20","colour":"off"}""").AssertError(ErrorCode.ImageLoadFailed);
    }

    [Fact]
    public void A_capacitor_the_wrong_way_round_is_found()
    {
        using var test = AlgorithmTest.Start<PolarityMark>("cap-220u");
        var can = Drawing.Gray(40).Disc(160, 120, 60, 200).Box(105, 105, 20, 30, 125);
        test.PreExecute(1, can).AssertReady();
        test.Execute(1, can).AssertOk();

        test.Execute(2, can).AssertOk();
        test.Execute(2, can, """{"side":"right"}""").AssertNg("极性反了");
    }

    [Fact]
    public void A_can_that_is_gone_is_forgotten_and_tries_are_counted()
    {
        using var test = AlgorithmTest.Start<PolarityMark>("cap-220u");
        test.Execute(1, Drawing.Gray(40).Disc(160, 120, 60, 200)).AssertOk();
        test.Execute(1, Drawing.Gray(40)).AssertNg("没有电容");
        test.Execute(2, Drawing.Gray(40)).AssertError(ErrorCode.ModelNotFound);

        for (var i = 0; i < 3; i++)
            test.PreExecute(1, Drawing.Gray(40)).AssertReady();
        test.PreExecute(1, Drawing.Gray(40)).AssertError(ErrorCode.ImageLoadFailed);
    }
}

using GuidedAssembly.Placement;
using GuidedAssembly.Tools;
using ProcVision.Testing;

namespace ProcVision.Correct.Tests;

public sealed class AssemblyTests
{
    [Fact]
    public void A_part_lies_where_the_guide_shows_it()
    {
        using var test = AlgorithmTest.Start<PartPlacement>("kit-7");
        Drawing Bench() => Drawing.Gray(150);
        var guide = new TestGuide(Bench().Box(50, 50, 40, 40, 30).Box(200, 100, 40, 40, 30))
        {
            Regions = [new("螺母", [new Rect(50, 50, 40, 40)]), new("垫片", [new Rect(200, 100, 40, 40)])],
            Description = "放入螺母和垫片",
        };

        test.ExecuteOnly(1, Bench().Box(50, 50, 40, 40, 35).Box(200, 100, 40, 40, 25), guide).AssertOk();
        var result = test.ExecuteOnly(1, Bench().Box(50, 50, 40, 40, 35), guide).AssertNg("1 个零件未放好");

        Assert.Equal("垫片", Assert.Single(result.Defects).Label);
        Assert.Equal("螺母", Assert.Single(result.Positions).Label);
    }

    [Fact]
    public void A_guide_of_another_size_cannot_be_compared()
    {
        using var test = AlgorithmTest.Start<PartPlacement>("kit-7");
        test.ExecuteOnly(1, Drawing.Gray(150), new TestGuide(Drawing.Gray(150, 300, 200))).AssertError(ErrorCode.InvalidParams);
    }

    [Fact]
    public void Without_a_guide_only_the_light_is_checked()
    {
        using var test = AlgorithmTest.Start<PartPlacement>("kit-7");
        const string Whole = """{"whole":"0,0,320,240"}""";
        test.PreExecute(1, Drawing.Gray(150), Whole).AssertReady();
        test.Execute(1, Drawing.Gray(150), Whole).AssertOk();
        test.Execute(1, Drawing.Gray(2), Whole).AssertNg("图像过暗或过亮");
    }

    [Fact]
    public void A_tool_that_was_left_is_found_in_both_profiles()
    {
        using var test = AlgorithmTest.Start<ToolCleared>("kit-8");
        var empty = Drawing.Gray(100);
        var left = Drawing.Gray(100).Box(100, 100, 20, 20, 255);
        test.Execute(1, empty).AssertOk();
        test.Execute(2, empty).AssertOk();
        test.Execute(2, left).AssertNg("工位上有遗留物: 1 处");

        var session = new Session("guided");
        var guide = new TestGuide(Drawing.Gray(100));
        test.ExecuteOnly(1, empty, guide, session).AssertOk();
        test.ExecuteOnly(2, left, guide, session).AssertNg("工位上有遗留物: 1 处");
    }

    [Fact]
    public void Benches_of_two_sizes_are_a_reason_to_try_again()
    {
        using var test = AlgorithmTest.Start<ToolCleared>("kit-8");
        test.Execute(2, Drawing.Gray(100)).AssertError(ErrorCode.ModelNotFound);
        test.Execute(1, Drawing.Gray(100)).AssertOk();
        Assert.Equal("recoverable", test.Execute(2, Drawing.Gray(100, 400, 300)).AssertError(ErrorCode.Unknown).Kind);
    }
}

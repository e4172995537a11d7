using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli.Tests;

public sealed class MarkedRectsTests
{
    [Theory]
    [InlineData("""{"x":1,"y":2,"width":3,"height":4}""", "1,2 3×4", null)]
    [InlineData("""{"x":1.25,"y":2.5,"width":3.125,"height":4}""", "1.25,2.5 3.125×4", null)]
    [InlineData("""{"x":0,"y":0,"width":120,"height":100}""", "0,0 120×100", null)]
    [InlineData("""{"x":-10,"y":90,"width":30,"height":1e9}""", "0,90 20×10", "部分在图像之外")]
    public void What_lies_in_the_picture_is_drawn(string rect, string visible, string? remark)
    {
        var read = Read(rect);
        Assert.Equal((visible, remark), (read.Visible?.ToString(), read.Remark));
    }

    [Fact]
    [Conformance(523)]
    public void Two_corners_are_a_rectangle_too()
    {
        var read = Read("""{"box_coords":[10,20,40.5,60]}""");
        Assert.Equal((new Area(10, 20, 30.5, 40), null), (read.Place, read.Remark));
        Assert.Equal(read.Place, read.Visible);
    }

    [Theory]
    [InlineData("""{"x":120,"y":2,"width":3,"height":4}""", "未绘制: 在图像之外")]
    [InlineData("""{"x":1e300,"y":2,"width":1e308,"height":4}""", "未绘制: 在图像之外")]
    [InlineData("""{"x":-5,"y":-5,"width":5,"height":50}""", "未绘制: 在图像之外")]
    [InlineData("""{"x":1,"y":2,"width":0,"height":4}""", "未绘制: 宽和高必须大于 0")]
    [InlineData("""{"x":1,"y":2,"width":3,"height":-4}""", "未绘制: 宽和高必须大于 0")]
    [InlineData("""{"box_coords":[40,60,10,20]}""", "未绘制: 宽和高必须大于 0")]
    [InlineData("""{"box_coords":[40,60,10]}""", "未绘制: box_coords 应为 [x1, y1, x2, y2]")]
    [InlineData("""{"box_coords":[1,2,3,null,4]}""", "未绘制: box_coords 应为 [x1, y1, x2, y2]")]
    [InlineData("""{"x":1,"y":"2","width":null}""", "未绘制: 缺少数值 y, width, height")]
    [InlineData("""{"x":1e999,"y":2,"width":3,"height":4}""", "未绘制: 缺少数值 x")]
    [InlineData("{}", "未绘制: 缺少数值 x, y, width, height")]
    [InlineData("[1,2,3,4]", "未绘制: 不是对象")]
    [InlineData("null", "未绘制: 不是对象")]
    public void What_cannot_be_drawn_says_why_and_stays_in_the_table(string rect, string remark)
    {
        var read = Read(rect);
        Assert.Null(read.Visible);
        Assert.Equal(remark, read.Remark);
        var page = ReportPage.Of(InspectionRecords.Answered($$"""{"result_status":"OK","position_rects":[{{rect}}]}"""));
        Assert.Empty(page.QuerySelectorAll("svg.marks rect"));
        Assert.Contains(remark, page.TextOf("#rects tbody tr"), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_run_over_all_steps_defects_first_and_the_last_step_first()
    {
        var record = InspectionRecords.Of(
            Step(1, """{"calibration_rects":[{"x":1,"y":1,"width":1,"height":1,"label":"c"}]}""", """{"position_rects":[{"x":2,"y":2,"width":1,"height":1,"label":"tray"}]}"""),
            Step(2, "{}", """{"defect_rects":[{"x":3,"y":3,"width":1,"height":1,"label":"d"}],"position_rects":[{"x":4,"y":4,"width":1,"height":1,"label":"part"}]}"""));
        var rects = MarkedRects.Of(record.Detection, record.Picture.Header);
        Assert.Equal(["1 d", "2 part", "3 tray", "4 c"], rects.All.Select(static rect => $"{rect.Number} {rect.Label}"));
        Assert.Equal(["2-defect", "2-position", "1-position", "1-calibration"], rects.All.Select(static rect => rect.Layer));
    }

    [Fact]
    public void Of_very_many_the_first_are_shown_and_the_others_counted()
    {
        string many = string.Join(',', Enumerable.Repeat("""{"x":1,"y":1,"width":1,"height":1}""", MarkedRects.Most + 7));
        var page = ReportPage.Of(InspectionRecords.Answered($$"""{"result_status":"OK","position_rects":[{{many}}]}"""));
        Assert.Equal(MarkedRects.Most, page.QuerySelectorAll("svg.marks .line").Length);
        Assert.Contains("另有 7 个方框未显示", page.TextOf("#rects > .warn"), StringComparison.Ordinal);
    }

    private static (Area? Place, Area? Visible, string? Remark) Read(string rect) =>
        RectReading.Read(JsonElement.Parse(rect), new(0, 0, InspectionRecords.Width, InspectionRecords.Height));

    private static StepReport Step(int index, string pre, string execute) => new(
        index,
        $"step {index}",
        InspectionRecords.Result($$"""{"type":"result","status":"OK","message":"","data":{{pre}}}"""),
        InspectionRecords.Result($$"""{"type":"result","status":"OK","message":"","data":{{execute}}}"""),
        null);
}

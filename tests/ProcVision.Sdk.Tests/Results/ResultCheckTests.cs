using ProcVision.Sdk.Tests.Algorithms;

namespace ProcVision.Sdk.Tests.Results;

/// <summary>What the author's results must be, seen at the end of a call; the picture is 160×120.</summary>
public sealed class ResultCheckTests : IDisposable
{
    private readonly Line _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    [Conformance(164)]
    public void A_default_result_is_1000()
    {
        _line.Algorithm.OnPre = _ => default;
        _line.Algorithm.OnExecute = _ => default;
        Assert.Equal(1000, _line.Pre().Error);
        Assert.Equal(1000, _line.Execute().Error);
        Assert.Contains("default(ExecuteResult)", _line.Execute().Message, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(143, "C15")]
    public void A_pre_without_a_message_gets_one()
    {
        Assert.Equal("预执行检查通过", _line.Pre().Message);
        _line.Algorithm.OnPre = _ => PreResult.Ok(" ");
        Assert.Equal("预执行检查通过", _line.Pre().Message);
        _line.Algorithm.OnPre = _ => PreResult.Ok("光照正常");
        Assert.Equal("光照正常", _line.Pre().Message);
    }

    [Fact]
    [Conformance("C15")]
    public void A_step_without_a_pre_method_makes_the_same_checks_and_answers_OK()
    {
        Assert.Equal(1006, _line.Pre(2, parameters: """{"threshold":2}""").Error);
        var outcome = _line.Pre(2);
        Assert.Null(outcome.Error);
        Assert.Equal("预执行检查通过", outcome.Message);
        Assert.DoesNotContain("pre", _line.Algorithm.Events);
    }

    [Fact]
    [Conformance(148, 149, 150, 159)]
    public void An_OK_an_NG_and_an_ERROR_arrive_as_they_are()
    {
        PositionRect[] positions = [new(new Rect(0, 0, 160, 120), "料盘", 0.5)];
        DefectRect[] defects = [new(new Rect(1, 2, 3, 4), "缺件")];
        var ok = Execute(ExecuteResult.Ok(positions));
        Assert.Equal((null, Verdict.Ok, ""), (ok.Error, ok.Verdict, ok.Message));
        Assert.Equal(positions, ok.Positions);
        var ng = Execute(ExecuteResult.Ng($"缺少{2}个零件", positions, defects));
        Assert.Equal((null, Verdict.Ng, "缺少2个零件"), (ng.Error, ng.Verdict, ng.Message));
        Assert.Equal(1, ng.DefectCount);
        var error = Execute(ExecuteResult.Error(ErrorCode.ModelNotFound, "未找到模板，请先执行模板匹配步骤"));
        Assert.Equal((1003, Verdict.None, null), (error.Error, error.Verdict, error.ErrorKind));
        Assert.Empty(_line.Log.Lines);
    }

    [Fact]
    [Conformance(213, "C18")]
    public void More_than_20_defects_are_cut_with_a_warning_and_a_note()
    {
        var outcome = Execute(ExecuteResult.Ng("缺陷", [.. Enumerable.Range(0, 24).Select(i => new DefectRect(new Rect(i, 0, 1, 1), "x"))]));
        Assert.Null(outcome.Error);
        Assert.Equal(20, outcome.DefectCount);
        Assert.Contains("\"level\":\"warn\"", Assert.Single(_line.Log.Lines), StringComparison.Ordinal);
        Assert.Equal("defect_rects_total", outcome.Diagnostics!.Entries[0].Name);
        Assert.Equal(24, outcome.Diagnostics.Entries[0].Bits);
    }

    [Fact]
    public void Twenty_defects_are_not_cut()
    {
        Assert.Equal(20, Execute(ExecuteResult.Ng("缺陷", [.. Enumerable.Range(0, 20).Select(i => new DefectRect(new Rect(i, 0, 1, 1), "x"))])).DefectCount);
        Assert.Empty(_line.Log.Lines);
    }

    [Fact]
    [Conformance(153)]
    public void Position_rectangles_are_never_cut()
    {
        var outcome = Execute(ExecuteResult.Ok([.. Enumerable.Range(0, 150).Select(i => new PositionRect(new Rect(i, 0, 1, 1), "硬币"))]));
        Assert.Equal(150, outcome.Positions!.Count);
        Assert.Empty(_line.Log.Lines);
    }

    [Theory]
    [InlineData(-1, 0, 1, 1)]
    [InlineData(0, -1, 1, 1)]
    [InlineData(0, 0, 161, 1)]
    [InlineData(0, 0, 1, 121)]
    [InlineData(160, 0, 1, 1)]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, 0, 1, -1)]
    [InlineData(2147483647, 0, 2147483647, 1)]
    [Conformance(158, 214)]
    public void A_returned_rectangle_outside_the_picture_is_1007_and_named(int x, int y, int width, int height)
    {
        var box = new Rect(x, y, width, height);
        Named(Execute(ExecuteResult.Ok([new(new Rect(0, 0, 1, 1), "好"), new(box, "坏")])), 1007, $"position_rects[1] '坏'");
        Named(Execute(ExecuteResult.Ng("缺陷", [new(box, "坏")])), 1007, $"defect_rects[0] '坏'");
        _line.Algorithm.OnPre = _ => PreResult.Ok("好", [new CalibrationRect(box, "坏")]);
        Named(_line.Pre(), 1007, $"calibration_rects[0] '坏'");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-0.01)]
    [InlineData(1.01)]
    [Conformance(151, 163, 543)]
    public void A_score_that_is_not_from_0_to_1_is_1006_and_named(double score)
    {
        Named(Execute(ExecuteResult.Ok([new(new Rect(0, 0, 1, 1), "坏", score)])), 1006, "position_rects[0] '坏'");
        Named(Execute(ExecuteResult.Ng("缺陷", [new(new Rect(0, 0, 1, 1), "坏", score)])), 1006, "defect_rects[0] '坏'");
    }

    [Fact]
    [Conformance(215)]
    public void A_rectangle_without_a_label_is_1006_and_named()
    {
        Named(Execute(ExecuteResult.Ok([default])), 1006, "position_rects[0]");
        Named(Execute(ExecuteResult.Ng("缺陷", [new(new Rect(0, 0, 1, 1), null!)])), 1006, "defect_rects[0]");
    }

    [Fact]
    public void Without_a_picture_a_rectangle_still_has_an_origin_and_an_area()
    {
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ok([new(new Rect(9000, 0, 1, 1), "远")]);
        Assert.Null(_line.Execute(3).Error);
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ok([new(new Rect(-1, 0, 1, 1), "坏")]);
        Named(_line.Execute(3), 1007, "position_rects[0] '坏'");
    }

    [Fact]
    [Conformance(144, 149)]
    public void A_long_message_or_reason_is_sent_whole_with_a_warning()
    {
        var outcome = Execute(ExecuteResult.Error(ErrorCode.Unknown, new string('长', 100)));
        Assert.Equal(100, outcome.Message.Length);
        Assert.Contains("message 有 100 个字符", Assert.Single(_line.Log.Lines), StringComparison.Ordinal);
        _ = Execute(ExecuteResult.Error(ErrorCode.Unknown, new string('长', 99)));
        _ = Execute(ExecuteResult.Ng(new string('长', 49)));
        Assert.Single(_line.Log.Lines);
        Assert.Equal(50, Execute(ExecuteResult.Ng(new string('长', 50))).Message.Length);
        Assert.Contains("ng_reason 有 50 个字符", _line.Log.Lines[1], StringComparison.Ordinal);
    }

    private static void Named(CallOutcome outcome, int code, string rect)
    {
        Assert.Equal(code, outcome.Error);
        Assert.Contains(rect, outcome.Message, StringComparison.Ordinal);
        Assert.Null(outcome.Positions);
        Assert.Null(outcome.Defects);
    }

    private CallOutcome Execute(ExecuteResult result)
    {
        _line.Algorithm.OnExecute = _ => result;
        return _line.Execute();
    }

    [Fact]
    public void The_answer_is_what_was_returned_whatever_becomes_of_the_lists_afterwards()
    {
        List<PositionRect> positions = [];
        List<DefectRect> defects = [];
        List<CalibrationRect> calibration = [new(new Rect(9, 10, 11, 12), "基准")];
        _line.Algorithm.OnPre = _ => PreResult.Ok("光照正常", calibration);

        // OnStepFinish is where authors clear what belongs to a step: before the answer is written.
        _line.Algorithm.OnHook = () =>
        {
            positions.Clear();
            defects.Clear();
        };
        _line.Algorithm.OnExecute = _ =>
        {
            positions.Add(new(new Rect(1, 2, 3, 4), "零件"));
            defects.Add(new(new Rect(5, 6, 7, 8), "划痕"));
            return ExecuteResult.Ng("有划痕", positions, defects);
        };
        var pre = _line.Pre();
        calibration.Clear();
        Assert.Equal("基准", Assert.Single(pre.Calibration!).Label);
        var execute = _line.Execute();
        Assert.Equal(new Rect(1, 2, 3, 4), Assert.Single(execute.Positions!).Box);
        Assert.Equal("划痕", Assert.Single(execute.Defects!).Label);
        Assert.Equal(1, execute.DefectCount);
    }

    [Fact]
    public void Rectangles_of_one_result_are_not_those_of_the_next()
    {
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ok([new(new Rect(0, 0, 1, 1), "a"), new(new Rect(0, 0, 2, 2), "b"), new(new Rect(0, 0, 3, 3), "c")]);
        Assert.Equal(["a", "b", "c"], _line.Execute().Positions!.Select(rect => rect.Label));
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ok([new(new Rect(0, 0, 4, 4), "d")]);
        Assert.Equal(["d"], _line.Execute().Positions!.Select(rect => rect.Label));
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ok();
        Assert.Null(_line.Execute().Positions);
    }
}

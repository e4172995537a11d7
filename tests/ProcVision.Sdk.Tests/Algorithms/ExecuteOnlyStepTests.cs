using ProcVision.Sdk.Tests.Results;
using ProcVision.Testing;

namespace ProcVision.Sdk.Tests.Algorithms;

/// <summary>What one call of the execute-only profile does with a step (DESIGN §7, conformance 87–94).</summary>
public sealed class ExecuteOnlyStepTests : IDisposable
{
    private readonly ExecuteOnlyLine _line = new();

    private ScriptedAlgorithm Algorithm => _line.Algorithm;

    public void Dispose() => _line.Dispose();

    [Fact]
    [Conformance(72, "C3")]
    public void Pre_and_execute_run_in_one_session_between_one_start_and_one_finish()
    {
        Algorithm.OnPre = call =>
        {
            call.Session.Set("light", 35.2);
            return PreResult.Ok();
        };
        Algorithm.OnExecute = call => ExecuteResult.Ng($"{call.Session.Get("light", 0.0)}");

        var outcome = _line.Call();

        Assert.Equal((null, Verdict.Ng, "35.2", true), (outcome.Error, outcome.Verdict, outcome.Message, outcome.IsExecuteOnly));
        Assert.Equal(["start 1 p001 execute-only-1", "pre", "execute", "finish 1 execute-only-1 Ng  35.2"], Algorithm.Events);
    }

    [Fact]
    public void A_step_without_a_pre_method_is_executed() => Assert.Equal(Verdict.Ok, _line.Call(step: 2).Verdict);

    [Fact]
    [Conformance("C38")]
    public void An_ERROR_of_pre_is_the_result_and_execute_is_not_called()
    {
        Algorithm.OnPre = _ => PreResult.Error(ErrorCode.InvalidParams, "光照不足");

        var outcome = _line.Call();

        Assert.Equal((1006, "光照不足"), (outcome.Error, outcome.Message));
        Assert.Equal(["start 1 p001 execute-only-1", "pre", "finish 1 execute-only-1 None 1006 光照不足"], Algorithm.Events);
    }

    [Fact]
    [Conformance("C5")]
    public void An_exception_of_pre_is_the_result_and_the_next_call_is_served()
    {
        Algorithm.OnPre = _ => throw new RecoverableException("相机掉线");
        Assert.Equal((9999, "recoverable"), (_line.Call().Error, _line.Call().ErrorKind));
        Algorithm.OnPre = _ => PreResult.Ok();

        Assert.Null(_line.Call().Error);
    }

    [Fact]
    [Conformance(89, 90, 91, "C6")]
    public void The_camera_is_the_image_and_the_guide_has_picture_regions_and_description()
    {
        var seen = new List<string>();
        Algorithm.OnPre = call =>
        {
            See(new StepImage(call.Image), new StepGuide(call));
            return PreResult.Ok();
        };
        Algorithm.OnExecute = call =>
        {
            See(new StepImage(call.Image), new StepGuide(call));
            return ExecuteResult.Ok();
        };

        Assert.Null(_line.Call(info: """[{"label":"1","posList":[{"x":1,"y":2,"width":3,"height":4}]}]""", description: "放入桨叶").Error);

        const string Expected = "cam-01 160x120; True cur-01 200x150 30000; 1 1,2,3,4; 放入桨叶";
        Assert.Equal([Expected, Expected], seen);

        void See(StepImage image, StepGuide guide) => seen.Add(
            $"{image.CameraId} {image.Width}x{image.Height}; {guide.IsPresent} {guide.Image.CameraId} {guide.Image.Width}x{guide.Image.Height} "
            + $"{guide.Image.Pixels.Length}; {guide.Regions[0].Label} {guide.Regions[0].Places[0]}; {guide.Description}");
    }

    [Fact]
    public void In_the_full_profile_there_is_no_guide()
    {
        var guides = new List<(bool, bool, int, string)>();
        Algorithm.OnExecute = call =>
        {
            var guide = new StepGuide(call);
            guides.Add((guide.IsPresent, guide.Image.IsEmpty, guide.Regions.Count, guide.Description));
            return ExecuteResult.Ok();
        };
        Assert.Null(_line.Call(info: "[\"1\"]", description: "x").Error);
        guides.Clear();

        Assert.Null(_line.Line.Execute().Error);

        Assert.Equal([(false, true, 0, "")], guides);
        Assert.False(default(StepGuide).IsPresent);
    }

    [Fact]
    public void Both_halves_borrow_the_pictures_once_and_they_end_with_the_call()
    {
        ReadOnlyMemory<byte> kept = default;
        ImageFrame? first = null;
        Algorithm.OnPre = call =>
        {
            first = call.Image;
            kept = new StepGuide(call).Image.Memory;
            Assert.Equal((null, "引导图"), (call.Image!.Subject, call.GuideImage!.Subject));
            return PreResult.Ok();
        };
        Algorithm.OnExecute = call =>
        {
            Assert.Same(first, call.Image);
            Assert.Equal(30000, kept.Span.Length);
            return ExecuteResult.Ok();
        };

        Assert.Null(_line.Call().Error);

        Assert.Throws<InvalidOperationException>(() => kept.Span.Length);
    }

    [Fact]
    [Conformance(92)]
    public void A_camera_picture_that_is_not_there_is_1002_and_nothing_runs() => Refused(_line.Call(camera: "cam-00009"), 1002, "图像数据为空");

    [Fact]
    public void A_guide_picture_that_is_not_there_is_1002_and_says_that_it_is_the_guide() =>
        Refused(_line.Call(guide: "cur-00009"), 1002, "引导图: 图像数据为空");

    [Fact]
    public void A_guide_picture_of_an_impossible_or_a_wrong_size_is_refused()
    {
        Refused(_line.Call(guideMeta: new ImageMeta(99, 150, 1, "c", false)), 1006, "引导图: 图像尺寸不合理: 99x150");
        Refused(_line.Call(guideMeta: new ImageMeta(201, 150, 1, "c", false)), 1002, "引导图: ");
    }

    [Fact]
    public void An_incomplete_meta_of_the_guide_is_1006() =>
        Refused(_line.Call(guideMetaProblem: "cur_image_meta缺少必需字段: width"), 1006, "引导图: cur_image_meta缺少必需字段: width");

    [Fact]
    [Conformance("C39")]
    public void A_guide_info_of_the_wrong_kind_is_1006_with_its_path() =>
        Refused(_line.Call(info: """[{"label":"1","posList":[{"x":1}]}]"""), 1006, "guide_info[0].posList[0] 缺少 y");

    [Fact]
    public void A_step_whose_methods_look_at_no_picture_needs_none() =>
        Assert.Null(_line.Call(step: 3, camera: "cam-00009", guide: "cur-00009").Error);

    [Fact]
    public void A_required_rectangle_is_the_whole_real_picture()
    {
        Algorithm.RequiresRoi = true;

        Assert.Null(_line.Call().Error);

        Assert.Equal(new Rect(0, 0, 160, 120), Algorithm.Roi);
    }

    [Fact]
    public void Another_required_parameter_is_1006_with_its_name_and_the_cure()
    {
        Algorithm.RequiresSerial = true;

        Refused(_line.Call(), 1006, "缺少必需参数: serial；execute-only 调用不带参数，请在 manifest.json 中为其设置 default");
    }

    [Fact]
    [Conformance("C19", 145)]
    public void The_result_carries_what_both_halves_published_and_the_places_that_pre_found()
    {
        Algorithm.OnPre = call =>
        {
            call.Diagnostics.Publish("light", 35.2);
            return PreResult.Ok("ok", [new CalibrationRect(new Rect(1, 2, 3, 4), "mark")])
                .With("lamp", new(7), ResultTests.ResultJson.Default.Measurement).With("both", new(1), ResultTests.ResultJson.Default.Measurement);
        };
        Algorithm.OnExecute = call =>
        {
            call.Diagnostics.Publish("parts", 6);
            return ExecuteResult.Ok([new PositionRect(new Rect(5, 6, 7, 8), "part")]).With("both", new(2), ResultTests.ResultJson.Default.Measurement);
        };

        var result = new StepResult(_line.Call());

        Assert.Equal(["light", "parts"], result.Debug.Keys);
        Assert.Equal("mark", Assert.Single(result.Calibration).Label);
        Assert.Equal("part", Assert.Single(result.Positions).Label);
        Assert.Equal([("both", """{"Length":2}"""), ("lamp", """{"Length":7}""")], result.Records.Select(record => (record.Key, record.Value)).Order());
    }

    [Fact]
    public void Lines_name_the_half_the_pid_and_the_session()
    {
        Algorithm.OnPre = call =>
        {
            call.Log.Info("before");
            return PreResult.Ok();
        };
        Algorithm.OnExecute = call =>
        {
            call.Log.Info("after");
            return ExecuteResult.Ok();
        };

        _ = _line.Call();

        Assert.Contains(_line.Line.Log.Lines, line => Is(line, "before", "pre"));
        Assert.Contains(_line.Line.Log.Lines, line => Is(line, "after", "execute"));

        static bool Is(string line, string message, string phase) =>
            line.Contains($"\"message\":\"{message}\",\"step_index\":1,\"phase\":\"{phase}\",\"pid\":\"p001\",\"session_id\":\"execute-only-1\"", StringComparison.Ordinal);
    }

    [Fact]
    public void A_call_that_was_cancelled_between_the_halves_is_1005()
    {
        using var source = new CancellationTokenSource();
        _line.Line.Cancellation = source.Token;
        Algorithm.OnPre = _ =>
        {
            source.Cancel();
            return PreResult.Ok();
        };

        Assert.Equal(1005, _line.Call().Error);
        Assert.DoesNotContain("execute", Algorithm.Events);
    }

    private void Refused(in CallOutcome outcome, int code, string message)
    {
        Assert.Equal(code, outcome.Error);
        Assert.StartsWith(message, outcome.Message, StringComparison.Ordinal);
        Assert.True(outcome.IsExecuteOnly);
        Assert.Empty(Algorithm.Events);
    }
}

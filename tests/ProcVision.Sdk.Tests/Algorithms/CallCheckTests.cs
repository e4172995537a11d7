namespace ProcVision.Sdk.Tests.Algorithms;

/// <summary>What is refused before the author's method, in the order of DESIGN §3.</summary>
public sealed class CallCheckTests : IDisposable
{
    private readonly Line _line = new();

    public void Dispose() => _line.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("p003")]
    [InlineData("P001")]
    [InlineData("p0011")]
    [Conformance(62, 200)]
    public void An_unsupported_pid_is_1001(string pid) =>
        Refused(_line.Execute(pid: pid), 1001, $"不支持的产品型号: {pid}");

    [Fact]
    [Conformance("C10")]
    public void A_pid_with_a_colon_and_Chinese_is_found()
    {
        string? pid = null;
        _line.Algorithm.OnExecute = call =>
        {
            pid = call.Pid;
            return ExecuteResult.Ok();
        };
        Assert.Null(_line.Execute(pid: "零件:2").Error);
        Assert.Equal("零件:2", pid);
    }

    [Fact]
    public void An_unknown_step_is_1006_and_names_the_steps_there_are() => Refused(_line.Execute(step: 4), 1006, "没有步骤 4；manifest.json 中的步骤: 1, 2, 3");

    [Fact]
    [Conformance(192, 228)]
    public void A_missing_field_of_image_meta_is_1006() =>
        Refused(_line.Call(Phase.Pre, metaProblem: "image_meta缺少必需字段: camera_id"), 1006, "image_meta缺少必需字段: camera_id");

    [Theory]
    [InlineData(99, 120)]
    [InlineData(160, 8001)]
    [InlineData(0, 120)]
    [InlineData(-160, 120)]
    [Conformance(193)]
    public void A_side_outside_100_to_8000_is_1006(int width, int height) =>
        Refused(_line.Call(Phase.Execute, meta: Meta(width, height)), 1006, $"图像尺寸不合理: {width}x{height}");

    [Fact]
    [Conformance(240, 251, 522)]
    public void A_size_of_0x0_is_unknown_and_the_real_one_counts()
    {
        (int, int) size = default;
        _line.Algorithm.OnExecute = call =>
        {
            size = (call.Image!.Width, call.Image.Height);
            return ExecuteResult.Ok();
        };
        Assert.Null(_line.Call(Phase.Execute, meta: Meta(0, 0)).Error);
        Assert.Equal((160, 120), size);
    }

    [Fact]
    public void A_picture_whose_real_side_is_below_100_is_refused_when_the_size_was_unknown()
    {
        _line.PutPicture("shm-small", 99, 120);
        var outcome = _line.Call(Phase.Execute, image: "shm-small", meta: Meta(0, 0));
        Assert.Contains("99x120", outcome.Message, StringComparison.Ordinal);
        Assert.True(outcome.Error is 1002 or 1006, outcome.Message);
        Assert.Empty(_line.Algorithm.Events);
    }

    [Fact]
    [Conformance(191, 241, "C30")]
    public void A_picture_that_is_not_there_is_1002_and_never_a_black_one() =>
        Refused(_line.Call(Phase.Pre, image: "shm-99999"), 1002, "图像数据为空");

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [Conformance(217)]
    public void An_id_that_is_empty_or_too_short_is_1002(string id) =>
        Refused(_line.Call(Phase.Execute, image: id), 1002, "无效的共享内存ID");

    [Fact]
    [Conformance(230, "C30")]
    public void A_picture_of_another_size_than_its_meta_is_1002() =>
        Assert.Equal(1002, _line.Call(Phase.Execute, meta: Meta(320, 240)).Error);

    [Fact]
    [Conformance(195)]
    public void A_black_picture_is_a_picture()
    {
        Assert.Null(_line.Execute().Error);
        Assert.Equal(["execute"], _line.Algorithm.Events.Where(e => e == "execute"));
    }

    [Theory]
    [InlineData("""{"threshold":"high"}""")]
    [InlineData("""{"threshold":0.95}""")]
    [InlineData("""{"roi":7}""")]
    [Conformance(197, 198)]
    public void A_wrong_parameter_is_1006_and_named(string parameters)
    {
        var outcome = _line.Execute(parameters: parameters);
        Assert.Equal(1006, outcome.Error);
        Assert.Contains(parameters[2..parameters.IndexOf(':', StringComparison.Ordinal)].TrimEnd('"'), outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(199)]
    public void A_rectangle_outside_the_real_picture_is_1007()
    {
        var inside = """{"roi":{"x":0,"y":0,"width":160,"height":120}}""";
        var outside = """{"roi":{"x":1,"y":0,"width":160,"height":120}}""";
        Assert.Null(_line.Call(Phase.Execute, parameters: inside, meta: Meta(0, 0)).Error);
        _line.Algorithm.Events.Clear();
        Refused(_line.Call(Phase.Execute, parameters: outside, meta: Meta(0, 0)), 1007, "roi");
    }

    [Fact]
    public void Checks_come_in_the_order_pid_meta_image_parameters_rectangles()
    {
        const string wrong = """{"threshold":2,"roi":"1,1,9000,1"}""";
        const string outside = """{"roi":"1,1,9000,1"}""";
        Assert.Equal(1001, _line.Call(Phase.Pre, 9, "x", image: "", meta: Meta(1, 1), parameters: wrong).Error);
        Assert.Equal(1006, _line.Call(Phase.Pre, 9, image: "", meta: Meta(1, 1), parameters: wrong).Error);
        Assert.Equal(1006, _line.Call(Phase.Pre, image: "", meta: Meta(1, 1), parameters: wrong).Error);
        Assert.Equal(1002, _line.Call(Phase.Pre, image: "", parameters: wrong).Error);
        Assert.Equal(1006, _line.Call(Phase.Pre, parameters: wrong).Error);
        Assert.Equal(1007, _line.Call(Phase.Pre, parameters: outside).Error);
        Assert.Empty(_line.Algorithm.Events);
    }

    [Fact]
    public void A_method_without_a_picture_is_not_refused_for_one()
    {
        var outcome = _line.Call(Phase.Execute, 3, image: "", metaProblem: "image_meta缺少必需字段: width", parameters: """{"roi":"1,1,9000,1"}""");
        Assert.Null(outcome.Error);
        Assert.Contains("execute", _line.Algorithm.Events);
    }

    [Fact]
    public void A_context_that_is_no_object_is_1006() => Refused(_line.Call(Phase.Pre, context: "[]"), 1006, "session.context");

    [Fact]
    [Conformance(206)]
    public void A_call_that_comes_after_its_deadline_is_1005_and_does_not_reach_the_method()
    {
        _line.Cancellation = new CancellationToken(canceled: true);
        var outcome = _line.Execute();
        Assert.Equal(1005, outcome.Error);
        Assert.Empty(_line.Algorithm.Events);
    }

    [Fact]
    [Conformance(256)]
    public void The_picture_is_given_back_after_every_call()
    {
        ImageFrame? frame = null;
        ReadOnlyMemory<byte> kept = default;
        _line.Algorithm.OnExecute = call =>
        {
            frame = call.Image;
            kept = call.Image!.Memory;
            throw new ProgramException("x");
        };
        _ = _line.Execute();
        Assert.NotNull(frame);
        Assert.ThrowsAny<InvalidOperationException>(() => kept.Span.Length);
    }

    private static ImageMeta Meta(int width, int height) => new(width, height, 1, "cam-01", false);

    private void Refused(CallOutcome outcome, int code, string message)
    {
        Assert.Equal(code, outcome.Error);
        Assert.Contains(message, outcome.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.None, outcome.Verdict);
        Assert.Empty(_line.Algorithm.Events);
    }
}

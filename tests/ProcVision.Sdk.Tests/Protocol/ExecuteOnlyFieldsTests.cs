using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

/// <summary>The call of the execute-only profile (conformance 298, 520).</summary>
public class ExecuteOnlyFieldsTests
{
    private const string Meta = """{"width":640,"height":480,"timestamp_ms":1714000000000,"camera_id":"cam-01"}""";

    private const string Fields =
        $$"""
        "step_index":2,"step_desc":"放入 \u0022A\u0022 件","guide_info":[{"label":"1","posList":[]}],"cur_image_shm_id":"dev-shm:s-1:cur",
        "cur_image_meta":{"width":0,"height":0,"timestamp_ms":1,"camera_id":"cur-01"},"guide_image_shm_id":"dev-shm:s-1:guide","guide_image_meta":{{Meta}}
        """;

    [Fact]
    [Conformance(520)]
    public void The_recorded_call_of_todays_engine_is_read_and_never_taken_for_execute()
    {
        var call = Parsed.Recorded("execute-only");

        Assert.Null(call.Problem);
        Assert.Equal(CallPhase.ExecuteOnly, call.Phase);
    }

    [Theory]
    [InlineData("""{"type":"call","request_id":"r","data":{#}}""")]
    [InlineData("""{"type":"call","request_id":"r","payload":{#}}""")]
    [InlineData("""{"type":"call","request_id":"r",#}""")]
    [InlineData("""{"type":"call",#}""")]
    [InlineData("""{"type":"call","phase":null,"data":{"phase":null,#}}""")]
    [Conformance(87, 88, 89, 91, 298, 520, "C6")]
    public void Guide_image_is_the_camera_and_cur_image_the_guide_wherever_the_fields_stand(string frame)
    {
        var call = Parsed.Of(frame.Replace("#", Fields, StringComparison.Ordinal));

        Assert.Null(call.Problem);
        Assert.Equal((CallPhase.ExecuteOnly, 2), (call.Phase, call.Step));
        Assert.Equal("dev-shm:s-1:guide", call.ImageId);
        Assert.Equal(new ImageMeta(640, 480, 1714000000000, "cam-01", false), call.ImageMeta);
        Assert.Equal("dev-shm:s-1:cur", call.GuideImageId);
        Assert.Equal(new ImageMeta(0, 0, 1, "cur-01", false), call.GuideImageMeta);
        Assert.Equal("放入 \"A\" 件", call.GuideDescription);
        Assert.Equal("""[{"label":"1","posList":[]}]""", call.GuideInfo);
        Assert.Null(call.ImageMetaProblem ?? call.GuideImageMetaProblem);
    }

    [Theory]
    [InlineData("""{"guide_image_shm_id":"cam-000001"}""")]
    [InlineData("""{"cur_image_shm_id":"cur-000001"}""")]
    [InlineData("""{"cur_image_shm_id":"cur-000001","guide_image_shm_id":null}""")]
    [InlineData("""{"cur_image_shm_id":"","guide_image_shm_id":"cam-000001"}""")]
    [Conformance(94)]
    public void A_call_without_both_pictures_is_1000_in_the_words_of_the_Python_SDK(string data)
    {
        var call = Parsed.Of($$"""{"type":"call","request_id":"r","data":{{data}} }""");

        Assert.Equal((CallPhase.ExecuteOnly, 1000, "missing cur_image_shm_id/guide_image_shm_id"), (call.Phase, call.Code, call.Problem));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("null")]
    [Conformance(300, "C2")]
    public void Step_0_and_null_become_1_and_are_remarked_on(string step)
    {
        var call = Parsed.Of($$"""{"type":"call","data":{"step_index":{{step}},"cur_image_shm_id":"cur-000001","guide_image_shm_id":"cam-000001"} }""");

        Assert.Equal((1, true), (call.Step, call.StepWasMadeOne));
    }

    [Theory]
    [InlineData("\"A\"", "7", "step_desc 应为字符串: 7")]
    [InlineData("\"dev-shm:s-1:guide\"", "7", "guide_image_shm_id 应为字符串: 7")]
    [InlineData("\"dev-shm:s-1:cur\"", "{}", "cur_image_shm_id 应为字符串: {}")]
    [InlineData("2", "\"one\"", "step_index 应为整数: \"one\"")]
    public void A_field_of_the_wrong_kind_is_1006_and_named(string right, string wrong, string message)
    {
        var fields = Fields.Replace("放入 \\u0022A\\u0022 件", "A", StringComparison.Ordinal);
        var at = fields.IndexOf(right, StringComparison.Ordinal);
        var call = Parsed.Of($$"""{"type":"call","data":{ {{fields[..at]}}{{wrong}}{{fields[(at + right.Length)..]}} } }""");

        Assert.Equal((1006, message), (call.Code, call.Problem));
    }

    [Theory]
    [InlineData("null", "缺少必需字段: width, height, timestamp_ms, camera_id")]
    [InlineData("{}", "缺少必需字段: width, height, timestamp_ms, camera_id")]
    [InlineData("[]", " 应为对象: []")]
    [InlineData("""{"width":1,"height":2,"timestamp_ms":3}""", "缺少必需字段: camera_id")]
    [InlineData("""{"width":"1","height":2,"timestamp_ms":3,"camera_id":"c"}""", ".width 应为整数: \"1\"")]
    [InlineData("""{"width":1,"height":2,"timestamp_ms":3,"camera_id":"c","color_space":"YUV"}""", ".color_space 应为 RGB 或 BGR: \"YUV\"")]
    [InlineData("""{"width":1,"height":2,"timestamp_ms":3,"camera_id":"c","width":4}""", ".width 重复")]
    [Conformance(192)]
    public void What_is_wrong_with_either_meta_is_told_with_its_own_name(string meta, string problem)
    {
        var guide = Parsed.Of($$"""{"type":"call","data":{"cur_image_shm_id":"a","guide_image_shm_id":"b","guide_image_meta":{{Meta}},"cur_image_meta":{{meta}} } }""");
        var camera = Parsed.Of($$"""{"type":"call","data":{"cur_image_shm_id":"a","guide_image_shm_id":"b","guide_image_meta":{{meta}},"cur_image_meta":{{Meta}} } }""");

        Assert.Equal((null, "cur_image_meta" + problem), (guide.ImageMetaProblem, guide.GuideImageMetaProblem));
        Assert.Equal(("guide_image_meta" + problem, null), (camera.ImageMetaProblem, camera.GuideImageMetaProblem));
    }

    [Fact]
    public void A_phase_makes_it_a_call_of_the_full_profile() =>
        Assert.Equal(CallPhase.Info, Parsed.Of($$"""{"type":"call","phase":"info","data":{ {{Fields}} } }""").Phase);
}

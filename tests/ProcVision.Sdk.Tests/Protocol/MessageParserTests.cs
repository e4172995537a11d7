using System.Text;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

public class MessageParserTests
{
    private const string UsePhase = "；use pre, execute, info, setup, teardown, reset, on_step_start, on_step_finish or session";

    [Fact]
    [Conformance(521)]
    public void Reads_a_full_pre_call()
    {
        var call = Parsed.Recorded("pre");
        Assert.Null(call.Problem);
        Assert.Equal(MessageType.Call, call.Type);
        Assert.Equal("\"req-000123-1\"", call.RequestId);
        Assert.Equal(CallPhase.Pre, call.Phase);
        Assert.Equal(1, call.Step);
        Assert.False(call.StepWasMadeOne);
        Assert.Equal("p001", call.Pid);
        Assert.Equal("session-20240425-000123", call.SessionId);
        Assert.Equal("""{"product_code":"P001","operator":"张三","trace_id":"trace-000123"}""", call.SessionContext);
        Assert.Equal("""{"roi":{"x":100,"y":80,"width":1200,"height":900},"exposure":12.5}""", call.UserParams);
        Assert.Equal("dev-shm:session-20240425-000123", call.ImageId);
        Assert.Null(call.ImageMetaProblem);
        Assert.Equal(new ImageMeta(1920, 1200, 1714000000000, "cam-01", false), call.ImageMeta);
        Assert.Null(call.DeadlineMs);
    }

    [Fact]
    public void Reads_the_region_of_a_call()
    {
        var call = Parsed.Recorded("pre-region");
        Assert.Null(call.Problem);
        Assert.Equal("procvision-session-4711-123456-00112233445566778899aabbccddeeff", call.RegionName);
        Assert.Equal(7u, call.RegionGeneration);
        Assert.Equal(Parsed.Recorded("pre"), call with { RegionName = "", RegionGeneration = 0 });
    }

    [Theory]
    [InlineData("null", "", 0)]
    [InlineData("""{"name":"a","generation":1}""", "a", 1)]
    [InlineData("""{"generation":16777214.0,"note":{"name":"b"},"name":""}""", "", 16777214)]
    [InlineData("""{"gener\u0061tion":1e1,"n\u0061me":"\u0061"}""", "a", 10)]
    public void A_region_is_a_name_and_a_generation_and_null_is_none(string region, string name, uint generation)
    {
        var call = Parsed.Of($$$"""{"type":"call","data":{"phase":"execute","session":{"state_region":{{{region}}},"id":"s"} } }""");
        Assert.Equal((null, "s", name, generation), (call.Problem, call.SessionId, call.RegionName, call.RegionGeneration));
    }

    [Fact]
    public void A_region_belongs_to_the_session_that_is_in_force()
    {
        const string Region = """{"name":"r","generation":3}""";
        var without = Parsed.Of($$$"""{"type":"call","phase":"pre","session":{"id":"top","state_region":{{{Region}}} },"data":{"session":{"id":"data"} } }""");
        var with = Parsed.Of($$$"""{"type":"call","phase":"pre","data":{"session":{"state_region":{{{Region}}},"id":"data"} },"session":{"id":"top","state_region":{"name":"t"} } }""");
        Assert.Equal(("data", "", 0u), (without.SessionId, without.RegionName, without.RegionGeneration));
        Assert.Equal((null, "data", "r", 3u), (with.Problem, with.SessionId, with.RegionName, with.RegionGeneration));
    }

    [Fact]
    public void Reads_a_full_execute_call_with_its_deadline()
    {
        var call = Parsed.Recorded("execute");
        Assert.Null(call.Problem);
        Assert.Equal(CallPhase.Execute, call.Phase);
        Assert.Equal(2, call.Step);
        Assert.Equal("""{"threshold":0.75,"mode":"accurate"}""", call.UserParams);
        Assert.Equal(30000, call.DeadlineMs);
    }

    [Fact]
    [Conformance(240, 252, 521, 522)]
    public void Reads_a_flat_call_without_request_id_and_with_an_unknown_size()
    {
        var call = Parsed.Recorded("execute-flat");
        Assert.Null(call.Problem);
        Assert.Equal("", call.RequestId);
        Assert.Equal(CallPhase.Execute, call.Phase);
        Assert.Equal(2, call.Step);
        Assert.Equal("sid-123", call.SessionId);
        Assert.Equal("{}", call.SessionContext);
        Assert.Equal(new ImageMeta(0, 0, 1714000000000, "unknown", false), call.ImageMeta);
    }

    [Fact]
    [Conformance(519)]
    public void Reads_the_flat_info_of_todays_engine()
    {
        var call = Parsed.Recorded("info-flat");
        Assert.Null(call.Problem);
        Assert.Equal(CallPhase.Info, call.Phase);
        Assert.Equal("\"5f0c6f0e-7d1b-4a57-9a51-0f2a4c9c1d11\"", call.RequestId);
    }

    [Fact]
    [Conformance(265)]
    public void Reads_method_and_payload_of_the_older_description()
    {
        var call = Parsed.Recorded("method-payload");
        Assert.Null(call.Problem);
        Assert.Equal("7", call.RequestId);
        Assert.Equal(CallPhase.Pre, call.Phase);
        Assert.Equal("A01", call.Pid);
        Assert.Equal("sid-123", call.SessionId);
        Assert.Equal("cam-dev", call.ImageMeta.CameraId);
    }

    [Fact]
    [Conformance(514)]
    public void Reads_the_platforms_hello_and_our_runners()
    {
        var platform = Parsed.Recorded("hello-platform");
        Assert.Equal((MessageType.Hello, "1.0.0", 50000L, 20000L, ""), (platform.Type, platform.RunnerVersion, platform.HeartbeatIntervalMs, platform.HeartbeatGraceMs, platform.Capabilities));
        var ours = Parsed.Recorded("hello-ours");
        Assert.Equal(("0.1.0", """["deadline:v1"]"""), (ours.RunnerVersion, ours.Capabilities));
        var odd = Parsed.Of("""{"type":"hello","runner_version":1,"heartbeat_interval_ms":"x","heartbeat_grace_ms":null}""");
        Assert.Equal((MessageType.Hello, null, "", null), (odd.Type, odd.Problem, odd.RunnerVersion, odd.HeartbeatIntervalMs));
    }

    [Fact]
    [Conformance(285, "C41")]
    public void Reads_ping_without_id_and_shutdown_and_takes_stop_for_shutdown()
    {
        Assert.Equal((MessageType.Ping, ""), (Parsed.Recorded("ping-without-id").Type, Parsed.Recorded("ping-without-id").RequestId));
        Assert.Equal(MessageType.Shutdown, Parsed.Recorded("shutdown").Type);
        Assert.Equal(MessageType.Shutdown, Parsed.Recorded("stop").Type);
    }

    [Theory]
    [InlineData("pre", CallPhase.Pre)]
    [InlineData("execute", CallPhase.Execute)]
    [InlineData("info", CallPhase.Info)]
    [InlineData("setup", CallPhase.Setup)]
    [InlineData("teardown", CallPhase.Teardown)]
    [InlineData("reset", CallPhase.Reset)]
    [InlineData("on_step_start", CallPhase.StepStart)]
    [InlineData("on_step_finish", CallPhase.StepFinish)]
    internal void Knows_every_phase_at_every_place_294_266(string phase, CallPhase expected)
    {
        string[] frames =
        [
            $$$"""{"type":"call","phase":"{{{phase}}}"}""",
            $$$"""{"data":{"phase":"{{{phase}}}"},"type":"call"}""",
            $$$"""{"type":"call","payload":{"phase":"{{{phase}}}"}}""",
            $$$"""{"type":"call","method":"{{{phase}}}"}""",
            $$$"""{"type":"call","phase":"reset","data":{"phase":"{{{phase}}}"}}""",
            $$$"""{"type":"call","data":{"phase":"{{{phase}}}"},"phase":"reset"}""",
            $$$"""{"type":"call","data":{"phase":null},"phase":"{{{phase}}}"}""",
            $$$"""{"type":"call","phase":"{{{phase}}}","data":{"phase":null}}""",
            $$$"""{"type":"call","phase":"{{{phase}}}","data":null}""",
            $$$"""{"type":"call","method":"info","phase":"{{{phase}}}"}""",
        ];
        Assert.All(frames, frame => Assert.Equal((null, expected), (Parsed.Of(frame).Problem, Parsed.Of(frame).Phase)));
        Assert.All(frames, frame => Assert.Equal(phase, Encoding.UTF8.GetString(MessageKeys.Text(Parsed.Of(frame).Phase))));
    }

    [Theory]
    [InlineData("""{"type":"call","request_id":1,"data":{"phase":"run"}}""", CallPhase.Unknown, "未知的 phase: \"run\"" + UsePhase)]
    [InlineData("""{"type":"call","request_id":1,"data":{"phase":"Execute"}}""", CallPhase.Unknown, "未知的 phase: \"Execute\"" + UsePhase)]
    [InlineData("""{"type":"call","request_id":1,"phase":""}""", CallPhase.Unknown, "未知的 phase: \"\"" + UsePhase)]
    [InlineData("""{"type":"call","request_id":1,"phase":3}""", CallPhase.Unknown, "phase 应为字符串: 3")]
    [InlineData("""{"type":"call","request_id":1,"phase":"execute","data":{"phase":3}}""", CallPhase.Unknown, "phase 应为字符串: 3")]
    [InlineData("""{"type":"call","request_id":1}""", CallPhase.Missing, "call 缺少 phase" + UsePhase)]
    [InlineData("""{"type":"call","request_id":1,"data":{}}""", CallPhase.Missing, "call 缺少 phase" + UsePhase)]
    [InlineData("""{"type":"call","request_id":1,"phase":"execute","data":[1]}""", CallPhase.Missing, "data 应为对象: [1]")]
    [InlineData("""{"type":"call","request_id":1,"phase":"execute","payload":"x"}""", CallPhase.Missing, "payload 应为对象: \"x\"")]
    internal void A_phase_that_is_none_is_an_error_and_never_execute_537(string frame, CallPhase phase, string problem)
    {
        var call = Parsed.Of(frame);
        Assert.Equal((true, phase, 1000, problem, "1"), (call.IsMessage, call.Phase, call.Code, call.Problem, call.RequestId));
    }

    [Theory]
    [InlineData("0", 1, true)]
    [InlineData("null", 1, true)]
    [InlineData("1", 1, false)]
    [InlineData("2.0", 2, false)]
    [InlineData("-3", -3, false)]
    [Conformance(300, "C2")]
    public void Step_zero_and_null_become_one_with_a_flag(string step, int expected, bool wasMadeOne)
    {
        var call = Parsed.Of($$$"""{"type":"call","data":{"phase":"execute","step_index":{{{step}}}}}""");
        Assert.Equal((null, expected, wasMadeOne), (call.Problem, call.Step, call.StepWasMadeOne));
    }

    [Fact]
    public void A_missing_step_becomes_one_with_a_flag_where_the_phase_has_a_step()
    {
        Assert.True(Parsed.Of("""{"type":"call","phase":"pre"}""").StepWasMadeOne);
        Assert.False(Parsed.Of("""{"type":"call","phase":"setup"}""").StepWasMadeOne);
        Assert.False(Parsed.Of("""{"type":"call","phase":"info"}""").StepWasMadeOne);
        Assert.False(Parsed.Of("""{"type":"call","phase":"reset"}""").StepWasMadeOne);
        Assert.False(Parsed.Of("""{"type":"call","phase":"session"}""").StepWasMadeOne);
    }

    [Theory]
    [InlineData("\"step_index\":\"2\"", "step_index 应为整数: \"2\"")]
    [InlineData("\"step_index\":1.5", "step_index 应为整数: 1.5")]
    [InlineData("\"step_index\":99999999999", "step_index 应为整数: 99999999999")]
    [InlineData("\"step_index\":true", "step_index 应为整数: true")]
    [InlineData("\"pid\":5", "pid 应为字符串: 5")]
    [InlineData("\"pid\":[]", "pid 应为字符串: []")]
    [InlineData("\"session\":\"sid\"", "session 应为对象: \"sid\"")]
    [InlineData("\"session\":{\"id\":5}", "session.id 应为字符串: 5")]
    [InlineData("\"session\":{\"id\":\"a\",\"context\":[]}", "session.context 应为对象: []")]
    [InlineData("\"session\":{\"state_region\":\"r\"}", "session.state_region 应为对象: \"r\"")]
    [InlineData("\"session\":{\"state_region\":[]}", "session.state_region 应为对象: []")]
    [InlineData("\"session\":{\"state_region\":{}}", "缺少 session.state_region.name")]
    [InlineData("\"session\":{\"state_region\":{\"name\":\"r\"}}", "缺少 session.state_region.generation")]
    [InlineData("\"session\":{\"state_region\":{\"generation\":1}}", "缺少 session.state_region.name")]
    [InlineData("\"session\":{\"state_region\":{\"name\":5,\"generation\":1}}", "session.state_region.name 应为字符串: 5")]
    [InlineData("\"session\":{\"state_region\":{\"name\":\"r\",\"generation\":\"1\"}}", "session.state_region.generation 应为 1 至 16777214 的整数: \"1\"")]
    [InlineData("\"session\":{\"state_region\":{\"name\":\"r\",\"generation\":0}}", "session.state_region.generation 应为 1 至 16777214 的整数: 0")]
    [InlineData("\"session\":{\"state_region\":{\"name\":\"r\",\"generation\":-1}}", "session.state_region.generation 应为 1 至 16777214 的整数: -1")]
    [InlineData("\"session\":{\"state_region\":{\"name\":\"r\",\"generation\":1.5}}", "session.state_region.generation 应为 1 至 16777214 的整数: 1.5")]
    [InlineData("\"session\":{\"state_region\":{\"name\":\"r\",\"generation\":16777215}}", "session.state_region.generation 应为 1 至 16777214 的整数: 16777215")]
    [InlineData("\"session\":{\"state_region\":{\"name\":\"r\",\"generation\":1e999}}", "session.state_region.generation 应为 1 至 16777214 的整数: 1e999")]
    [InlineData("\"user_params\":[1]", "user_params 应为对象: [1]")]
    [InlineData("\"user_params\":\"{}\"", "user_params 应为对象: \"{}\"")]
    [InlineData("\"shared_mem_id\":5", "shared_mem_id 应为字符串: 5")]
    [InlineData("\"deadline_ms\":\"soon\"", "deadline_ms 应为整数毫秒: \"soon\"")]
    public void A_field_of_the_wrong_kind_is_1006_with_the_request_id(string field, string problem)
    {
        var call = Parsed.Of($$$"""{"type":"call","request_id":"r1","data":{"phase":"execute",{{{field}}}}}""");
        Assert.Equal((true, 1006, problem, "\"r1\"", CallPhase.Execute), (call.IsMessage, call.Code, call.Problem, call.RequestId, call.Phase));
        Assert.Null(Parsed.Of($$$"""{"type":"call","request_id":"r1","data":{"phase":"info",{{{field}}}}}""").Problem);
        Assert.Null(Parsed.Of($$$"""{"type":"ping","request_id":"r1",{{{field}}}}""").Problem);
    }

    [Theory]
    [InlineData("", "image_meta缺少必需字段: width, height, timestamp_ms, camera_id")]
    [InlineData(",\"image_meta\":null", "image_meta缺少必需字段: width, height, timestamp_ms, camera_id")]
    [InlineData(",\"image_meta\":{\"height\":1,\"timestamp_ms\":1,\"camera_id\":\"c\"}", "image_meta缺少必需字段: width")]
    [InlineData(",\"image_meta\":{\"width\":1,\"timestamp_ms\":null,\"camera_id\":\"c\"}", "image_meta缺少必需字段: height, timestamp_ms")]
    [InlineData(",\"image_meta\":[1]", "image_meta 应为对象: [1]")]
    [InlineData(",\"image_meta\":{\"width\":\"640\",\"height\":1,\"timestamp_ms\":1,\"camera_id\":\"c\"}", "image_meta.width 应为整数: \"640\"")]
    [InlineData(",\"image_meta\":{\"width\":1,\"height\":1.5,\"timestamp_ms\":1,\"camera_id\":\"c\"}", "image_meta.height 应为整数: 1.5")]
    [InlineData(",\"image_meta\":{\"width\":99999999999,\"height\":1,\"timestamp_ms\":1,\"camera_id\":\"c\"}", "image_meta.width 应为整数: 99999999999")]
    [InlineData(",\"image_meta\":{\"width\":1,\"height\":1,\"timestamp_ms\":\"now\",\"camera_id\":\"c\"}", "image_meta.timestamp_ms 应为整数: \"now\"")]
    [InlineData(",\"image_meta\":{\"width\":1,\"height\":1,\"timestamp_ms\":1,\"camera_id\":4}", "image_meta.camera_id 应为字符串: 4")]
    [InlineData(",\"image_meta\":{\"width\":1,\"height\":1,\"timestamp_ms\":1,\"camera_id\":\"c\",\"color_space\":\"GRAY\"}", "image_meta.color_space 应为 RGB 或 BGR: \"GRAY\"")]
    [Conformance(192, 228)]
    public void What_is_wrong_with_image_meta_is_told_for_the_check_at_its_place(string meta, string problem)
    {
        var call = Parsed.Of($$$"""{"type":"call","data":{"phase":"execute","pid":"p001"{{{meta}}}}}""");
        Assert.Equal((null, problem), (call.Problem, call.ImageMetaProblem));
    }

    [Fact]
    [Conformance(229, 231)]
    public void Image_meta_says_BGR_and_whole_numbers_may_have_a_fraction_of_zero()
    {
        var call = Parsed.Of("""{"type":"call","phase":"pre","image_meta":{"color_space":"BGR","camera_id":"","timestamp_ms":1714000000000.0,"height":480.0,"width":6.4e2}}""");
        Assert.Null(call.ImageMetaProblem);
        Assert.Equal(new ImageMeta(640, 480, 1714000000000, "", true), call.ImageMeta);
    }

    [Fact]
    public void A_whole_object_in_data_wins_over_the_one_at_the_top()
    {
        string[] frames =
        [
            """{"type":"call","phase":"pre","session":{"id":"top","context":{"a":1}},"data":{"session":{"id":"data"}}}""",
            """{"type":"call","phase":"pre","data":{"session":{"id":"data"}},"session":{"id":"top","context":{"a":1}}}""",
        ];
        Assert.All(frames, frame => Assert.Equal(("data", ""), (Parsed.Of(frame).SessionId, Parsed.Of(frame).SessionContext)));
    }

    [Fact]
    public void A_field_that_is_wrong_at_the_top_does_not_matter_when_data_has_it_right()
    {
        var call = Parsed.Of("""{"type":"call","phase":"pre","pid":5,"data":{"pid":"p001","session":{"id":"s"}},"session":7}""");
        Assert.Equal((null, "p001", "s"), (call.Problem, call.Pid, call.SessionId));
    }

    [Fact]
    public void Texts_and_keys_with_escapes_are_read_as_what_they_stand_for()
    {
        var call = Parsed.Of("""{"\u0074ype":"\u0063all","data":{"ph\u0061se":"execut\u0065","pid":"a\"b\u6599\ud834\udd1e","session":{"i\u0064":"s\/1"},"shared_mem_id":"x\ty"}}""");
        Assert.Null(call.Problem);
        Assert.Equal(("a\"b料𝄞", "s/1", "x\ty"), (call.Pid, call.SessionId, call.ImageId));
    }

    [Fact]
    public void Long_escaped_texts_do_not_overwrite_each_other()
    {
        var pid = string.Concat(Enumerable.Repeat("\\u6599", 700));
        var id = string.Concat(Enumerable.Repeat("\\u76d8", 20_000));
        var call = Parsed.Of($$$"""{"type":"call","phase":"execut\u0065","pid":"{{{pid}}}","shared_mem_id":"{{{id}}}"}""");
        Assert.Equal(new string('料', 700), call.Pid);
        Assert.Equal(new string('盘', 20_000), call.ImageId);
    }
}

using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

/// <summary>A key that is read and stands twice in its object says two things at once: refused, never guessed (DESIGN §7).</summary>
public class RepeatedKeyTests
{
    private static readonly string[] Levels = ["{0}", "\"data\":{{{0}}}", "\"payload\":{{{0}}}"];

    [Theory]
    [InlineData("method")]
    [InlineData("phase")]
    [InlineData("step_index")]
    [InlineData("pid")]
    [InlineData("session")]
    [InlineData("user_params")]
    [InlineData("shared_mem_id")]
    [InlineData("image_meta")]
    [InlineData("cur_image_shm_id")]
    [InlineData("deadline_ms")]
    [InlineData("runner_version")]
    [InlineData("capabilities")]
    [InlineData("heartbeat_interval_ms")]
    [InlineData("heartbeat_grace_ms")]
    public void A_field_given_twice_in_the_frame_in_data_or_in_payload_is_refused_by_name(string key)
    {
        foreach (var level in Levels)
        {
            foreach (var (first, second) in new[] { ("1", "2"), ("null", "\"x\""), ("{}", "{}"), ("{\"id\":\"a\"}", "null") })
            {
                var members = string.Format(null, level, $"\"{key}\":{first},\"other\":0,\"{key}\":{second}");
                Refused($$"""{"type":"call","request_id":"r",{{members}}}""", key, "\"r\"");
            }
        }
    }

    [Theory]
    [InlineData("type", "\"call\"", "\"r\"")]
    [InlineData("data", "{}", "\"r\"")]
    [InlineData("data", "null", "\"r\"")]
    [InlineData("payload", "{}", "\"r\"")]
    [InlineData("request_id", "\"r\"", "")]
    [InlineData("request_id", "{}", "")]
    public void A_part_of_the_frame_given_twice_is_refused_and_a_request_id_that_is_itself_doubtful_is_not_echoed(string key, string value, string id) =>
        Refused($$"""{"type":"call","request_id":"r","data":{},"payload":{},"{{key}}":{{value}}}""", key, id);

    [Theory]
    [InlineData("\"session\":{\"id\":\"a\",\"context\":{},\"id\":\"b\"}", "id")]
    [InlineData("\"session\":{\"context\":{},\"context\":{}}", "context")]
    [InlineData("\"session\":{\"state_region\":{},\"id\":\"a\",\"state_region\":null}", "state_region")]
    [InlineData("\"session\":{\"state_region\":{\"name\":\"a\",\"name\":\"b\"}}", "name")]
    [InlineData("\"session\":{\"state_region\":{\"generation\":1,\"name\":\"a\",\"generation\":1}}", "generation")]
    [InlineData("\"image_meta\":{\"width\":1,\"width\":2}", "width")]
    [InlineData("\"image_meta\":{\"height\":1,\"height\":1}", "height")]
    [InlineData("\"image_meta\":{\"timestamp_ms\":1,\"width\":2,\"timestamp_ms\":1}", "timestamp_ms")]
    [InlineData("\"image_meta\":{\"camera_id\":\"a\",\"camera_id\":\"b\"}", "camera_id")]
    [InlineData("\"image_meta\":{\"color_space\":\"RGB\",\"color_space\":\"BGR\"}", "color_space")]
    public void A_key_of_session_or_image_meta_given_twice_is_refused_even_where_another_one_is_in_force(string member, string key)
    {
        Refused($$$"""{"type":"call","request_id":7,"phase":"pre",{{{member}}}}""", key, "7");
        Refused($$$"""{"type":"call","request_id":7,"data":{"phase":"pre",{{{member}}}}}""", key, "7");
        var other = member[..member.IndexOf(':', StringComparison.Ordinal)] + ":{}";
        Refused($$$"""{"type":"call","request_id":7,"data":{"phase":"pre",{{{other}}}},{{{member}}}}""", key, "7");
        Refused($$$"""{"type":"call","request_id":7,{{{member}}},"data":{"phase":"pre",{{{other}}}}}""", key, "7");
    }

    [Fact]
    public void A_key_is_the_same_key_however_it_is_written() =>
        Refused("""{"type":"call","request_id":"r","data":{"pid":"p001","p\u0069d":"p002"}}""", "pid", "\"r\"");

    [Fact]
    public void The_first_one_is_named_with_its_place() => Assert.Equal(
        "键 pid 重复: 第 42 字节", Parsed.Of("""{"type":"call","phase":"pre","pid":"p001","pid":"p002","phase":"pre"}""").Problem);

    [Theory]
    [InlineData("ping")]
    [InlineData("hello")]
    [InlineData("shutdown")]
    public void Frames_that_are_no_calls_are_held_to_it_as_well(string type) =>
        Refused($$"""{"type":"{{type}}","request_id":1,"request_id":1}""", "request_id", "");

    [Theory]
    [InlineData("\"note\":1,\"note\":2")]
    [InlineData("\"timestamp_ms\":1,\"timestamp_ms\":2")]
    [InlineData("\"id\":1,\"width\":2,\"id\":1,\"width\":2")]
    [InlineData("\"data\":{\"type\":1,\"type\":2,\"request_id\":1,\"request_id\":2,\"data\":1,\"data\":2,\"payload\":1,\"payload\":2}")]
    [InlineData("\"session\":{\"id\":\"s\",\"pid\":1,\"pid\":2,\"context\":{\"a\":1,\"a\":2}}")]
    [InlineData("\"session\":{\"name\":1,\"name\":2,\"state_region\":{\"name\":\"r\",\"generation\":1,\"id\":1,\"id\":2}}")]
    [InlineData("\"image_meta\":{\"format\":1,\"format\":2,\"id\":1,\"id\":2}")]
    [InlineData("\"user_params\":{\"a\":1,\"a\":2,\"pid\":1,\"pid\":2}")]
    [InlineData("\"other\":{\"pid\":1,\"pid\":2}")]
    [InlineData("\"pid\":\"p1\",\"data\":{\"pid\":\"p1\"},\"payload\":{\"pid\":\"p1\"}")]
    public void Keys_that_nobody_reads_there_may_repeat(string members)
    {
        var call = Parsed.Of($$"""{"type":"call","request_id":"r","phase":"info",{{members}}}""");
        Assert.Equal((true, null, CallPhase.Info, "\"r\""), (call.IsMessage, call.Problem, call.Phase, call.RequestId));
    }

    private static void Refused(string frame, string key, string id)
    {
        var parsed = Parsed.Of(frame);
        Assert.True(
            !parsed.IsMessage && parsed.Code == 1000 && parsed.RequestId == id
                && parsed.Problem!.StartsWith($"键 {key} 重复: 第 ", StringComparison.Ordinal),
            $"{frame}: {parsed}");
    }
}

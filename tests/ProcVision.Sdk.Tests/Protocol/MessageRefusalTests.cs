using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

public class MessageRefusalTests
{
    [Theory]
    [InlineData("\"r\"")]
    [InlineData("\"\\u6599 \\\" 盘\"")]
    [InlineData("12345678901234567890123")]
    [InlineData("1.50e+3")]
    [InlineData("null")]
    [Conformance(292)]
    public void The_request_id_is_kept_byte_for_byte(string id) => Assert.Equal(id, Parsed.Of($$$"""{"type":"ping","request_id": {{{id}}} }""").RequestId);

    [Theory]
    [InlineData("""{"type":"ping","request_id":{"a":1}}""", "request_id 应为字符串、数字或null: {\"a\":1}")]
    [InlineData("""{"type":"ping","request_id":true}""", "request_id 应为字符串、数字或null: true")]
    public void A_request_id_that_cannot_be_echoed_is_refused(string frame, string problem) =>
        Assert.Equal((false, 1000, problem, ""), (Parsed.Of(frame).IsMessage, Parsed.Of(frame).Code, Parsed.Of(frame).Problem, Parsed.Of(frame).RequestId));

    [Fact]
    public void A_request_id_of_more_than_a_kilobyte_is_refused()
    {
        Assert.True(Parsed.Of($$$"""{"type":"ping","request_id":"{{{new string('r', 1022)}}}"}""").IsMessage);
        Assert.Equal("request_id 过长: 1025 字节 > 1024", Parsed.Of($$$"""{"type":"ping","request_id":"{{{new string('r', 1023)}}}"}""").Problem);
    }

    [Theory]
    [InlineData("", "JSON解析失败: 第 0 字节JSON 不完整", "")]
    [InlineData("{\"type\":\"call\"", "JSON解析失败: 第 14 字节JSON 不完整", "")]
    [InlineData("{\"type\":\"ping\"}{}", "JSON解析失败: 第 15 字节值之后还有内容", "")]
    [InlineData("\uFEFF{\"type\":\"ping\"}", "JSON解析失败: 第 0 字节以 BOM 开头", "")]
    [InlineData("[{\"type\":\"ping\"}]", "消息应为JSON对象: [{\"type\":\"ping\"}]", "")]
    [InlineData("\"hello\"", "消息应为JSON对象: \"hello\"", "")]
    [InlineData("null", "消息应为JSON对象: null", "")]
    [InlineData("{\"request_id\":\"r\"}", "消息缺少 type", "\"r\"")]
    [InlineData("{\"type\":5,\"request_id\":\"r\"}", "type 应为字符串: 5", "\"r\"")]
    [InlineData("{\"data\":{\"type\":\"ping\"}}", "消息缺少 type", "")]
    [Conformance(534, 535)]
    public void What_is_no_message_is_a_problem_with_its_place(string body, string problem, string requestId)
    {
        var parsed = Parsed.Of(body);
        Assert.Equal((false, 1000, problem, requestId), (parsed.IsMessage, parsed.Code, parsed.Problem, parsed.RequestId));
    }

    [Fact]
    [Conformance(534)]
    public void A_body_that_is_not_UTF_8_is_a_problem()
    {
        var parsed = Parsed.Of([.. "{\"type\":\"ping\",\"x\":\""u8, 0xC3, .. "\"}"u8]);
        Assert.Equal("JSON解析失败: 第 20 字节不是 UTF-8", parsed.Problem);
    }

    [Fact]
    [Conformance(538)]
    public void An_unknown_type_keeps_its_text_and_is_a_problem()
    {
        var parsed = Parsed.Of("""{"type":"Ping","request_id":3}""");
        Assert.Equal((true, MessageType.Unknown, "Ping", 1000, "未知的消息类型: \"Ping\"", "3"), (parsed.IsMessage, parsed.Type, parsed.TypeText, parsed.Code, parsed.Problem, parsed.RequestId));
    }

    [Fact]
    public void Every_prefix_of_a_real_frame_is_refused()
    {
        foreach (var name in RecordedFrame.Names)
        {
            var body = RecordedFrame.Read(name);
            Assert.True(Parsed.Of(body).IsMessage, name);
            for (var length = 0; length < body.Length; length++)
            {
                Assert.False(Parsed.Of(body.AsSpan(0, length)).IsMessage, $"{name}, {length} bytes");
            }
        }
    }

    [Fact]
    public void Mutated_frames_are_read_or_refused_and_never_throw()
    {
        var random = Seeded.Random(out var seed);
        var mutations = new RandomJson(random);
        var frames = RecordedFrame.Names.Select(RecordedFrame.Read).ToArray();
        for (var i = 0; i < 20_000; i++)
        {
            var body = mutations.Mutate(frames[random.Next(frames.Length)]);
            try
            {
                var parsed = Parsed.Of(body);
                Assert.True(parsed.IsMessage || parsed.Problem is not null);
            }
            catch (Exception failure)
            {
                Assert.Fail($"seed {seed}: {Convert.ToHexString(body)}: {failure}");
            }
        }
    }
}

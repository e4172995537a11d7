using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

public sealed class FrameWriterTests : IDisposable
{
    private readonly FrameWriter _writer = new(FixedClock.Instance);

    public void Dispose() => _writer.Dispose();

    [Fact]
    [Conformance(272, "C42")]
    public void Hello_names_the_version_and_only_what_works() => Assert.Equal(
        $$"""{"type":"hello","sdk_version":"{{SdkVersion.Text}}","timestamp_ms":1714000000000,"capabilities":["ping","call","shutdown","shared_memory:v1","info","setup","teardown","reset","on_step_start","on_step_finish","deadline:v1","session_values:v1","session_state:v1"]}""",
        Body(_writer.Hello()));

    [Fact]
    [Conformance(273)]
    public void The_version_of_hello_is_that_of_the_assembly() =>
        Assert.Equal(SdkVersion.Text, typeof(FrameWriter).Assembly.GetName().Version!.ToString(3));

    [Fact]
    [Conformance(284, 285)]
    public void Pong_echoes_the_request_id_and_has_null_without_one()
    {
        Assert.Equal("""{"type":"pong","request_id":"r-1","timestamp_ms":1714000000000,"status":"OK"}""", Body(_writer.Pong("\"r-1\""u8)));
        Assert.Equal("""{"type":"pong","request_id":null,"timestamp_ms":1714000000000,"status":"OK"}""", Body(_writer.Pong(default)));
    }

    [Fact]
    [Conformance(301)]
    public void An_error_carries_message_and_four_digits() => Assert.Equal(
        """{"type":"error","request_id":7,"timestamp_ms":1714000000000,"status":"ERROR","message":"缺少 \"type\"","error_code":"1000"}""",
        Body(_writer.Error("7"u8, 1000, "缺少 \"type\"")));

    [Fact]
    [Conformance(185)]
    public void Busy_is_an_error_1000() => Assert.Equal(
        """{"type":"error","request_id":"r","timestamp_ms":1714000000000,"status":"ERROR","message":"busy","error_code":"1000"}""",
        Body(_writer.Busy("\"r\""u8)));

    [Fact]
    [Conformance(307)]
    public void Shutdown_is_answered_with_OK() =>
        Assert.Equal("""{"type":"shutdown","timestamp_ms":1714000000000,"status":"OK"}""", Body(_writer.Shutdown()));

    [Fact]
    [Conformance(295)]
    public void Info_stands_in_data() => Assert.Equal(
        """{"type":"result","request_id":"i","timestamp_ms":1714000000000,"status":"OK","message":"","data":{"phase":"info","step_index":0,"info":{"name":"例"}}}""",
        Body(_writer.Info("\"i\""u8, """{"name":"例"}"""u8)));

    [Fact]
    public void A_session_stands_in_data_and_one_that_is_too_large_names_its_largest_value()
    {
        Assert.Equal(
            """{"type":"result","request_id":"s","timestamp_ms":1714000000000,"status":"OK","message":"","data":{"phase":"session","step_index":0,"session":{"id":"料","values":[{"key":"a","type":"int","value":1},{"key":"b","type":"null","value":null}]}}}""",
            Body(_writer.Session("\"s\""u8, "料"u8, [new("a", "int", "1"u8.ToArray()), new("b", "null", "null"u8.ToArray())])));

        var large = Body(_writer.Session("\"s\""u8, "s"u8, [new("a", "int", "1"u8.ToArray()), new("map", "Map", new byte[FrameLimits.Body])]));
        using var json = JsonDocument.Parse(large);
        Assert.Equal("1000", json.RootElement.GetProperty("error_code").GetString());
        Assert.Contains($"map 占 {FrameLimits.Body} 字节", json.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(296)]
    public void Hooks_answer_with_phase_and_step() => Assert.Equal(
        """{"type":"result","request_id":null,"timestamp_ms":1714000000000,"status":"OK","message":"","data":{"phase":"on_step_start","step_index":3}}""",
        Body(_writer.Done(default, CallPhase.StepStart, 3)));

    [Fact]
    public void A_hook_that_failed_is_a_result_with_its_code_and_kind_C5() => Assert.Equal(
        """{"type":"result","request_id":1,"timestamp_ms":1714000000000,"status":"ERROR","message":"坏了","error_code":"9999","error_kind":"program","data":{"phase":"reset","step_index":1}}""",
        Body(_writer.Failed("1"u8, CallPhase.Reset, 1, 9999, "program", "坏了")));

    [Fact]
    [Conformance(146)]
    public void A_pre_result_has_its_message_and_its_places_and_no_verdict() => Assert.Equal(
        """{"type":"result","request_id":"r","timestamp_ms":1714000000000,"status":"OK","message":"光照检查通过: 61.5","data":{"phase":"pre","step_index":1,"calibration_rects":[{"x":1,"y":2,"width":3,"height":4,"label":"基准"},{"x":5,"y":6,"width":7,"height":8,"label":""}]}}""",
        Result(new()
        {
            Phase = Phase.Pre,
            Step = 1,
            Message = "光照检查通过: 61.5",
            Calibration = [new(new(1, 2, 3, 4), "基准"), new(new(5, 6, 7, 8), null!)],
        }));

    [Fact]
    [Conformance(156, "C22")]
    public void An_OK_always_has_defect_rects() => Assert.Equal(
        """{"type":"result","request_id":"r","timestamp_ms":1714000000000,"status":"OK","message":"","data":{"phase":"execute","step_index":2,"result_status":"OK","defect_rects":[]}}""",
        Result(new() { Phase = Phase.Execute, Step = 2, Verdict = Verdict.Ok, Message = "" }));

    [Fact]
    [Conformance(149, 150, 159, 523, "C22")]
    public void An_NG_has_reason_defects_and_positions_and_no_error_code()
    {
        DefectRect[] defects = [new(new(10, 20, 30, 40), "划痕", 0.953), new(new(1, 1, 1, 1), "a"), new(new(9, 9, 9, 9), "not counted")];
        Assert.Equal(
            """{"type":"result","request_id":"r","timestamp_ms":1714000000000,"status":"OK","message":"","data":{"phase":"execute","step_index":2,"result_status":"NG","ng_reason":"缺少1个零件","defect_rects":[{"x":10,"y":20,"width":30,"height":40,"label":"划痕","score":0.953},{"x":1,"y":1,"width":1,"height":1,"label":"a","score":1}],"position_rects":[{"x":-5,"y":0,"width":2147483647,"height":6,"label":"零件","score":0.5}]}}""",
            Result(new()
            {
                Phase = Phase.Execute,
                Step = 2,
                Verdict = Verdict.Ng,
                Message = "缺少1个零件",
                Defects = defects,
                DefectCount = 2,
                Positions = [new(new(-5, 0, int.MaxValue, 6), "零件", 0.5)],
            }));
    }

    [Fact]
    [Conformance(523, "C21")]
    public void An_ERROR_has_code_kind_and_message_and_no_verdict() => Assert.Equal(
        """{"type":"result","request_id":"r","timestamp_ms":1714000000000,"status":"ERROR","message":"未找到料盘，请先执行定位步骤","error_code":"1003","error_kind":"recoverable","data":{"phase":"execute","step_index":2}}""",
        Result(new() { Phase = Phase.Execute, Step = 2, Error = 1003, ErrorKind = "recoverable", Message = "未找到料盘，请先执行定位步骤" }));

    [Fact]
    [Conformance(543, 546, "C19")]
    public void Published_values_and_own_records_stand_in_data()
    {
        var diagnostics = new Diagnostics();
        diagnostics.Open();
        diagnostics.Publish("count", 6);
        diagnostics.Publish("mean", 61.25);
        diagnostics.Publish("none", double.NaN);
        diagnostics.Publish("much", double.PositiveInfinity);
        diagnostics.Publish("less", double.NegativeInfinity);
        diagnostics.Publish("model\"版本", "v1\n");
        diagnostics.Publish("absent", null);
        diagnostics.Publish("ok", true);
        diagnostics.Close();
        var extra = new ExtraData("second", "[1,2]"u8.ToArray(), new ExtraData("first", "{\"a\":null}"u8.ToArray(), null));
        Assert.Equal(
            """{"type":"result","request_id":"r","timestamp_ms":1714000000000,"status":"OK","message":"","data":{"phase":"execute","step_index":1,"result_status":"OK","defect_rects":[],"debug":{"count":6,"mean":61.25,"none":"NaN","much":"Infinity","less":"-Infinity","model\"版本":"v1\n","absent":null,"ok":true},"second":[1,2],"first":{"a":null}}}""",
            Result(new() { Phase = Phase.Execute, Step = 1, Verdict = Verdict.Ok, Message = "", Diagnostics = diagnostics, Extra = extra }));
    }

    [Fact]
    public void Texts_of_every_kind_are_read_back_as_they_were()
    {
        var random = Seeded.Random(out var seed);
        for (var i = 0; i < 3_000; i++)
        {
            var text = Text(random);
            using var read = JsonDocument.Parse(Body(_writer.Error(default, 1000, text)));
            Assert.True(text == read.RootElement.GetProperty("message").GetString(), $"seed {seed}: {Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}");
            Assert.Null(_writer.Warning);
        }
    }

    [Fact]
    [Conformance(262)]
    public void Chinese_stands_unescaped() => Assert.Contains("\"message\":\"光照不足 €\u2028𝄞<>&'+\\u0001\"", Body(_writer.Error(default, 1000, "光照不足 €\u2028𝄞<>&'+\u0001")), StringComparison.Ordinal);

    [Fact]
    public void Half_a_surrogate_pair_is_replaced_and_told()
    {
        // No InlineData: metadata keeps its strings in UTF-8, which has no halves.
        (string Text, string Expected)[] cases =
        [
            ("a\uD800b", "a\uFFFDb"),
            ("\uDC00\uDC00", "\uFFFD\uFFFD"),
            ("x\uD800\"\uD834\uDD1E\uD834", "x\uFFFD\"\uD834\uDD1E\uFFFD"),
        ];
        foreach (var (text, expected) in cases)
        {
            using var read = JsonDocument.Parse(Body(_writer.Error(default, 1000, text)));
            Assert.Equal(expected, read.RootElement.GetProperty("message").GetString());
            Assert.NotNull(_writer.Warning);
            _ = _writer.Pong(default);
            Assert.Null(_writer.Warning);
        }
    }

    [Fact]
    [Conformance(261)]
    public void A_result_over_2_MiB_becomes_an_ERROR_that_names_the_largest_field()
    {
        var position = new PositionRect(new(1, 2, 3, 4), "零件");
        var message = Message(new()
        {
            Phase = Phase.Execute,
            Step = 2,
            Verdict = Verdict.Ok,
            Message = "",
            Positions = Enumerable.Repeat(position, 40_000).ToArray(),
            Extra = new("own", Encoding.UTF8.GetBytes($"\"{new string('x', 100_000)}\""), null),
        });
        Assert.Equal("结果过大: 2580199 字节 > 2097152，其中 position_rects 占 2480019 字节", message);

        message = Message(new() { Phase = Phase.Pre, Step = 1, Message = new string('字', 700_000) });
        Assert.Contains("其中 message 占 2100027 字节", message, StringComparison.Ordinal);

        var own = new byte[40_000_000];
        own.AsSpan().Fill((byte)'1');
        message = Message(new() { Phase = Phase.Pre, Step = 1, Message = "m", Extra = new("mine", own, null) });
        Assert.Contains("其中 mine 占 40000008 字节", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_far_over_the_limit_is_measured_and_not_kept()
    {
        Assert.Contains("message 占", Message(new() { Phase = Phase.Pre, Step = 1, Message = new string('字', 20_000_000) }), StringComparison.Ordinal);
        Assert.InRange(Body(_writer.Error(default, 1000, new string('字', 20_000_000))).Length, 100, 300);
        Assert.Equal("{\"type\":\"pong\",\"request_id\":1,\"timestamp_ms\":1714000000000,\"status\":\"OK\"}", Body(_writer.Pong("1"u8)));
    }

    [Fact]
    public void A_result_of_exactly_2_MiB_is_sent()
    {
        var outcome = new CallOutcome { Phase = Phase.Pre, Step = 1, Message = "" };
        var rest = FrameLimits.Body - Result(outcome).Length;
        Assert.Equal(FrameLimits.Body, Result(outcome with { Message = new string('m', rest) }).Length);
        Assert.Contains("结果过大", Result(outcome with { Message = new string('m', rest + 1) }), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(302)]
    public void A_call_with_wrong_fields_is_answered_by_a_result_and_one_without_phase_by_an_error()
    {
        var parser = new MessageParser();
        Assert.True(parser.TryParse("""{"type":"call","request_id":"r","phase":"execute","step_index":3,"pid":5}"""u8, out var wrong, out _));
        Assert.Equal(
            """{"type":"result","request_id":"r","timestamp_ms":1714000000000,"status":"ERROR","message":"pid 应为字符串: 5","error_code":"1006","data":{"phase":"execute","step_index":3}}""",
            Body(_writer.Refuse(wrong)));
        Assert.True(parser.TryParse("""{"type":"call","request_id":"r"}"""u8, out wrong, out _));
        Assert.Equal(
            """{"type":"error","request_id":"r","timestamp_ms":1714000000000,"status":"ERROR","message":"call 缺少 phase；use pre, execute, info, setup, teardown, reset, on_step_start, on_step_finish or session","error_code":"1000"}""",
            Body(_writer.Refuse(wrong)));
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        for (var left = random.Next(random.Next(20) == 0 ? 3_000 : 30); left > 0; left--)
        {
            text.Append(random.Next(5) switch
            {
                0 => (char)random.Next(0x20),
                1 => (char)random.Next(0x20, 0x80),
                2 => (char)random.Next(0x80, 0xD800),
                3 => (char)random.Next(0xE000, 0x10000),
                _ => char.ConvertFromUtf32(random.Next(0x10000, 0x110000)),
            });
        }

        return text.ToString();
    }

    private string Result(CallOutcome outcome) => Body(_writer.Result("\"r\""u8, outcome));

    private string Message(CallOutcome outcome)
    {
        using var read = JsonDocument.Parse(Result(outcome));
        Assert.Equal("result", read.RootElement.GetProperty("type").GetString());
        Assert.Equal("ERROR", read.RootElement.GetProperty("status").GetString());
        Assert.Equal("1000", read.RootElement.GetProperty("error_code").GetString());
        Assert.Equal("r", read.RootElement.GetProperty("request_id").GetString());
        return read.RootElement.GetProperty("message").GetString()!;
    }

    /// <summary>The frame's body, once its length was found right and its JSON valid to our own scanner as well.</summary>
    private static string Body(ReadOnlySpan<byte> frame)
    {
        Assert.Equal(frame.Length - 4, BinaryPrimitives.ReadInt32BigEndian(frame));
        var scanner = JsonScanner.Over(frame[4..]);
        Assert.Equal(JsonKind.Object, scanner.Value().Kind);
        Assert.True(scanner.AtEnd());
        return Encoding.UTF8.GetString(frame[4..]);
    }
}

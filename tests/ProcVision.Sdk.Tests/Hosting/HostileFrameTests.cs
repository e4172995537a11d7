using System.Text;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>
/// Every kind of frame that no good host sends, to a real process: the documented answer with its code and the request id where it can be read, and the
/// process goes on (C26, DESIGN §7). Sizes and cuts are <see cref="FrameSizeTests"/>, lost frame boundaries <see cref="InputTests"/>.
/// </summary>
public sealed class HostileFrameTests : IDisposable
{
    private readonly HostedAlgorithm _algorithm = HostedAlgorithm.Ready(("TEST_QUIET", "1"));

    public void Dispose() => _algorithm.Dispose();

    [Fact, Conformance(267, 534, "C26")]
    public void A_frame_of_zero_length_is_answered_and_the_process_goes_on()
    {
        _algorithm.SendBytes([0, 0, 0, 0]);
        IsAnsweredAndGoesOn("error", null, "1000", "帧长度为 0");
    }

    [Fact, Conformance(261, "C26")]
    public void A_frame_that_is_over_long_is_answered_and_the_process_goes_on()
    {
        var body = new byte[(2 * 1024 * 1024) + 1];
        """{"type":"ping","request_id":"r"}"""u8.CopyTo(body);
        IsError(body, null, "帧过长: 2097153 字节 > 2097152");
    }

    [Theory, Conformance(267, 534, "C26")]
    [InlineData("{\"type\":\"ping\",\"request_id\":\"r\"")]
    [InlineData("{\"type\":\"ping\",\"request_id\":\"r")]
    [InlineData("{\"type\"")]
    [InlineData("{")]
    public void A_body_that_breaks_off_is_answered_and_the_process_goes_on(string body) => IsError(body, null, "JSON 不完整");

    [Fact, Conformance(534, "C26")]
    public void A_body_that_is_not_UTF_8_is_answered_and_the_process_goes_on()
    {
        IsError([.. "{\"type\":\"ping\",\"request_id\":\"r\",\"x\":\""u8, 0xC3, .. "\"}"u8], null, "第 37 字节不是 UTF-8");
        IsError([.. "{\"type\":\"ping\",\"x\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8], null, "第 20 字节不是 UTF-8");
        IsError(Encoding.Unicode.GetBytes("{\"type\":\"ping\"}"), null, "JSON解析失败: 第 1 字节");
        IsError(Encoding.GetEncoding("latin1").GetBytes("{\"type\":\"é\"}"), null, "第 9 字节不是 UTF-8");
    }

    [Fact, Conformance(260, "C26")]
    public void A_byte_order_mark_is_answered_and_the_process_goes_on() =>
        IsError("\uFEFF{\"type\":\"ping\",\"request_id\":\"r\"}", null, "第 0 字节以 BOM 开头");

    [Theory, Conformance(260, 267, 534, "C26")]
    [InlineData("nonsense")]
    [InlineData("{'type':'ping'}")]
    [InlineData("{\"type\":\"ping\",}")]
    [InlineData("{\"type\":\"ping\"}{\"type\":\"ping\"}")]
    [InlineData("{\"type\":\"ping\",\"x\":NaN}")]
    [InlineData("{\"type\":\"ping\",\"x\":01}")]
    [InlineData("{\"type\":\"ping\",\"x\":\"\\ud800\"}")]
    [InlineData("// c\n{\"type\":\"ping\"}")]
    [InlineData(" ")]
    public void A_body_that_is_not_JSON_is_answered_and_the_process_goes_on(string body) => IsError(body, null, "JSON解析失败: 第 ");

    [Theory, Conformance(268, 535, "C26")]
    [InlineData("[{\"type\":\"ping\",\"request_id\":\"r\"}]")]
    [InlineData("\"ping\"")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("true")]
    public void A_body_that_is_not_an_object_is_answered_and_the_process_goes_on(string body) => IsError(body, null, $"消息应为JSON对象: {body}");

    [Fact, Conformance(260, "C26")]
    public void A_key_that_stands_twice_is_answered_by_name_with_the_id_unless_it_is_the_id()
    {
        IsError("""{"type":"call","request_id":"r","data":{"phase":"execute","pid":"p001","pid":"p002"}}""", "r", "键 pid 重复: 第 71 字节");
        IsError("""{"type":"call","request_id":"r","data":{"phase":"info"},"data":{}}""", "r", "键 data 重复");
        IsError("""{"type":"call","request_id":"r","data":{"phase":"execute","session":{"id":"a","id":"b"}}}""", "r", "键 id 重复");
        IsError("""{"type":"call","request_id":"r","data":{"phase":"execute","session":{"state_region":{"name":"a","name":"b"}}}}""", "r", "键 name 重复");
        IsError("""{"type":"call","request_id":"r","data":{"phase":"execute","image_meta":{"width":1,"width":1}}}""", "r", "键 width 重复");
        IsError("""{"type":"call","type":"ping","request_id":"r"}""", "r", "键 type 重复");
        IsError("""{"type":"ping","request_id":"r","request_id":"r"}""", null, "键 request_id 重复");
        IsRefused("\"user_params\":{\"do\":\"ok\",\"do\":\"throw\"}", "1006", "参数 do 重复");
        IsRefused("\"session\":{\"id\":\"a\",\"context\":{\"operator\":\"a\",\"operator\":\"b\"}}", "1006", "session.context 的键 operator 重复");
    }

    [Fact, Conformance("C26")]
    public void A_key_that_stands_a_hundred_thousand_times_behind_as_many_others_is_answered_without_a_hang()
    {
        var others = string.Concat(Enumerable.Repeat("\"a\":1,", 130_000));
        IsRefused($"\"user_params\":{{{others}{string.Concat(Enumerable.Repeat("\"ms\":1,", 130_000))}\"do\":\"ok\"}}", "1006", "参数 ms 重复");
        IsRefused($"\"session\":{{\"id\":\"a\",\"context\":{{{string.Concat(Enumerable.Repeat("\"a\":1,", 30_000))}\"b\":1}}}}", "1006", "session.context 的键 a 重复");
        IsError($"{{\"type\":\"call\",\"request_id\":\"r\",{others}{string.Concat(Enumerable.Repeat("\"pid\":1,", 100_000))}\"phase\":\"pre\"}}", "r", "键 pid 重复");
        IsError($"{{\"type\":\"ping\",{string.Concat(Enumerable.Repeat("\"request_\\u0069d\":1,", 90_000))}\"x\":1}}", null, "键 request_id 重复");
    }

    [Theory, Conformance("C26")]
    [InlineData(65)]
    [InlineData(1000)]
    [InlineData(1_000_000)]
    public void Deep_nesting_is_answered_and_the_process_goes_on(int levels)
    {
        var open = new string('[', levels - 1);
        IsError($"{{\"type\":\"ping\",\"request_id\":\"r\",\"x\":{open}{open.Replace('[', ']')}}}", null, "嵌套超过 64 层");
        IsError($"{{\"type\":\"ping\",\"request_id\":\"r\",\"x\":{string.Concat(Enumerable.Repeat("{\"a\":", Math.Min(levels, 300_000)))}", null, "嵌套超过 64 层");
    }

    [Theory, Conformance(261, "C26")]
    [InlineData("x")]
    [InlineData("料")]
    [InlineData("\\u6599")]
    public void A_megabyte_string_in_any_field_is_answered_in_short_and_the_process_goes_on(string character)
    {
        var text = string.Concat(Enumerable.Repeat(character, 1_000_000 / Encoding.UTF8.GetByteCount(character)));
        _algorithm.Send($$"""{"type":"ping","request_id":"r","note":"{{text}}"}""");
        _algorithm.Read().IsPong("r");
        IsError($$"""{"type":"ping","request_id":"{{text}}"}""", null, "request_id 过长: ");
        IsError($$"""{"type":"{{text}}","request_id":"r"}""", "r", "未知的消息类型");
        IsError($$"""{"type":"call","request_id":"r","phase":"{{text}}"}""", "r", "未知的 phase");
        IsError($$"""{"type":"call","request_id":"r","data":"{{text}}"}""", "r", "data 应为对象");
        IsError($$$"""{"type":"call","request_id":"r","data":{"phase":"pre","{{{text}}}":1,"pid":"a","pid":"b"}}""", "r", "键 pid 重复");
        IsRefused($"\"pid\":\"{text}\"", "1001", "不支持的产品型号: ", pid: "");
        IsRefused($"\"step_index\":\"{text}\"", "1006", "step_index 应为整数", step: "");
        IsRefused($"\"session\":{{\"id\":\"{text}\"}}", "1006", "session.id 过长: ");
        IsRefused($"\"session\":{{\"id\":\"a\",\"context\":{{\"a\":\"{text}\"}}}}", "1006", "session.context 过大: ");
        IsRefused($"\"session\":{{\"id\":\"a\",\"state_region\":{{\"name\":\"{text}\",\"generation\":1}}}}", "1006", "会话区域名称 '");
        IsRefused($"\"session\":{{\"id\":\"a\",\"state_region\":{{\"name\":\"a\",\"generation\":\"{text}\"}}}}", "1006", "generation 应为 1 至 16777214 的整数: ");
        IsRefused($"\"user_params\":{{\"do\":\"{text}\"}}", "1006", "参数 do 长度超出范围: ");
        IsRefused($"\"user_params\":{{\"ms\":\"{text}\"}}", "1006", "参数 ms 类型错误: ");
    }

    [Theory, Conformance(300, "C26")]
    [InlineData("99999999999")]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("1e999")]
    [InlineData("-1e999999999999999999999")]
    [InlineData("123456789012345678901234567890")]
    public void A_number_out_of_range_is_answered_and_the_process_goes_on(string number)
    {
        IsRefused($"\"step_index\":{number}", "1006", "step_index 应为整数: ", step: "");
        IsRefused($"\"user_params\":{{\"ms\":{number}}}", "1006", "参数 ms 超出范围: ");
        IsRefused($"\"session\":{{\"id\":\"a\",\"state_region\":{{\"name\":\"a\",\"generation\":{number}}}}}", "1006", "generation 应为 1 至 16777214 的整数: ");
        _algorithm.Send($$"""{"type":"ping","request_id":{{number}}}""");
        Assert.Equal(number, _algorithm.Read().GetProperty("request_id").GetRawText());
    }

    [Theory, Conformance("C26")]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("1e999")]
    [InlineData("0.5")]
    public void A_deadline_out_of_range_is_answered_and_the_process_goes_on(string number) =>
        IsRefused($"\"deadline_ms\":{number}", "1006", "deadline_ms 应为整数毫秒: ");

    [Fact, Conformance(264, 265, 292, 293, "C26")]
    public void A_wrong_kind_in_any_field_is_answered_with_the_field_and_the_process_goes_on()
    {
        string[] values = ["true", "7", "\"x\"", "[]", "{}"];
        foreach (var value in values.Where(value => value != "\"x\""))
        {
            IsError($$"""{"type":{{value}},"request_id":"r"}""", "r", $"type 应为字符串: {value}");
            IsError($$"""{"type":"call","request_id":"r","phase":{{value}}}""", "r", $"phase 应为字符串: {value}");
            IsError($$"""{"type":"call","request_id":"r","method":{{value}}}""", "r", $"phase 应为字符串: {value}");
            IsRefused($"\"pid\":{value}", "1006", $"pid 应为字符串: {value}", pid: "");
            IsRefused($"\"shared_mem_id\":{value}", "1006", $"shared_mem_id 应为字符串: {value}");
            IsRefused($"\"session\":{{\"id\":{value}}}", "1006", $"session.id 应为字符串: {value}");
            IsRefused($"\"user_params\":{{\"do\":{value}}}", "1006", $"参数 do 类型错误: {value} 不是字符串");
        }

        foreach (var value in values.Where(value => value is "true" or "[]" or "{}"))
        {
            IsError($$"""{"type":"ping","request_id":{{value}}}""", null, $"request_id 应为字符串、数字或null: {value}");
        }

        foreach (var value in values.Where(value => value != "7"))
        {
            IsRefused($"\"step_index\":{value}", "1006", $"step_index 应为整数: {value}", step: "");
            IsRefused($"\"deadline_ms\":{value}", "1006", $"deadline_ms 应为整数毫秒: {value}");
            IsRefused($"\"user_params\":{{\"ms\":{value}}}", "1006", $"参数 ms 类型错误: {value} 不是整数");
        }

        foreach (var value in values.Where(value => value != "{}"))
        {
            IsError($$"""{"type":"call","request_id":"r","phase":"info","data":{{value}}}""", "r", $"data 应为对象: {value}");
            IsError($$"""{"type":"call","request_id":"r","phase":"info","payload":{{value}}}""", "r", $"payload 应为对象: {value}");
            IsRefused($"\"session\":{value}", "1006", $"session 应为对象: {value}");
            IsRefused($"\"session\":{{\"context\":{value}}}", "1006", $"session.context 应为对象: {value}");
            IsRefused($"\"session\":{{\"state_region\":{value}}}", "1006", $"session.state_region 应为对象: {value}");
            IsRefused($"\"user_params\":{value}", "1006", $"user_params 应为对象: {value}");
        }
    }

    [Theory, Conformance("C26")]
    [InlineData("")]
    [InlineData("/dev/shm")]
    [InlineData("..\\/..\\/etc\\/passwd")]
    [InlineData("\\u0000")]
    [InlineData("procvision-session-1-2-00112233445566778899aabbccddeeff/../x")]
    [InlineData("procvision-session-1-2-00112233445566778899aabbccddeeff")]
    public void A_region_that_is_none_is_answered_with_the_reason_and_the_process_goes_on(string name) =>
        IsRefused($"\"session\":{{\"id\":\"a\",\"state_region\":{{\"name\":\"{name}\",\"generation\":1}}}}", "1006", "会话区域");

    [Theory, Conformance(263, 269, 538, "C26")]
    [InlineData("dance")]
    [InlineData("Call")]
    [InlineData("result")]
    [InlineData("pong")]
    [InlineData("")]
    public void An_unknown_type_is_answered_and_the_process_goes_on(string type) =>
        IsError($$"""{"type":"{{type}}","request_id":"r"}""", "r", "未知的消息类型");

    [Theory, Conformance(270, 537, "C26")]
    [InlineData("run")]
    [InlineData("Execute")]
    [InlineData("")]
    [InlineData("pre_execute")]
    public void An_unknown_phase_is_answered_never_runs_execute_and_the_process_goes_on(string phase) =>
        IsError($$$"""{"type":"call","request_id":"r","data":{"phase":"{{{phase}}}","step_index":1,"pid":"p001"}}""", "r", "未知的 phase");

    [Fact, Conformance(270, 537)]
    public void A_call_without_a_phase_is_answered_and_the_process_goes_on()
    {
        IsError("""{"type":"call","request_id":"r"}""", "r", "call 缺少 phase；use pre, execute");
        IsError("""{"type":"call","request_id":"r","data":{"phase":null,"step_index":1}}""", "r", "call 缺少 phase；use pre, execute");
    }

    [Fact, Conformance(279, "C26")]
    public void A_call_before_hello_is_answered_and_the_process_goes_on()
    {
        using var algorithm = HostedAlgorithm.Start();
        Assert.Equal("hello", algorithm.Read().Text("type"));
        algorithm.Call("ok", id: "early");
        algorithm.Read().IsError("early", "1000", "握手未完成");

        algorithm.Hello();
        algorithm.Call("ok");
        algorithm.Read().IsResult("ok");
    }

    [Fact, Conformance(307, "C26")]
    public void A_call_after_shutdown_is_answered_and_not_run_and_the_process_ends()
    {
        _algorithm.SendTogether("""{"type":"shutdown"}""", HostedAlgorithm.CallFrame("ok", 0, "late"));
        _algorithm.Read().IsError("late", "1000", "shutting down");
        Assert.Equal("shutdown", _algorithm.Read().Text("type"));
        Assert.Equal(0, _algorithm.WaitForExit());
    }

    [Fact, Conformance(258, 292)]
    public void Many_frames_of_every_kind_in_one_read_are_answered_one_by_one_in_their_order()
    {
        byte[] none = [0, 0, 0, 0];
        _algorithm.SendBytes([.. Enumerable.Range(0, 200).SelectMany(i => (byte[])[
            .. Frame($$"""{"type":"ping","request_id":{{i}}}"""), .. none, .. Frame("nonsense"), .. Frame($$"""{"type":"dance","request_id":"{{i}}"}"""),
            .. Frame($$"""{"type":"call","request_id":"{{i}}","phase":"info"}""")])]);
        for (var i = 0; i < 200; i++)
        {
            _algorithm.Read().IsPong($"{i}");
            _algorithm.Read().IsError(null, "1000", "帧长度为 0");
            _algorithm.Read().IsError(null, "1000", "JSON解析失败");
            _algorithm.Read().IsError($"{i}", "1000", "未知的消息类型");
            _algorithm.Read().IsResult($"{i}");
        }
    }

    [Fact, Conformance(258)]
    public void One_call_in_a_thousand_reads_is_answered()
    {
        foreach (var one in Frame(HostedAlgorithm.CallFrame("ok", 0, "slow", extra: $",\"note\":\"{new string('x', 700)}\"")))
        {
            _algorithm.SendBytes([one]);
        }

        _algorithm.Read().IsResult("slow");
    }

    private static byte[] Frame(string body) => HostedAlgorithm.Frame(Encoding.UTF8.GetBytes(body));

    private void IsError(string body, string? id, string message) => IsError(Encoding.UTF8.GetBytes(body), id, message);

    private void IsError(byte[] body, string? id, string message)
    {
        _algorithm.SendBytes(HostedAlgorithm.Frame(body));
        IsAnsweredAndGoesOn("error", id, "1000", message);
    }

    /// <summary>An execute call of step 1 with this field in it is answered by a result with this code.</summary>
    private void IsRefused(string field, string code, string message, string step = "\"step_index\":1,", string pid = "\"pid\":\"p001\",")
    {
        _algorithm.Send($$$"""{"type":"call","request_id":"r","data":{"phase":"execute",{{{step}}}{{{pid}}}{{{field}}}}}""");
        IsAnsweredAndGoesOn("result", "r", code, message);
    }

    private void IsAnsweredAndGoesOn(string type, string? id, string code, string message)
    {
        var answer = _algorithm.Read();
        Assert.True(
            answer.Text("type") == type && answer.GetProperty("request_id").GetString() == id && answer.Text("status") == "ERROR"
                && answer.Text("error_code") == code && answer.Text("message")!.Contains(message, StringComparison.Ordinal),
            $"expected {type} {id} {code} '{message}': {answer}");
        Assert.InRange(answer.GetRawText().Length, 1, 600);
        _algorithm.Send("""{"type":"ping","request_id":"p"}""");
        _algorithm.Read().IsPong("p");
    }
}

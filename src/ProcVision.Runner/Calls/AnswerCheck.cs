using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>
/// Checks what an algorithm answered, so that nothing is taken for OK that does not say so: a missing or unknown status or verdict, or an
/// NG without its reason, is 1006 (conformance 139–150, 215, 216, C14, C17, C20, C22). More than 20 defect rectangles are cut (C18).
/// </summary>
internal static class AnswerCheck
{
    private const int MostDefects = 20;

    public static CallAnswer Check(Phase phase, JsonElement frame, string requestId, TimeSpan elapsed)
    {
        if (frame.Text("type") == "error")
            return new(frame, CallAnswerSource.ErrorFrame, elapsed);
        if (Problem(phase, frame) is { } problem)
        {
            string message = $"{(phase == Phase.Pre ? "pre" : "execute")} 的返回无效: {problem}";
            return new(ErrorFrame.Make(requestId, AnswerCode.InvalidParams, message), CallAnswerSource.Runner, elapsed);
        }

        int defects = frame.Member("data").Member("defect_rects") is { ValueKind: JsonValueKind.Array } rects ? rects.GetArrayLength() : 0;
        var answer = new CallAnswer(frame, CallAnswerSource.Result, elapsed);
        return defects <= MostDefects
            ? answer
            : answer with { Frame = WithFewerDefects(frame), Warnings = [$"缺陷框有 {defects} 个，只保留前 {MostDefects} 个"] };
    }

    private static string? Problem(Phase phase, JsonElement frame)
    {
        string? status = frame.Text("status");
        if (status is not ("OK" or "ERROR"))
            return $"status 必须是 OK 或 ERROR，实际是 {Shown(frame.Member("status"))}";
        if (status == "ERROR")
            return null;
        var data = frame.Member("data");
        return phase == Phase.Pre ? PreProblem(data) : ExecuteProblem(data);
    }

    private static string? PreProblem(JsonElement data) =>
        data.Member("result_status").ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : "pre 不能给出 result_status";

    private static string? ExecuteProblem(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object)
            return "缺少 data";
        string? verdict = data.Text("result_status");
        if (verdict is not ("OK" or "NG"))
            return $"result_status 必须是 OK 或 NG，实际是 {Shown(data.Member("result_status"))}";
        if (verdict == "OK")
            return null;
        if (string.IsNullOrWhiteSpace(data.Text("ng_reason")))
            return "NG 缺少 ng_reason";
        return data.Member("defect_rects").ValueKind == JsonValueKind.Array ? null : "NG 缺少 defect_rects";
    }

    private static string Shown(JsonElement value) => value.ValueKind == JsonValueKind.Undefined ? "缺失" : value.GetRawText();

    private static JsonElement WithFewerDefects(JsonElement frame)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Copy(json, frame, "data", data => Copy(json, data, "defect_rects", rects =>
            {
                json.WriteStartArray();
                foreach (var rect in rects.EnumerateArray().Take(MostDefects))
                    rect.WriteTo(json);
                json.WriteEndArray();
            }));
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Copies an object and hands the value of one member to someone else.</summary>
    private static void Copy(Utf8JsonWriter json, JsonElement from, string member, Action<JsonElement> write)
    {
        json.WriteStartObject();
        foreach (var property in from.EnumerateObject())
        {
            json.WritePropertyName(property.Name);
            if (property.NameEquals(member))
                write(property.Value);
            else
                property.Value.WriteTo(json);
        }

        json.WriteEndObject();
    }
}

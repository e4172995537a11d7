using System.Buffers;
using System.Text.Json;

namespace ProcVision.Runner;

/// <content>What is put right in an answer that holds, and said.</content>
internal static partial class AnswerCheck
{
    private const int MostDefects = 20;

    private static CallAnswer Tidied(string phase, CallAnswer answer)
    {
        var warnings = new List<string>();
        var frame = answer.Frame;
        if (string.IsNullOrWhiteSpace(answer.Message) && MissingMessage(phase, answer) is { } message)
        {
            frame = With(frame, "message", json => json.WriteStringValue(message));
            warnings.Add($"{phase} 返回 {(answer.IsOk ? "OK" : "ERROR")} 时没有 message");
        }

        var data = frame.Member("data");
        if (data.Member("defect_rects") is { ValueKind: JsonValueKind.Array } rects && rects.GetArrayLength() > MostDefects)
        {
            var fewer = With(data, "defect_rects", json => WriteFirst(json, rects));
            frame = With(frame, "data", fewer.WriteTo);
            warnings.Add($"缺陷框有 {rects.GetArrayLength()} 个，只保留前 {MostDefects} 个");
        }

        return warnings.Count == 0 ? answer : answer with { Frame = frame, Warnings = warnings };
    }

    /// <summary>What stands in for a missing message; null where none is asked for (conformance 141, 143, C15).</summary>
    private static string? MissingMessage(string phase, CallAnswer answer)
    {
        if (answer.IsOk)
            return phase == "pre" ? "预执行检查通过" : null;
        // A message of another kind is no message, but it may be the only thing that says what happened.
        var written = answer.Frame.Member("message");
        if (!IsAbsent(written) && written.ValueKind != JsonValueKind.String)
            return Shown(written);
        string code = answer.ErrorCode is { Length: > 0 } given ? $" (error_code {given})" : "";
        return $"{phase} 出错，算法没有说明原因{code}";
    }

    private static void WriteFirst(Utf8JsonWriter json, JsonElement rects)
    {
        json.WriteStartArray();
        foreach (var rect in rects.EnumerateArray().Take(MostDefects))
            rect.WriteTo(json);
        json.WriteEndArray();
    }

    /// <summary>The same object with another value of one member, which is put at the end when it was not there.</summary>
    private static JsonElement With(JsonElement from, string member, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, RunnerFrames.Options))
        {
            json.WriteStartObject();
            foreach (var property in from.EnumerateObject().Where(property => !property.NameEquals(member)))
                property.WriteTo(json);
            json.WritePropertyName(member);
            write(json);
            json.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}

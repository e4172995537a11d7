using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>Reads the answer to a session call; nothing is taken from one that is not wholly as it should be.</summary>
internal static class SessionAnswer
{
    /// <summary>The values, or null and why there are none.</summary>
    public static IReadOnlyList<SessionValue>? Read(JsonElement frame, out string problem)
    {
        problem = "";
        if (frame.Text("type") != "result" || frame.Text("status") != "OK")
        {
            problem = frame.Text("message") is { Length: > 0 } message ? message : Words.Of("算法没有给出原因", "the algorithm does not say why");
            return null;
        }

        var values = frame.Member("data").Member("session").Member("values");
        if (values.ValueKind != JsonValueKind.Array)
        {
            problem = Words.Of("应答缺少 data.session.values", "the answer has no data.session.values");
            return null;
        }

        var read = new List<SessionValue>();
        foreach (var value in values.EnumerateArray())
        {
            if (value.Text("key") is not { } key || value.Text("type") is not { } type || value.Member("value") is not { ValueKind: not JsonValueKind.Undefined } json)
            {
                problem = Words.Of($"第 {read.Count + 1} 个值没有 key、type 和 value", $"value {read.Count + 1} lacks key, type or value");
                return null;
            }

            read.Add(new(key, type, json));
        }

        return read;
    }
}

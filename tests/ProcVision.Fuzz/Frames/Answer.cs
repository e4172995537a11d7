using System.Text.Json;

namespace ProcVision.Fuzz.Frames;

/// <summary>A frame that the algorithm has sent, as far as it is held against the model.</summary>
/// <param name="Type"><c>pong</c>, <c>error</c>, <c>result</c>, …</param>
/// <param name="RequestId">As it stands in the frame.</param>
/// <param name="Code"><c>error_code</c>, or <c>OK</c> where the status is OK.</param>
/// <param name="Phase"><c>data.phase</c>; empty without one.</param>
/// <param name="Step"><c>data.step_index</c>; -1 without one.</param>
/// <param name="Message">For people.</param>
internal sealed record Answer(string Type, string RequestId, string Code, string Phase, long Step, string Message)
{
    /// <summary>Reads a body; throws when it is not strict JSON, has a key twice, or lacks what every such frame has.</summary>
    internal static Answer Read(ReadOnlyMemory<byte> body)
    {
        using var document = StrictJson.Parse(body) ?? throw new FormatException("The algorithm sent something that is not JSON.");
        var top = document.RootElement;
        var data = top.TryGetProperty("data", out var given) ? given : default;
        RequireDistinctKeys(top);
        var status = top.TryGetProperty("status", out var text) ? text.GetString() : "OK";
        var code = top.TryGetProperty("error_code", out var error) ? error.GetString()! : "OK";
        if (status != (code == "OK" ? "OK" : "ERROR"))
        {
            throw new FormatException($"The algorithm sent the status {status} with the code {code}.");
        }

        return new Answer(
            top.GetProperty("type").GetString()!,
            top.TryGetProperty("request_id", out var id) ? StrictJson.Raw(id) : "",
            code,
            data.ValueKind == JsonValueKind.Object && data.TryGetProperty("phase", out var phase) ? phase.GetString()! : "",
            data.ValueKind == JsonValueKind.Object && data.TryGetProperty("step_index", out var step) ? step.GetInt64() : -1,
            top.TryGetProperty("message", out var message) ? message.GetString()! : "");
    }

    private static void RequireDistinctKeys(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var keys = new HashSet<string>();
        foreach (var member in value.EnumerateObject())
        {
            if (!keys.Add(member.Name))
            {
                throw new FormatException($"The algorithm sent the key {member.Name} twice.");
            }

            RequireDistinctKeys(member.Value);
        }
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>
/// Puts the steps of an info into a manifest, so that there is one reader of parameters. A step may be called <c>index</c> and <c>name</c>, or
/// <c>step_number</c> and <c>step_name</c> as in the platform's user interface (conformance 519).
/// </summary>
internal static class InfoSteps
{
    /// <summary>A manifest with these steps and nothing else in it that a finding could be about.</summary>
    public static string AsManifest(JsonElement steps)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, RunnerFrames.Options))
        {
            json.WriteStartObject();
            json.WriteString("name", "info");
            json.WriteString("version", "1.0.0");
            json.WriteString("description", "info");
            json.WriteString("entry_point", "info:Info");
            json.WriteStartArray("supported_pids");
            json.WriteStringValue("info");
            json.WriteEndArray();
            json.WritePropertyName("steps");
            if (steps.ValueKind == JsonValueKind.Array)
                WriteSteps(json, steps);
            else if (steps.ValueKind == JsonValueKind.Undefined)
                json.WriteNullValue();
            else
                steps.WriteTo(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteSteps(Utf8JsonWriter json, JsonElement steps)
    {
        json.WriteStartArray();
        foreach (var step in steps.EnumerateArray())
        {
            if (step.ValueKind == JsonValueKind.Object)
                WriteStep(json, step);
            else
                step.WriteTo(json);
        }

        json.WriteEndArray();
    }

    private static void WriteStep(Utf8JsonWriter json, JsonElement step)
    {
        json.WriteStartObject();
        var index = First(step, "index", "step_number");
        // On the wire 0 is 1 (conformance 300, C2); two steps that become one are found by the reader.
        if (index.Number() == 0)
            json.WriteNumber("index", 1);
        else
            Write(json, "index", index);
        var name = First(step, "name", "step_name");
        // For people only: an unnamed step is no reason not to check its parameters.
        json.WriteString("name", name is { ValueKind: JsonValueKind.String } && name.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : $"步骤 {index}");
        foreach (string member in (string[])["id", "description", "operation_guide"])
        {
            if (step.Text(member) is { } written)
                json.WriteString(member, written);
        }

        Write(json, "params", step.Member("params"));
        json.WriteEndObject();
    }

    private static JsonElement First(JsonElement step, string member, string other) =>
        step.Member(member) is { ValueKind: not (JsonValueKind.Undefined or JsonValueKind.Null) } value ? value : step.Member(other);

    private static void Write(Utf8JsonWriter json, string member, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            return;
        json.WritePropertyName(member);
        value.WriteTo(json);
    }
}

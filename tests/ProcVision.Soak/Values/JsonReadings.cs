using System.Text.Json;

namespace ProcVision.Soak.Values;

/// <summary>The experiment's own opinion of what a value looks like in JSON; none of the product's code.</summary>
internal static class JsonReadings
{
    internal static bool Boolean(JsonElement json, Edition edition, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return json.ValueKind is JsonValueKind.True or JsonValueKind.False;
    }

    internal static bool Byte(JsonElement json, Edition edition, out byte value)
    {
        value = 0;
        return IsNumber(json) && json.TryGetByte(out value);
    }

    internal static bool Int16(JsonElement json, Edition edition, out short value)
    {
        value = 0;
        return IsNumber(json) && json.TryGetInt16(out value);
    }

    internal static bool Int32(JsonElement json, Edition edition, out int value)
    {
        value = 0;
        return IsNumber(json) && json.TryGetInt32(out value);
    }

    internal static bool Int64(JsonElement json, Edition edition, out long value)
    {
        value = 0;
        return IsNumber(json) && json.TryGetInt64(out value);
    }

    internal static bool Double(JsonElement json, Edition edition, out double value)
    {
        value = 0;
        return IsNumber(json) && json.TryGetDouble(out value);
    }

    internal static bool Decimal(JsonElement json, Edition edition, out decimal value)
    {
        value = 0;
        return IsNumber(json) && json.TryGetDecimal(out value);
    }

    internal static bool Guid(JsonElement json, Edition edition, out Guid value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.String && json.TryGetGuid(out value);
    }

    internal static bool Time(JsonElement json, Edition edition, out DateTimeOffset value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.String && json.TryGetDateTimeOffset(out value);
    }

    internal static bool Rect(JsonElement json, Edition edition, out Rect value)
    {
        value = default;
        if (!Has(json, "x", (int)edition.Number))
        {
            return false;
        }

        value = new((int)edition.Number, Int(json, "y"), Int(json, "width"), Int(json, "height"));
        return true;
    }

    internal static bool Pose(JsonElement json, Edition edition, out Pose value)
    {
        value = default;
        if (!Has(json, "Number", edition.Number) || !json.TryGetProperty("A", out _))
        {
            return false;
        }

        value = new(edition.Number, json.GetProperty("A").GetUInt64(), json.GetProperty("B").GetUInt64(), json.GetProperty("C").GetUInt64());
        return true;
    }

    internal static bool Template(JsonElement json, Edition edition, out Template value)
    {
        value = null!;
        if (!Has(json, "Number", edition.Number) || !json.TryGetProperty("Name", out var name))
        {
            return false;
        }

        var at = json.GetProperty("At");
        value = new(
            edition.Number,
            name.GetString()!,
            Enum.Parse<Grade>(json.GetProperty("Grade").GetString()!),
            at.ValueKind != JsonValueKind.Null && Pose(at, edition, out var pose) ? pose : null,
            [.. json.GetProperty("Points").EnumerateArray().Select(static point => point.GetInt32())],
            json.GetProperty("Weights").EnumerateObject().ToDictionary(static weight => weight.Name, static weight => weight.Value.GetDouble()));
        return true;
    }

    private static bool IsNumber(JsonElement json) => json.ValueKind == JsonValueKind.Number;

    private static bool Has(JsonElement json, string name, long number) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) && member.TryGetInt64(out var found) && found == number;

    private static int Int(JsonElement json, string name) => json.GetProperty(name).GetInt32();
}

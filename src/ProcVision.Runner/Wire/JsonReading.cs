using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>Reads JSON of algorithms that may hold anything anywhere: a value of another kind is treated as absent.</summary>
internal static class JsonReading
{
    /// <summary>The member as text; null when there is none or it is no string.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    /// <summary>The member; an undefined element when there is none, or this is no object.</summary>
    public static JsonElement Member(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : default;

    /// <summary>The elements of a list; none when this is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];

    /// <summary>The member as a number; null when there is none or it does not fit.</summary>
    public static double? Number(this JsonElement json, string name) => json.Member(name).Number();

    /// <summary>The number; null when this is none or it does not fit.</summary>
    public static double? Number(this JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out double value) && double.IsFinite(value) ? value : null;

    /// <summary>Whether every name and text in it is Unicode: <c>"\ud800"</c> is JSON, but no text.</summary>
    public static bool IsReadable(this JsonElement json)
    {
        try
        {
            return json.ValueKind switch
            {
                JsonValueKind.String => json.GetString() is not null,
                JsonValueKind.Array => json.EnumerateArray().All(IsReadable),
                JsonValueKind.Object => json.EnumerateObject().All(static member => member.Name is not null && member.Value.IsReadable()),
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

using System.Text.Json;

namespace ProcVision.Fuzz.Frames;

/// <summary>What a <c>guide_info</c> may be: a list of texts and of <c>{label, posList: [{x, y, width, height}]}</c> (docs/protocol.md).</summary>
internal static class GuideModel
{
    private static readonly string[] Sides = ["x", "y", "width", "height"];

    internal static bool IsRight(JsonElement info) => IsListOf(info, IsRegion);

    private static bool IsRegion(JsonElement region)
    {
        if (region.ValueKind != JsonValueKind.Object)
        {
            return region.ValueKind == JsonValueKind.String;
        }

        return region.EnumerateObject().Count(member => member.Name == "label") <= 1
            && region.EnumerateObject().Count(member => member.Name == "posList") <= 1
            && (!region.TryGetProperty("label", out var label) || label.ValueKind is JsonValueKind.String or JsonValueKind.Null)
            && (!region.TryGetProperty("posList", out var places) || IsListOf(places, IsPlace));
    }

    private static bool IsPlace(JsonElement place) => place.ValueKind == JsonValueKind.Object && Sides.All(side =>
        place.EnumerateObject().Count(member => member.Name == side) == 1
        && place.GetProperty(side) is { ValueKind: JsonValueKind.Number } number
        && Math.Round(double.Parse(number.GetRawText(), null), MidpointRounding.AwayFromZero) is >= int.MinValue and <= int.MaxValue);

    private static bool IsListOf(JsonElement list, Func<JsonElement, bool> isRight) => list.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => true,
        JsonValueKind.Array => list.EnumerateArray().All(isRight),
        _ => false,
    };
}

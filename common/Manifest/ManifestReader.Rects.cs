using System.Globalization;
using ProcVision.Json;

namespace ProcVision.Manifests;

internal sealed partial class ManifestReader
{
    private static readonly string[] RectSides = ["x", "y", "width", "height"];

    private RectParam ReadRect(ManifestFields fields, string key)
    {
        ManifestRect? rect = null;
        if (fields.Any("default") is { } node)
        {
            rect = ToRect(node);
            if (rect is null)
                AddBadDefault(node, key, "is not a rectangle of whole pixels with an area", "\"x,y,width,height\", for example \"0,0,640,480\"");
        }

        return new() { Key = key, Default = rect };
    }

    /// <summary>Both forms that are about: a text and an object (C11).</summary>
    private static ManifestRect? ToRect(JsonNode node)
    {
        int?[] sides = node switch
        {
            JsonStringNode text => text.Value.Split(',').Select(Pixels).ToArray(),
            JsonObjectNode rect => RectSides.Select(name => rect.Find(name)?.Value is { } side ? Length(side) : null).ToArray(),
            _ => [],
        };
        return sides is [{ } x, { } y, { } width and > 0, { } height and > 0] ? new(x, y, width, height) : null;
    }

    private static int? Pixels(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int pixels) ? pixels : null;
}

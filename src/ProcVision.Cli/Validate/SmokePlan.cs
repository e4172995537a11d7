using System.Text.Json;
using ProcVision.Manifests;

namespace ProcVision.Cli;

/// <summary>
/// One detection to try: all steps of a product with their defaults, but for at most one parameter, which is at a limit that the manifest allows (conformance 445).
/// </summary>
/// <param name="Pid">The product.</param>
/// <param name="Variant">For people, for example <c>threshold=0.9</c>; empty for the defaults.</param>
/// <param name="Parameters">What differs from the defaults, as <c>--params</c> takes it.</param>
internal sealed record SmokePlan(string Pid, string Variant, JsonElement Parameters)
{
    private static readonly JsonElement Nothing = JsonElement.Parse("{}");

    /// <param name="manifest">What it may be called with.</param>
    /// <param name="width">Of the picture, in pixels.</param>
    /// <param name="height">Of the picture, in pixels.</param>
    /// <param name="full">Whether rectangles at the corners are tried as well.</param>
    public static IEnumerable<SmokePlan> All(ManifestModel manifest, int width, int height, bool full)
    {
        foreach (string pid in manifest.Pids)
        {
            yield return new(pid, "", Nothing);
            foreach (var param in manifest.Steps.SelectMany(static step => step.Params).DistinctBy(static param => param.Key))
            {
                foreach (var value in Limits(param, width, height, full).DistinctBy(static value => value.GetRawText()))
                    yield return new(pid, $"{param.Key}={Shortened(value.GetRawText())}", Object(param.Key, value));
            }
        }
    }

    private static IEnumerable<JsonElement> Limits(ManifestParam param, int width, int height, bool full) => param switch
    {
        IntParam number => new[] { number.Min, number.Max }.OfType<long>().Select(static value => JsonElement.Parse(value.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        FloatParam number => new[] { number.Min, number.Max }.OfType<double>().Select(static value => JsonElement.Parse(value.ToString("R", System.Globalization.CultureInfo.InvariantCulture))),
        BoolParam => [JsonElement.Parse("false"), JsonElement.Parse("true")],
        EnumParam choice => choice.Choices.Select(Text),
        // With a pattern nothing is known to fit but the default.
        StringParam { Pattern: null } text => new[] { text.MinLength, text.MaxLength }.OfType<int>().Select(static length => Text(new string('a', Math.Min(length, 1000)))),
        RectParam when full => [Text("0,0,1,1"), Text($"{width - 1},{height - 1},1,1")],
        _ => [],
    };

    private static JsonElement Text(string value) => JsonElement.Parse(JsonSerializer.Serialize(value, ToolJson.Relaxed.String));

    private static JsonElement Object(string key, JsonElement value) =>
        JsonElement.Parse($"{{{JsonSerializer.Serialize(key, ToolJson.Relaxed.String)}:{value.GetRawText()}}}");

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40] + "…";
}

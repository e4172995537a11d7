using System.Text.Json;
using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A parameter as the algorithm had it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">For people; empty when there is none.</param>
/// <param name="Unit">Null when the manifest names none.</param>
/// <param name="Origin">Where the value comes from.</param>
/// <param name="Description">Null when the manifest has none.</param>
internal sealed record UsedParameter(string Key, string Value, string? Unit, ParameterOrigin Origin, string? Description)
{
    public static UsedParameter Of(ManifestParam param, DetectionStep step, JsonElement given)
    {
        bool isSent = step.Parameters.TryGetValue(param.Key, out var sent);
        var origin = given.Member(param.Key).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) ? ParameterOrigin.Given
            : param.HasDefault ? ParameterOrigin.Default
            : isSent ? ParameterOrigin.WholePicture
            : ParameterOrigin.Absent;
        return new(param.Key, Text(param, isSent ? sent : ParameterDefault.Of(param)), param.Unit, origin, param.Description);
    }

    private static string Text(ManifestParam param, JsonElement value) =>
        param is RectParam && RectReading.Place(value) is { Place: { } place } ? place.ToString() : JsonText.Of(value);
}

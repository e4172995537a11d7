using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using ProcVision.CompilerServices;
using ProcVision.Manifests;

namespace ProcVision.Runner;

/// <summary>
/// Checks one value against its parameter in the manifest before any call is made (C13), with the reader the algorithm itself uses: both
/// sides accept the same values and say the same about the others (1006).
/// </summary>
internal static class ParameterCheck
{
    /// <summary>As in the algorithm: a pattern that needs longer refuses the value.</summary>
    private static readonly TimeSpan PatternPatience = TimeSpan.FromMilliseconds(500);

    /// <summary>What is wrong with the value; null when nothing is.</summary>
    public static string? Problem(ManifestParam param, JsonElement value)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(param.Key);
            value.WriteTo(writer);
            writer.WriteEndObject();
        }

        var reader = new ParamReader(json.WrittenSpan);
        while (reader.Next())
            Read(ref reader, param);
        return reader.Problem;
    }

    private static void Read(ref ParamReader reader, ManifestParam param)
    {
        switch (param)
        {
            case IntParam number:
                reader.Int(number.Min ?? long.MinValue, number.Max ?? long.MaxValue, number.Clamp, number.Unit);
                break;
            case FloatParam number:
                reader.Float(number.Min ?? double.MinValue, number.Max ?? double.MaxValue, number.Clamp, number.Unit);
                break;
            case BoolParam:
                reader.Bool();
                break;
            case StringParam text:
                reader.Text(text.MinLength ?? 1, text.MaxLength ?? 1000, Pattern(text));
                break;
            case EnumParam choice:
                reader.Choice(choice.Choices.ToArray());
                break;
            default:
                reader.Rect();
                break;
        }
    }

    private static Regex? Pattern(StringParam text) =>
        text.Pattern is null ? null : new(text.Pattern, RegexOptions.CultureInvariant, PatternPatience);
}

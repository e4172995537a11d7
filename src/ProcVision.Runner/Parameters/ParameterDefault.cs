using System.Buffers;
using System.Text.Json;
using ProcVision.Manifests;

namespace ProcVision.Runner;

/// <summary>The default of a parameter in the manifest, as a call would carry it.</summary>
internal static class ParameterDefault
{
    /// <summary>The default; an undefined element when there is none.</summary>
    public static JsonElement Of(ManifestParam param) => param.HasDefault ? Json(json => WriteDefault(json, param)) : default;

    /// <summary>A rectangle, as a parameter.</summary>
    public static JsonElement Of(Rect rect) => Json(json => WriteRect(json, rect));

    private static void WriteDefault(Utf8JsonWriter json, ManifestParam param)
    {
        switch (param)
        {
            case IntParam { Default: { } number }:
                json.WriteNumberValue(number);
                break;
            case FloatParam { Default: { } number }:
                json.WriteNumberValue(number);
                break;
            case BoolParam { Default: { } flag }:
                json.WriteBooleanValue(flag);
                break;
            case RectParam { Default: { } rect }:
                WriteRect(json, new(rect.X, rect.Y, rect.Width, rect.Height));
                break;
            default:
                json.WriteStringValue((param as EnumParam)?.Default ?? (param as StringParam)?.Default);
                break;
        }
    }

    private static void WriteRect(Utf8JsonWriter json, Rect rect)
    {
        json.WriteStartObject();
        json.WriteNumber("x", rect.X);
        json.WriteNumber("y", rect.Y);
        json.WriteNumber("width", rect.Width);
        json.WriteNumber("height", rect.Height);
        json.WriteEndObject();
    }

    private static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            write(json);
        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}

using System.Text;

namespace ProcVision.Protocol;

/// <summary>The meaning of <c>image_meta</c> (conformance 192, 228, 229). Its sizes are judged later, with the picture (DESIGN §3).</summary>
internal static class ImageMetaFields
{
    /// <summary>Reads <c>image_meta</c>, whose members the one pass has noted; gives what is wrong, or null and the meta.</summary>
    internal static string? Read(
        ReadOnlySpan<byte> body,
        in MessageFields fields,
        TextScratch scratch,
        TextCache cameras,
        out ImageMeta meta) => Fault(body, in fields, scratch, cameras, out meta) is { } fault ? "image_meta" + fault : null;

    /// <summary>Reads a meta of another name, which the pass has noted as one value: the calls of the execute-only profile have two.</summary>
    internal static string? Read(
        ReadOnlySpan<byte> body,
        JsonToken token,
        string name,
        TextScratch scratch,
        TextCache cameras,
        out ImageMeta meta)
    {
        meta = default;
        var json = token.Raw(body);
        var fields = default(MessageFields);
        fields[(int)MessageField.ImageMeta] = token with { Start = 0 };
        if (token.Kind == JsonKind.Object)
        {
            var scanner = JsonScanner.OverUtf8(json);
            _ = scanner.EnterObject();
            while (scanner.NextMember(out var key))
            {
                var field = MessageKeys.FindInImageMeta(scratch.Text(json, key));
                var value = scanner.Value();
                if (field == MessageField.Other)
                {
                    continue;
                }

                if (fields[(int)field].Kind != JsonKind.None)
                {
                    return $"{name}.{JsonText.ToText(key.Inner(json), key.IsEscaped)} 重复";
                }

                fields[(int)field] = value;
            }
        }

        return Fault(json, in fields, scratch, cameras, out meta) is { } fault ? name + fault : null;
    }

    /// <summary>What is wrong, to be put after the meta's name.</summary>
    private static string? Fault(
        ReadOnlySpan<byte> body,
        in MessageFields fields,
        TextScratch scratch,
        TextCache cameras,
        out ImageMeta meta)
    {
        meta = default;
        var token = fields[(int)MessageField.ImageMeta];
        switch (token.Kind)
        {
            case JsonKind.None or JsonKind.Null:
                return "缺少必需字段: width, height, timestamp_ms, camera_id";
            case JsonKind.Object:
                break;
            default:
                return $" 应为对象: {JsonText.Shorten(token.Raw(body))}";
        }

        if (Missing(in fields) is { } missing)
        {
            return missing;
        }

        if (!TryInteger(body, fields[(int)MessageField.ImageWidth], "width", int.MinValue, int.MaxValue, out var width, out var problem)
            || !TryInteger(body, fields[(int)MessageField.ImageHeight], "height", int.MinValue, int.MaxValue, out var height, out problem)
            || !TryInteger(body, fields[(int)MessageField.ImageTimestamp], "timestamp_ms", long.MinValue, long.MaxValue, out var time, out problem))
        {
            return problem;
        }

        var camera = fields[(int)MessageField.ImageCamera];
        if (camera.Kind != JsonKind.String)
        {
            return $".camera_id 应为字符串: {JsonText.Shorten(camera.Raw(body))}";
        }

        var colorSpace = fields[(int)MessageField.ImageColorSpace];
        if (!TryColorSpace(body, colorSpace, scratch, out var isBgr))
        {
            return $".color_space 应为 RGB 或 BGR: {JsonText.Shorten(colorSpace.Raw(body))}";
        }

        meta = new((int)width, (int)height, time, cameras.Get(scratch.Text(body, camera)), isBgr);
        return null;
    }

    private static string? Missing(in MessageFields fields)
    {
        StringBuilder? names = null;
        Add(fields[(int)MessageField.ImageWidth], "width", ref names);
        Add(fields[(int)MessageField.ImageHeight], "height", ref names);
        Add(fields[(int)MessageField.ImageTimestamp], "timestamp_ms", ref names);
        Add(fields[(int)MessageField.ImageCamera], "camera_id", ref names);
        return names?.ToString();

        static void Add(JsonToken token, string name, ref StringBuilder? names)
        {
            if (token.Kind is JsonKind.None or JsonKind.Null)
            {
                names = names is null ? new StringBuilder("缺少必需字段: ").Append(name) : names.Append(", ").Append(name);
            }
        }
    }

    private static bool TryInteger(ReadOnlySpan<byte> body, JsonToken token, string name, long min, long max, out long value, out string? problem)
    {
        value = 0;
        if (token.Kind == JsonKind.Number
            && JsonNumber.ToInt64(token.Raw(body), out value) == JsonInteger.Exact
            && value >= min && value <= max)
        {
            problem = null;
            return true;
        }

        problem = $".{name} 应为整数: {JsonText.Shorten(token.Raw(body))}";
        return false;
    }

    private static bool TryColorSpace(ReadOnlySpan<byte> body, JsonToken token, TextScratch scratch, out bool isBgr)
    {
        isBgr = false;
        if (token.Kind is JsonKind.None or JsonKind.Null)
        {
            return true;
        }

        if (token.Kind != JsonKind.String)
        {
            return false;
        }

        var text = scratch.Text(body, token);
        isBgr = text.SequenceEqual("BGR"u8);
        return isBgr || text.SequenceEqual("RGB"u8);
    }
}

using System.Text.Json;

namespace ProcVision;

/// <summary>An object of the JSON with which a region describes itself: every member that is asked for must be there, no other may.</summary>
internal readonly struct SchemaObject
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8, AllowDuplicateProperties = false };

    private readonly JsonElement _element;
    private readonly string _path;

    private SchemaObject(JsonElement element, string path)
    {
        (_element, _path) = (element, path);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new RegionFault($"{path} 应为对象，实际是 {element.ValueKind}");
        }
    }

    /// <summary>Reads a description; nothing of the result outlives it.</summary>
    /// <param name="json">A copy.</param>
    /// <param name="read">What to make of it.</param>
    /// <exception cref="RegionFault">It is not such JSON.</exception>
    internal static T Read<T>(ReadOnlyMemory<byte> json, Func<SchemaObject, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return read(new SchemaObject(document.RootElement, "描述"));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is a text that is not Unicode.
            throw new RegionFault($"描述不是有效的 JSON: {e.Message}");
        }
    }

    /// <exception cref="RegionFault">There are members of other names.</exception>
    internal void RequireOnly(params ReadOnlySpan<string> names)
    {
        foreach (var member in _element.EnumerateObject())
        {
            if (!names.Contains(member.Name))
            {
                throw new RegionFault($"{_path} 有未知成员 '{member.Name}'");
            }
        }
    }

    internal bool Has(string name) => _element.TryGetProperty(name, out _);

    internal string Text(string name) => Member(name, JsonValueKind.String).GetString()!;

    /// <summary>A number from 0 to the size of the largest region.</summary>
    internal int Number(string name) => Member(name, JsonValueKind.Number).TryGetInt32(out var number) && number is >= 0 and <= RegionFormat.LargestSize
        ? number
        : throw new RegionFault($"{_path}.{name} 超出范围");

    internal bool IsTrue(string name) => Has(name) && Member(name, JsonValueKind.True).GetBoolean();

    /// <summary>A list of objects.</summary>
    internal SchemaObject[] Objects(string name) =>
        [.. Member(name, JsonValueKind.Array).EnumerateArray().Select(Element(name))];

    /// <summary>A list of pairs of a name and a number.</summary>
    internal List<KeyValuePair<long, string>> Names(string name)
    {
        var path = $"{_path}.{name}";
        var names = new List<KeyValuePair<long, string>>();
        foreach (var pair in Member(name, JsonValueKind.Array).EnumerateArray())
        {
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2
                || pair[0].ValueKind != JsonValueKind.String || pair[1].ValueKind != JsonValueKind.Number || !pair[1].TryGetInt64(out var value))
            {
                throw new RegionFault($"{path} 应为 [名称, 整数] 的列表");
            }

            names.Add(new(value, pair[0].GetString()!));
        }

        return names;
    }

    private Func<JsonElement, int, SchemaObject> Element(string name)
    {
        var path = _path;
        return (element, i) => new SchemaObject(element, $"{path}.{name}[{i}]");
    }

    private JsonElement Member(string name, JsonValueKind kind) => !_element.TryGetProperty(name, out var member) ? throw new RegionFault($"{_path} 缺少 {name}")
        : member.ValueKind == kind ? member
        : throw new RegionFault($"{_path}.{name} 应为 {kind}，实际是 {member.ValueKind}");
}

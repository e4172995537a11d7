using System.Text.Json;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>The types of a schema: each once, and only after those it is made of.</summary>
internal sealed class RegionTypeTable
{
    private readonly List<SessionType> _types = [];
    private readonly Dictionary<SessionType, int> _indexes = [];

    /// <summary>The index of a type.</summary>
    internal int Add(SessionType type)
    {
        if (_indexes.TryGetValue(type, out var known))
        {
            return known;
        }

        if (type.Of is { } inner)
        {
            _ = Add(inner);
        }

        foreach (var member in type.Members)
        {
            _ = Add(member.Type);
        }

        var index = _types.Count;
        _types.Add(type);
        _indexes.Add(type, index);
        return index;
    }

    /// <summary>Writes the array <c>types</c>.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartArray("types"u8);
        foreach (var type in _types)
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, type.Form == SessionTypeForm.BuiltIn ? NameOf(type.Kind) : JsonNamingPolicy.CamelCase.ConvertName(type.Form.ToString()));
            WriteRest(json, type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A built-in kind as a schema names it, as <c>uInt16</c>.</summary>
    internal static string NameOf(SessionKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private void WriteRest(Utf8JsonWriter json, SessionType type)
    {
        if (type.Form is SessionTypeForm.Enum or SessionTypeForm.Struct or SessionTypeForm.Array or SessionTypeForm.Json)
        {
            json.WriteString("name"u8, type.Name);
        }

        if (type.Form is SessionTypeForm.Struct)
        {
            json.WriteNumber("size"u8, type.Size);
            WriteMembers(json, type);
        }

        if (type.Of is { } inner)
        {
            json.WriteNumber("of"u8, _indexes[inner]);
        }

        if (type.Form is SessionTypeForm.Nullable)
        {
            json.WriteNumber("size"u8, type.Size);
        }

        if (type.Form is SessionTypeForm.Enum)
        {
            WriteNames(json, type);
        }

        if (type.IsFlags)
        {
            json.WriteBoolean("flags"u8, true);
        }
    }

    private void WriteMembers(Utf8JsonWriter json, SessionType type)
    {
        json.WriteStartArray("members"u8);
        foreach (var member in type.Members)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, member.Name);
            json.WriteNumber("offset"u8, member.Offset);
            json.WriteNumber("type"u8, _indexes[member.Type]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNames(Utf8JsonWriter json, SessionType type)
    {
        json.WriteStartArray("names"u8);
        foreach (var name in type.Names)
        {
            json.WriteStartArray();
            json.WriteStringValue(name.Name);
            json.WriteNumberValue(name.Value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }
}

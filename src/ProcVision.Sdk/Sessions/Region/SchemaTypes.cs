using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ProcVision;

/// <summary>
/// Tells which types of two schemas are the same: each gets a number by what it says of itself and by the numbers of the types it is made of, so
/// that indexes, which differ from schema to schema, do not count. Only for schemas that were read as such before: none of their types contains itself.
/// </summary>
internal sealed class SchemaTypes
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The number of each slot's form and type, by key.</summary>
    internal Dictionary<string, (string Form, int Type)> Of(ReadOnlyMemory<byte> schema)
    {
        using var document = JsonDocument.Parse(schema);
        var types = document.RootElement.GetProperty("types"u8);
        var known = new int?[types.GetArrayLength()];
        var slots = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        foreach (var slot in document.RootElement.GetProperty("slots"u8).EnumerateArray())
        {
            var type = NumberOf(slot.GetProperty("value"u8).GetInt32(), types, known);
            slots.Add(slot.GetProperty("key"u8).GetString()!, (slot.GetProperty("form"u8).GetString()!, type));
        }

        return slots;
    }

    private int NumberOf(int index, JsonElement types, int?[] known)
    {
        if (known[index] is { } number)
        {
            return number;
        }

        var text = new StringBuilder();
        foreach (var property in types[index].EnumerateObject())
        {
            _ = text.Append(property.Name).Append(':');
            if (property.NameEquals("of"u8))
            {
                Append(text, NumberOf(property.Value.GetInt32(), types, known));
            }
            else if (property.NameEquals("members"u8))
            {
                AppendMembers(text, property.Value, types, known);
            }
            else
            {
                _ = text.Append(property.Value.GetRawText());
            }

            _ = text.Append(',');
        }

        var own = text.ToString();
        if (!_numbers.TryGetValue(own, out var found))
        {
            found = _numbers.Count;
            _numbers.Add(own, found);
        }

        known[index] = found;
        return found;
    }

    private void AppendMembers(StringBuilder text, JsonElement members, JsonElement types, int?[] known)
    {
        foreach (var member in members.EnumerateArray())
        {
            _ = text.Append(member.GetProperty("name"u8).GetRawText()).Append('@').Append(member.GetProperty("offset"u8).GetRawText()).Append('=');
            Append(text, NumberOf(member.GetProperty("type"u8).GetInt32(), types, known));
            _ = text.Append(';');
        }
    }

    private static void Append(StringBuilder text, int number) => text.Append(number.ToString(CultureInfo.InvariantCulture));
}

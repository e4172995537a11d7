using System.Text.Json;

namespace ProcVision;

/// <summary>A struct as it lies in memory, by its members.</summary>
internal sealed class StoredStruct(int size, IReadOnlyList<StoredMember> members) : StoredType
{
    internal override int Size => size;

    internal override void Write(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        json.WriteStartObject();
        foreach (var member in members)
        {
            json.WritePropertyName(member.Name);
            member.Type.Write(json, bytes.Slice(member.Offset, member.Type.Size));
        }

        json.WriteEndObject();
    }
}

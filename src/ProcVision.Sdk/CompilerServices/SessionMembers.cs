using System.ComponentModel;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ProcVision.CompilerServices;

/// <summary>The JSON names of a type's members, in the order in which they are written. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionMembers
{
    private readonly byte[][] _names;
    private readonly byte[][] _tokens;

    /// <summary>Makes the table, once per type.</summary>
    /// <param name="type">The C# name, for messages.</param>
    /// <param name="names">As they stand in JSON, not escaped.</param>
    public SessionMembers(string type, params ReadOnlySpan<string> names)
    {
        Type = type;
        _names = new byte[names.Length][];
        _tokens = new byte[names.Length][];
        for (var i = 0; i < names.Length; i++)
        {
            _names[i] = Encoding.UTF8.GetBytes(names[i]);
            _tokens[i] = [(byte)'"', .. JsonEncodedText.Encode(names[i], JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes, (byte)'"', (byte)':'];
        }
    }

    /// <summary>The indices of members that may be missing when read: those that <c>[JsonIgnore]</c> leaves out on a condition.</summary>
    public IReadOnlyList<int> Optional { get; init; } = [];

    /// <summary>The C# name of the type, for messages.</summary>
    internal string Type { get; }

    internal int Count => _names.Length;

    internal ReadOnlySpan<byte> Name(int index) => _names[index];

    /// <summary>The name as it is written: escaped, in quotes, with its colon.</summary>
    internal ReadOnlySpan<byte> Token(int index) => _tokens[index];

    /// <summary>The member that the reader's property name is, or −1. Written in order, it is the one after the last.</summary>
    internal int Find(ref Utf8JsonReader json, int likely)
    {
        var plain = !json.ValueIsEscaped;
        if (plain && (uint)likely < (uint)_names.Length && json.ValueSpan.SequenceEqual(_names[likely]))
        {
            return likely;
        }

        for (var i = 0; i < _names.Length; i++)
        {
            if (plain ? json.ValueSpan.SequenceEqual(_names[i]) : json.ValueTextEquals(_names[i]))
            {
                return i;
            }
        }

        return -1;
    }
}

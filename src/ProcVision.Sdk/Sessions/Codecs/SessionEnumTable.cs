using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>The names of an enum and their values, in the order in which System.Text.Json looks for them.</summary>
internal sealed class SessionEnumTable
{
    private readonly Entry[] _entries;
    private readonly Entry[] _flags;

    internal SessionEnumTable(SessionType type)
    {
        // Enum.GetNames: by the bits as an unsigned number, and as declared where two names have one value.
        _entries = [.. type.Names.Select(n => new Entry((ulong)n.Value, n.Name)).OrderBy(e => e.Bits)];

        // Several flags with a name of their own are found before each of them.
        _flags = type.IsFlags ? [.. _entries.Where(e => e.Bits != 0).OrderByDescending(e => BitOperations.PopCount(e.Bits))] : [];
    }

    private static ReadOnlySpan<byte> Separator => ", "u8;

    /// <summary>Writes a value's name or names; false when it has none and is written as a number.</summary>
    internal bool TryWrite(SessionJsonWriter json, ulong bits)
    {
        foreach (var entry in _entries)
        {
            if (entry.Bits == bits)
            {
                entry.Encoded.CopyTo(json.Plain(entry.Encoded.Length));
                return true;
            }
        }

        return bits != 0 && TryWriteFlags(json, bits);
    }

    /// <summary>The value of a name, or of several with commas between them where flags allow it.</summary>
    internal bool TryRead(ReadOnlySpan<byte> text, out ulong bits)
    {
        bits = 0;
        while (_flags.Length > 0 && text.IndexOf(Separator) is >= 0 and var at)
        {
            if (!TryFind(text[..at], out var one))
            {
                return false;
            }

            bits |= one;
            text = text[(at + Separator.Length)..];
        }

        var found = TryFind(text, out var last);
        bits |= last;
        return found;
    }

    private bool TryFind(ReadOnlySpan<byte> name, out ulong bits)
    {
        foreach (var entry in _entries)
        {
            if (name.SequenceEqual(entry.Name))
            {
                bits = entry.Bits;
                return true;
            }
        }

        bits = 0;
        return false;
    }

    private bool TryWriteFlags(SessionJsonWriter json, ulong bits)
    {
        // Each name takes at least one bit.
        Span<int> chosen = stackalloc int[64];
        var count = 0;
        var length = 0;
        for (var i = 0; i < _flags.Length && bits != 0; i++)
        {
            var entry = _flags[i];
            if ((bits & entry.Bits) == entry.Bits)
            {
                bits &= ~entry.Bits;
                length += entry.Encoded.Length + (count == 0 ? 0 : Separator.Length);
                chosen[count++] = i;
            }
        }

        if (bits != 0)
        {
            return false;
        }

        var to = json.Plain(length);
        foreach (var i in chosen[..count])
        {
            var name = _flags[i].Encoded;
            name.CopyTo(to);
            to = to[name.Length..];
            if (to.Length > 0)
            {
                Separator.CopyTo(to);
                to = to[Separator.Length..];
            }
        }

        return true;
    }

    private readonly struct Entry(ulong bits, string name)
    {
        internal readonly ulong Bits = bits;
        internal readonly byte[] Name = Encoding.UTF8.GetBytes(name);
        internal readonly byte[] Encoded = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.ToArray();
    }
}

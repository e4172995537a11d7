using System.Numerics;
using System.Text.Json;

namespace ProcVision;

/// <summary>An enum by its names; a value that has none is its number, as System.Text.Json has it.</summary>
internal sealed class StoredEnum : StoredType
{
    private readonly SessionKind _of;
    private readonly bool _isFlags;
    private readonly Dictionary<long, string> _names = [];

    /// <summary>What a combination is made of: most bits first, so that a name for several is taken before theirs.</summary>
    private readonly KeyValuePair<long, string>[] _parts;

    /// <param name="of">An integer.</param>
    /// <param name="names">The first one of a value counts. Values are signed, also of a ulong.</param>
    /// <param name="isFlags">Whether values are combined.</param>
    internal StoredEnum(SessionKind of, IEnumerable<KeyValuePair<long, string>> names, bool isFlags)
    {
        _of = of;
        _isFlags = isFlags;
        foreach (var (value, name) in names)
        {
            _ = _names.TryAdd(value, name);
        }

        _parts = [.. _names.Where(pair => pair.Key != 0).OrderByDescending(pair => BitOperations.PopCount((ulong)pair.Key)).ThenBy(pair => (ulong)pair.Key)];
    }

    internal override int Size => SessionBits.SizeOf(_of);

    internal override void Write(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        var value = StoredInteger.Read(_of, bytes);
        if (_names.GetValueOrDefault(value) is { } name)
        {
            json.WriteStringValue(name);
        }
        else if (_isFlags && Combination(value) is { } combined)
        {
            json.WriteStringValue(combined);
        }
        else if (_of == SessionKind.UInt64)
        {
            json.WriteNumberValue((ulong)value);
        }
        else
        {
            json.WriteNumberValue(value);
        }
    }

    /// <summary>The names that together are a value; null when bits are left over.</summary>
    private string? Combination(long value)
    {
        var names = new List<string>();
        var rest = value;
        foreach (var (bits, name) in _parts)
        {
            if ((rest & bits) == bits)
            {
                names.Add(name);
                rest &= ~bits;
            }
        }

        return rest == 0 && value != 0 ? string.Join(", ", names) : null;
    }
}

using System.Text;
using System.Text.Json;

namespace ProcVision.SessionValues.Tests;

/// <summary>Turns valid JSON into JSON that somebody wrote in error or in malice; the seed says how.</summary>
internal sealed class JsonMutation
{
    private static readonly string[] Hostile =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "-1e400", "1e-400", "12345678901234567890123", "0.1234567890123456789012345678901234567890", "256", "65536",
        "4294967296", "1e2", "-0", "\"\"", "\"a\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"Good\"", "\"good\"", "\"Good, Bad\"", "\"10\"", "\"Left, Top\"",
        "\"Left,Top\"", "\"00000000-0000-0000-0000-000000000000\"", "\"2026-05-04\"", "\"2026-05-04T01:02:03Z\"", "\"2026-13-04T01:02:03\"", "\"01:02:03\"", "\"-01:02:03\"",
        "\"1.02:03:04\"", "\"24:00:00\"", "\"1:2\"", "\"1:2:3\"", "\"01:02\"", "\"1:02:03.5\"", "\"5.01:02:03\"", "\" 01:02:03\"", "\"01:02:03 \"",
        "\"\\u0030\\u0031:02:03\"", "\"2026-05-04T01:02\"", "\"2026-05-04T01:02:03.12345678\"", "\"2026-05-04T01:02:03+01:00\"", "\"2026\\u002d05-04\"", "\"TWFu\"", "\"TW!u\"", "[]", "{}", "[[]]", "[null]", "{\"a\":null}", "{\"\":1}", "{\"x\":1,\"y\":2,\"width\":3,\"height\":4}",
        "{\"X\":1,\"Y\":2,\"Angle\":3,\"Grade\":\"Good\"}", "NaN", "Infinity", "\"NaN\"", "//", "tru", "nul", "01", "+1", "1.", ".5", "'a'", "\"\t\"", "\"\\x\"", "\u00e9",
    ];

    private readonly Random _random;
    private readonly byte[] _json;
    private readonly List<Piece> _members = [];
    private readonly List<Piece> _values = [];

    private JsonMutation(byte[] json, int seed)
    {
        _random = new Random(seed);
        _json = json;
        Find();
    }

    /// <summary>One to three mutations of a valid text.</summary>
    internal static byte[] Of(byte[] json, int seed)
    {
        var random = new Random(seed);
        for (var i = random.Next(3); i >= 0; i--)
        {
            try
            {
                json = new JsonMutation(json, random.Next()).Mutate();
            }
            catch (JsonException)
            {
                // What is no JSON any more has no members to mutate.
                return json;
            }
        }

        return json;
    }

    private byte[] Mutate() => _random.Next(14) switch
    {
        0 when _members.Count > 0 => Replace(Any(_members), []),
        1 when _members.Count > 0 => Double(Any(_members)),
        2 when _members.Count > 0 => Insert(Any(_members).Start, "\"unknown\":1,"u8),
        3 when _members.Count > 0 => Rename(Any(_members)),
        4 or 5 or 6 or 7 => Replace(Any(_values), Encoding.UTF8.GetBytes(Hostile[_random.Next(Hostile.Length)])),
        8 => Replace(Any(_values), Slice(Any(_values))),
        9 => Replace(Any(_values), Encoding.UTF8.GetBytes(Nested(_random.Next(1, 200)))),
        10 => _json[.._random.Next(_json.Length + 1)],
        11 => [.. _json, .. Encoding.UTF8.GetBytes(Hostile[_random.Next(Hostile.Length)])],
        12 => OneByte(),
        _ => Insert(_random.Next(_json.Length + 1), " \n\t"u8),
    };

    private string Nested(int depth) => _random.Next(2) == 0
        ? new string('[', depth) + new string(']', depth)
        : string.Concat(Enumerable.Repeat("{\"Next\":", depth)) + "1" + new string('}', depth);

    private byte[] Double(Piece member) => Insert(member.Start, [.. Slice(member), (byte)',']);

    private byte[] Rename(Piece member)
    {
        byte[] changed = [.. _json];
        var at = member.Start + 1;
        changed[at] = changed[at] is (byte)'"' ? (byte)' ' : (byte)(changed[at] ^ 0x20);
        return changed;
    }

    private byte[] OneByte()
    {
        byte[] changed = [.. _json];
        if (changed.Length > 0)
        {
            changed[_random.Next(changed.Length)] = (byte)_random.Next(256);
        }

        return changed;
    }

    private byte[] Replace(Piece piece, byte[] by) => [.. _json.AsSpan(0, piece.Start), .. by, .. _json.AsSpan(piece.End)];

    private byte[] Insert(int at, ReadOnlySpan<byte> text) => [.. _json.AsSpan(0, at), .. text, .. _json.AsSpan(at)];

    private byte[] Slice(Piece piece) => _json[piece.Start..piece.End];

    private Piece Any(List<Piece> pieces) => pieces[_random.Next(pieces.Count)];

    private void Find()
    {
        var json = new Utf8JsonReader(_json, new JsonReaderOptions { MaxDepth = 1000 });
        var open = new Stack<int>();
        var names = new Stack<int>();
        var name = -1;
        while (json.Read())
        {
            switch (json.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = (int)json.TokenStartIndex;
                    continue;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    open.Push((int)json.TokenStartIndex);
                    names.Push(name);
                    name = -1;
                    continue;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    name = names.Pop();
                    Add(open.Pop(), (int)json.BytesConsumed, ref name);
                    break;
                default:
                    Add((int)json.TokenStartIndex, (int)json.BytesConsumed, ref name);
                    break;
            }
        }
    }

    private void Add(int start, int end, ref int name)
    {
        _values.Add(new Piece(start, end));
        if (name >= 0)
        {
            // With the comma after it, where there is one.
            _members.Add(new Piece(name, end < _json.Length && _json[end] == (byte)',' ? end + 1 : end));
        }

        name = -1;
    }

    private readonly record struct Piece(int Start, int End);
}

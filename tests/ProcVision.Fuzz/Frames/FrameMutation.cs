using System.Text;

namespace ProcVision.Fuzz.Frames;

/// <summary>Damage to a frame's body, of the kinds that memory, cables, other people's writers and ill will do.</summary>
internal sealed class FrameMutation(Random random)
{
    private static readonly byte[] Nasty = "{}[]:,\"\\/ud8Dc019+-.eE \t\n\0\x1f\x7f"u8.ToArray();

    private static readonly string[] Tokens =
    [
        "null", "true", "false", "0", "-1", "1e999", "123456789012345678901234567890", "{}", "[]", "\"\"", "\"call\"", "\"ping\"", "\"execute\"", "\"p001\"",
        ",", ":", "}", "]", "{", "[", "\\u0000", "\\ud800", "\\udc00\\ud800", "\uFEFF", "\"pid\":\"p001\",", "\"request_id\":1,", "\"data\":{},", "\"type\":\"call\",",
        "NaN", "Infinity", "'", "//", "/**/", "\u00a0", "\u2028",
    ];

    private static readonly byte[][] NotText = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE6, 0x96], [0xEF, 0xBB, 0xBF], [0xFE, 0xFF]];

    /// <summary>Changes a body, mostly in one way.</summary>
    /// <param name="body">What is changed.</param>
    /// <param name="other">Another frame, for what is spliced in.</param>
    internal byte[] Of(byte[] body, byte[] other)
    {
        do
        {
            body = random.Next(2) == 0 ? Damaged(body, other) : Rewritten(body, other);
        }
        while (random.Next(4) == 0);

        return body;
    }

    /// <summary>A change that knows nothing of JSON.</summary>
    private byte[] Damaged(byte[] body, byte[] other)
    {
        var at = random.Next(body.Length + 1);
        switch (random.Next(8))
        {
            case 0:
                return Flip(body);
            case 1:
                return Replace(body, at, 1, [Nasty[random.Next(Nasty.Length)]]);
            case 2:
                return Replace(body, at, 0, [Nasty[random.Next(Nasty.Length)]]);
            case 3:
                return Replace(body, at, random.Next(1, 30), []);
            case 4:
                return Replace(body, at, 0, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
            case 5:
                return Replace(body, at, 0, NotText[random.Next(NotText.Length)]);
            case 6:
                // The head of one, the tail of another.
                return [.. body.AsSpan(0, at), .. other.AsSpan(random.Next(other.Length + 1))];
            default:
                return body[..at];
        }
    }

    /// <summary>A change that mostly leaves JSON behind: another value, another member.</summary>
    private byte[] Rewritten(byte[] body, byte[] other) => random.Next(7) switch
    {
        0 or 1 => WithMember(body, other),
        2 => WithValue(body, HugeNumber()),
        3 => WithValue(body, Nested()),
        4 => WithValue(body, LongText()),
        5 => WithValue(body, Value(other)),
        _ => WithValue(body, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)])),
    };

    private byte[] Flip(byte[] body)
    {
        var flipped = body.ToArray();
        for (var bits = random.Next(1, 5); bits > 0 && flipped.Length > 0; bits--)
        {
            flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        }

        return flipped;
    }

    /// <summary>Puts a piece between two commas of one frame behind a comma of the other: often a member that is there already.</summary>
    private byte[] WithMember(byte[] body, byte[] other)
    {
        var from = random.Next(2) == 0 ? body : other;
        var start = Comma(from);
        var end = start < 0 ? -1 : from.AsSpan(start + 1).IndexOf((byte)',');
        var at = Comma(body);
        return start < 0 || end < 0 || at < 0 ? body : Replace(body, at, 0, from[start..(start + 1 + end)]);
    }

    private int Comma(byte[] body)
    {
        var from = random.Next(body.Length + 1);
        var found = body.AsSpan(from).IndexOf((byte)',');
        return found < 0 ? body.AsSpan().IndexOf((byte)',') : from + found;
    }

    /// <summary>Puts something in the place of what stands behind a colon.</summary>
    private byte[] WithValue(byte[] body, byte[] value)
    {
        var (start, length) = FindValue(body);
        return Replace(body, start, length, value);
    }

    private byte[] Value(byte[] body)
    {
        var (start, length) = FindValue(body);
        return body[start..(start + length)];
    }

    private (int Start, int Length) FindValue(byte[] body)
    {
        var from = random.Next(body.Length + 1);
        var start = from + body.AsSpan(from).IndexOf((byte)':') + 1;
        var length = body.AsSpan(start).IndexOfAny((byte)',', (byte)'}', (byte)'{');
        return (start, Math.Max(0, length));
    }

    private byte[] HugeNumber() => Encoding.UTF8.GetBytes(random.Next(4) switch
    {
        0 => new string('9', random.Next(18, 400)),
        1 => $"-1{new string('0', random.Next(1, 40))}.{new string('0', random.Next(1, 40))}",
        2 => $"1e{new string('9', random.Next(1, 30))}",
        _ => $"{(random.Next(2) == 0 ? "-" : "")}0.{new string('0', random.Next(1, 400))}1e{random.Next(0, 400)}",
    });

    private byte[] Nested()
    {
        var depth = random.Next(8) == 0 ? random.Next(1000, 20_000) : random.Next(58, 68);
        var open = random.Next(2) == 0 ? "[" : "{\"a\":";
        var closed = random.Next(4) == 0 ? 0 : depth;
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, depth)) + "1" + new string(open == "[" ? ']' : '}', closed));
    }

    private byte[] LongText()
    {
        var length = random.Next(500) == 0 ? random.Next(100_000, 1_500_000) : random.Next(1, 3000);
        return Encoding.UTF8.GetBytes($"\"{new string(random.Next(4) == 0 ? '料' : 'x', length)}\"");
    }

    private static byte[] Replace(byte[] body, int at, int length, byte[] by) => [.. body.AsSpan(0, at), .. by, .. body.AsSpan(Math.Min(at + length, body.Length))];
}

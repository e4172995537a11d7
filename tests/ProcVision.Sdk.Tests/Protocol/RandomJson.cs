using System.Globalization;
using System.Text;

namespace ProcVision.Sdk.Tests.Protocol;

/// <summary>Valid JSON documents with everything the grammar has, and mutations of them that mostly are none.</summary>
internal sealed class RandomJson(Random random)
{
    private static readonly string[] Spaces = ["", "", "", " ", "\n", "\t", "\r\n", "  "];

    private static readonly string[] StringParts =
    [
        "a", "pid", "width", "0", " ", "料盘", "é", "𝄞", "/", "\\n", "\\\"", "\\\\", "\\/", "\\b", "\\u0041", "\\u00e9", "\\uD834\\uDD1E", "\\u2028", "\u2028", "\u007f",
    ];

    private static readonly string[] Signs = ["", "+", "-"];

    private static readonly byte[] Nasty = "{}[]:,\"\\ud8Dc0019+-.eE nulltruefalse\t\n\r\0\x1f/*#NaI"u8.ToArray();

    internal byte[] Document()
    {
        var text = new StringBuilder();
        Space(text);
        Value(text, random.Next(1, 7));
        Space(text);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    internal byte[] Mutate(byte[] document)
    {
        var bytes = document.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count + 1);
            switch (random.Next(6))
            {
                case 0 when at < bytes.Count:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, Nasty[random.Next(Nasty.Length)]);
                    break;
                case 2 when at < bytes.Count:
                    bytes[at] = Nasty[random.Next(Nasty.Length)];
                    break;
                case 3 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 4 when at < bytes.Count:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    var from = random.Next(bytes.Count + 1);
                    bytes.InsertRange(at, bytes.GetRange(from, Math.Min(random.Next(8), bytes.Count - from)));
                    break;
            }
        }

        return [.. bytes];
    }

    internal string Number()
    {
        var text = new StringBuilder();
        text.Append(random.Next(3) == 0 ? "-" : "");
        text.Append(random.Next(4) == 0 ? "0" : $"{random.Next(1, 10)}{Digits(random.Next(random.Next(2) == 0 ? 4 : 22))}");
        text.Append(random.Next(2) == 0 ? $".{Digits(random.Next(1, 8))}" : "");
        var exponent = random.Next(random.Next(2) == 0 ? 4 : 400).ToString(CultureInfo.InvariantCulture);
        text.Append(random.Next(4) == 0 ? $"{(random.Next(2) == 0 ? 'e' : 'E')}{Signs[random.Next(3)]}{exponent}" : "");
        return text.ToString();
    }

    internal string StringContent()
    {
        var text = new StringBuilder();
        for (var parts = random.Next(random.Next(10) == 0 ? 40 : 6); parts > 0; parts--)
        {
            text.Append(StringParts[random.Next(StringParts.Length)]);
        }

        return text.ToString();
    }

    private string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    private void Value(StringBuilder text, int depth)
    {
        switch (random.Next(depth > 0 ? 9 : 5))
        {
            case 0:
                text.Append("null");
                break;
            case 1:
                text.Append(random.Next(2) == 0 ? "true" : "false");
                break;
            case 2:
                text.Append(Number());
                break;
            case 3 or 4:
                text.Append('"').Append(StringContent()).Append('"');
                break;
            case 5 or 6:
                Items(text, '[', ']', () => Value(text, depth - 1));
                break;
            default:
                Items(text, '{', '}', () =>
                {
                    text.Append('"').Append(StringContent()).Append('"');
                    Space(text);
                    text.Append(':');
                    Space(text);
                    Value(text, depth - 1);
                });
                break;
        }
    }

    private void Items(StringBuilder text, char open, char close, Action item)
    {
        text.Append(open);
        Space(text);
        for (var left = random.Next(5); left > 0; left--)
        {
            item();
            Space(text);
            text.Append(left > 1 ? "," : "");
            Space(text);
        }

        text.Append(close);
    }

    private void Space(StringBuilder text) => text.Append(Spaces[random.Next(Spaces.Length)]);
}

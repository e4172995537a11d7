using CsCheck;

namespace ProcVision.Json;

/// <summary>Random JSON documents, and documents with something broken in them.</summary>
internal static class JsonTexts
{
    private static readonly Gen<string> Blank = Gen.OneOf("", "", "", " ", "\n", "\t", "\r\n  ");

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.String[Gen.Char['a', 'z'], 0, 6],
        Gen.OneOf("定位料盘", "é", "e\u0301", "😀", "\u007f", "\u0085", "\u2028", "\uFEFF", "/", "'", "//", "/*", "，", "“"),
        Gen.OneOf("\\n", "\\t", "\\r", "\\b", "\\f", "\\\"", "\\\\", "\\/", "\\u0000", "\\u00E9", "\\ud83d\\ude00", "\\uFFFF"));

    private static readonly Gen<string> Text = Piece.Array[0, 4].Select(static pieces => "\"" + string.Concat(pieces) + "\"");

    private static readonly Gen<string> Number = Gen.OneOf(
        Gen.OneOf("0", "-0", "0.0", "-0.0", "1e999", "-1e999", "1E-999", "0e0", "1.5e+3", "12345678901234567890", "0.1", "4.9e-324", "9223372036854775807", "-9223372036854775808", "9223372036854775808"),
        Gen.Long.Select(static n => JsonNumber.Format(n)),
        Gen.Long.Select(static n => n.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(JsonNumber.Format));

    private static readonly Gen<string> Scalar = Gen.OneOf(Text, Number, Gen.OneOf("true", "false", "null"));

    /// <summary>Valid documents.</summary>
    public static Gen<string> Valid { get; } = Padded(Gen.Recursive<string>(static (depth, value) => depth >= 5
        ? Scalar
        : Gen.OneOf(Scalar, ArrayOf(value), ObjectOf(value))));

    /// <summary>Documents with up to four changes: some stay valid.</summary>
    public static Gen<string> Mutated { get; } = Gen.Select(Valid, Gen.Select(Gen.Double[0, 1], Gen.Int[0, 4], Fragment()).Array[1, 4], Mutate);

    private static Gen<string> Padded(Gen<string> text) => Gen.Select(Blank, text, Blank, static (a, b, c) => a + b + c);

    private static Gen<string> ArrayOf(Gen<string> value) =>
        Gen.Select(Padded(value).Array[0, 4], Blank, static (items, blank) => "[" + (items.Length == 0 ? blank : string.Join(",", items)) + "]");

    // Few names, so that some of them are repeated.
    private static Gen<string> ObjectOf(Gen<string> value) =>
        Gen.Select(Padded(Gen.OneOf(Text, Gen.OneOf("\"a\"", "\"b\"", "\"\\u0061\""))), Padded(value))
            .Array[0, 4]
            .Select(Blank, static (members, blank) => "{" + (members.Length == 0 ? blank : string.Join(",", members.Select(m => m.Item1 + ":" + m.Item2))) + "}");

    private static Gen<string> Fragment() => Gen.OneOf(
        Gen.OneOf("{", "}", "[", "]", ",", ":", "\"", "\\", "'", "/", "//", "/*", "*/", "\n", "\r"),
        Gen.OneOf("\\u", "\\ud800", "\\udc00", "\\u12", "\\x", "\ud83d", "\ude00", "\0", "\u0001", "\u00a0", "\uFEFF", "\u3000", "\v"),
        Gen.OneOf("0", "1", "-", "+", ".", "e", "E", "01", "1.", ".5", "NaN", "Infinity", "True", "None", "nul", "true", "，", "：", "“", "”", "a"),
        Scalar);

    private static string Mutate(string text, (double Where, int Kind, string Fragment)[] changes)
    {
        foreach (var (where, kind, fragment) in changes)
        {
            int at = (int)(where * text.Length);
            int length = Math.Min(fragment.Length, text.Length - at);
            text = kind switch
            {
                0 => text.Insert(at, fragment),
                1 => text.Remove(at, length),
                2 => text.Remove(at, length).Insert(at, fragment),
                3 => text[..at],
                _ => text.Insert(at, text.Substring(at, length)),
            };
        }

        return text;
    }
}

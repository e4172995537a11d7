using System.Globalization;
using System.Text;

namespace ProcVision.Manifests;

/// <summary>Makes C# identifiers from the names of a manifest, however hostile: <c>class</c>, <c>1st</c>, <c>a-b</c>, 中文, an emoji.</summary>
internal static class Identifiers
{
    /// <summary>What every class, struct and enum has already, or may not have.</summary>
    private static readonly HashSet<string> Inherited = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
        "CompareTo", "GetTypeCode", "HasFlag",
    };

    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "__arglist", "__makeref", "__reftype", "__refvalue",
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object",
        "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short",
        "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong",
        "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary>Whether <paramref name="text"/> can stand in C# source as a name, without an <c>@</c>.</summary>
    public static bool IsValid(string text) =>
        text.Length > 0 && IsStart(text[0]) && text.All(IsPart) && !Keywords.Contains(text);

    /// <summary>
    /// The text in Pascal case, without what C# does not allow: <c>locate_tray</c> → <c>LocateTray</c>, <c>1st</c> → <c>_1st</c>,
    /// <c>12:3</c> → <c>_12_3</c>. Empty when nothing is left.
    /// </summary>
    public static string Pascal(string text)
    {
        var result = new StringBuilder(text.Length + 1);
        bool isWordStart = true;
        foreach (char c in text)
        {
            if (c == '_' || !IsPart(c))
            {
                isWordStart = true;
                continue;
            }

            // Two numbers stay two numbers; and a name begins with neither a digit nor a combining mark.
            bool needsBar = result.Length == 0 ? !IsStart(c) : isWordStart && IsDigit(c) && IsDigit(result[result.Length - 1]);
            if (needsBar)
                _ = result.Append('_');
            _ = result.Append(isWordStart ? char.ToUpperInvariant(c) : c);
            isWordStart = false;
        }

        return Keywords.Contains(result.ToString()) ? "_" + result : result.ToString();
    }

    /// <summary>
    /// One identifier for each text, in the same order, all different and none of <paramref name="taken"/>. A text keeps its plain name if it
    /// can; clashes get <c>_2</c>, <c>_3</c>, … in their order.
    /// </summary>
    /// <param name="texts">The names of the manifest.</param>
    /// <param name="fallback">What a text of which nothing is left is called, with its position from 1: <c>Param2</c>.</param>
    /// <param name="taken">Names that are used beside them, such as that of the enclosing type.</param>
    public static string[] Unique(IReadOnlyList<string> texts, string fallback, IEnumerable<string> taken)
    {
        string[] plain = texts
            .Select((text, i) => Pascal(text) is { Length: > 0 } name ? name : fallback + (i + 1).ToString(CultureInfo.InvariantCulture))
            .ToArray();
        var used = new HashSet<string>(taken, StringComparer.Ordinal);
        used.UnionWith(Inherited);
        var plainNames = new HashSet<string>(plain, StringComparer.Ordinal);
        var result = new string[plain.Length];
        for (int i = 0; i < plain.Length; i++)
            result[i] = Claim(plain[i], used, plainNames);
        return result;
    }

    private static string Claim(string plain, HashSet<string> used, HashSet<string> plainOfOthers)
    {
        string name = plain;
        for (int n = 2; used.Contains(name) || (n > 2 && plainOfOthers.Contains(name)); n++)
            name = plain + "_" + n.ToString(CultureInfo.InvariantCulture);
        _ = used.Add(name);
        return name;
    }

    private static bool IsDigit(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;

    private static bool IsStart(char c) => c == '_' || char.GetUnicodeCategory(c)
        is UnicodeCategory.UppercaseLetter
        or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter
        or UnicodeCategory.LetterNumber;

    private static bool IsPart(char c) => IsStart(c) || char.GetUnicodeCategory(c)
        is UnicodeCategory.DecimalDigitNumber
        or UnicodeCategory.ConnectorPunctuation
        or UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark;
}

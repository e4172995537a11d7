using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ProcVision.Analyzers.Sources;

/// <summary>Values as C# source that means exactly them.</summary>
internal static class CSharpLiteral
{
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string TextOrNull(string? value) => value is null ? "null" : Text(value);

    /// <summary>A UTF-8 literal. Half a surrogate pair has no UTF-8 form (CS9026) and becomes U+FFFD, as a JSON reader makes it.</summary>
    public static string Utf8(string value) => Text(WithoutLoneSurrogates(value)) + "u8";

    public static string Int(long value) => value.ToString(CultureInfo.InvariantCulture) + "L";

    /// <summary>The shortest form that reads back as the same bits.</summary>
    public static string Float(double value)
    {
        string text = value.ToString("R", CultureInfo.InvariantCulture);

        // .NET Framework's R loses the last digit of some values and the sign of zero.
        if (double.Parse(text, CultureInfo.InvariantCulture) != value)
            text = value.ToString("G17", CultureInfo.InvariantCulture);
        if (BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(-0.0))
            text = "-0";
        return text + "D";
    }

    public static string Bool(bool value) => value ? "true" : "false";

    private static string WithoutLoneSurrogates(string value)
    {
        var text = new StringBuilder(value.Length);
        for (int i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                _ = text.Append(value[i]).Append(value[++i]);
            else
                _ = text.Append(char.IsSurrogate(value[i]) ? '\uFFFD' : value[i]);
        }

        return text.ToString();
    }
}

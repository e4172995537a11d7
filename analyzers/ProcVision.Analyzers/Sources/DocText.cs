using System.Text;

namespace ProcVision.Analyzers.Sources;

/// <summary>Text of a manifest inside an XML documentation comment.</summary>
internal static class DocText
{
    /// <summary>
    /// Escapes XML and puts everything on one line: a line separator inside would end the comment, and a character that XML does not
    /// know would be CS1570 in a project that makes documentation.
    /// </summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            _ = c switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                _ when char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) => escaped.Append(c).Append(text[++i]),
                _ when char.IsSurrogate(c) || char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF' => escaped.Append(' '),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString().Trim();
    }
}

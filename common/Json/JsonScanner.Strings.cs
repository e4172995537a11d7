using System.Text;

namespace ProcVision.Json;

internal sealed partial class JsonScanner
{
    private const char Replacement = '\uFFFD';

    private JsonToken QuotedString()
    {
        int begin = _position++;
        StringBuilder? resolved = null;
        while (true)
        {
            if (_position >= text.Length || text[_position] is '\n' or '\r')
            {
                var open = JsonSpan.Between(begin, _position);
                problems.Add(open, "this string is not closed on its line", "Add '\"' at its end, and write a line break as \\n");
                return new(JsonTokenKind.String, open, resolved?.ToString() ?? text.Substring(begin + 1, _position - begin - 1), false);
            }

            char c = text[_position];
            if (c == '"')
            {
                string value = resolved?.ToString() ?? text.Substring(begin + 1, _position - begin - 1);
                _position++;
                return new(JsonTokenKind.String, JsonSpan.Between(begin, _position), value, resolved is null);
            }

            if (c == '\\')
            {
                resolved ??= new StringBuilder(text, begin + 1, _position - begin - 1, 64);
                Escape(resolved);
            }
            else if (IsPair(_position))
            {
                _ = resolved?.Append(c).Append(text[_position + 1]);
                _position += 2;
            }
            else
            {
                if (c < ' ')
                    problems.Add(new(_position, 1), $"a string holds the control character U+{(int)c:X4}", $"Write it as \\u{(int)c:x4}");
                else if (char.IsSurrogate(c))
                    problems.Add(new(_position, 1), "a string holds half of a surrogate pair", "Remove it");
                _ = resolved?.Append(c);
                _position++;
            }
        }
    }

    private void Escape(StringBuilder resolved)
    {
        int begin = _position;
        char kind = begin + 1 < text.Length ? text[begin + 1] : '\n';
        switch (kind)
        {
            case '"' or '\\' or '/': Resolve(resolved, kind); break;
            case 'b': Resolve(resolved, '\b'); break;
            case 'f': Resolve(resolved, '\f'); break;
            case 'n': Resolve(resolved, '\n'); break;
            case 'r': Resolve(resolved, '\r'); break;
            case 't': Resolve(resolved, '\t'); break;
            case 'u': UnicodeEscape(resolved); break;
            default:
                // The character behind the backslash is read on its own: it may be the end of the line.
                _position++;
                problems.Add(new(begin, 1), "the backslash begins no escape that JSON knows", "Write '\\\\' for a backslash");
                _ = resolved.Append('\\');
                break;
        }
    }

    private void Resolve(StringBuilder resolved, char c)
    {
        _ = resolved.Append(c);
        _position += 2;
    }

    private void UnicodeEscape(StringBuilder resolved)
    {
        int begin = _position;
        if (!TryReadUnit(begin, out char unit))
        {
            _position += 2;
            problems.Add(new(begin, 2), "'\\u' is not followed by four hexadecimal digits", "Write for example \\u00b0");
            _ = resolved.Append(Replacement);
            return;
        }

        _position += 6;
        if (char.IsHighSurrogate(unit) && TryReadUnit(_position, out char low) && char.IsLowSurrogate(low))
        {
            _position += 6;
            _ = resolved.Append(unit).Append(low);
        }
        else if (char.IsSurrogate(unit))
        {
            problems.Add(new(begin, 6), "this is half of a surrogate pair", "Write both halves, or the character itself");
            _ = resolved.Append(Replacement);
        }
        else
        {
            _ = resolved.Append(unit);
        }
    }

    private bool TryReadUnit(int at, out char unit)
    {
        unit = '\0';
        if (at + 6 > text.Length || text[at] != '\\' || text[at + 1] != 'u')
            return false;
        int value = 0;
        for (int i = at + 2; i < at + 6; i++)
        {
            int digit = HexDigit(text[i]);
            if (digit < 0)
                return false;
            value = (value * 16) + digit;
        }

        unit = (char)value;
        return true;
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'a' and <= 'f' => c - 'a' + 10,
        >= 'A' and <= 'F' => c - 'A' + 10,
        _ => -1,
    };

    private bool IsPair(int at) =>
        at + 1 < text.Length && char.IsHighSurrogate(text[at]) && char.IsLowSurrogate(text[at + 1]);

    /// <summary>A string in single or curly quotes, as Python or a Chinese input method writes it.</summary>
    private JsonToken WronglyQuotedString()
    {
        int begin = _position++;
        char closing = text[begin] switch { '\u2018' => '\u2019', '\u201C' => '\u201D', var same => same };
        while (_position < text.Length && text[_position] != closing && text[_position] is not ('"' or '\n' or '\r'))
            _position++;

        string value = text.Substring(begin + 1, _position - begin - 1);
        if (_position < text.Length && (text[_position] == closing || text[_position] == '"'))
            _position++;

        var span = JsonSpan.Between(begin, _position);
        problems.Add(span, $"a string stands in the quotes {text[begin]}{closing}", "Write it in straight double quotes, \"…\"");
        return new(JsonTokenKind.String, span, value);
    }
}

namespace ProcVision.Json;

/// <summary>Cuts a text into tokens. Misspelt ones are understood where their meaning is plain, and always complained about.</summary>
internal sealed partial class JsonScanner(string text, int start, JsonProblemList problems)
{
    private int _position = start;

    /// <summary>The next token; after the last one <see cref="JsonTokenKind.End"/>, again and again.</summary>
    public JsonToken Next()
    {
        SkipBlank();
        if (_position >= text.Length)
            return new(JsonTokenKind.End, new(text.Length, 0));

        switch (text[_position])
        {
            case '{': return Single(JsonTokenKind.ObjectStart);
            case '}': return Single(JsonTokenKind.ObjectEnd);
            case '[': return Single(JsonTokenKind.ArrayStart);
            case ']': return Single(JsonTokenKind.ArrayEnd);
            case ':': return Single(JsonTokenKind.Colon);
            case ',': return Single(JsonTokenKind.Comma);
            case '"': return QuotedString();
            case '\uFF0C': return FullWidth(JsonTokenKind.Comma, ',');
            case '\uFF1A': return FullWidth(JsonTokenKind.Colon, ':');
            case '\'' or '\u2018' or '\u201C': return WronglyQuotedString();
            default: return WordOrNumber();
        }
    }

    private JsonToken Single(JsonTokenKind kind) => new(kind, new(_position++, 1));

    /// <summary>A Chinese input method's comma or colon: easily overlooked, so it is named.</summary>
    private JsonToken FullWidth(JsonTokenKind kind, char meant)
    {
        var token = Single(kind);
        problems.Add(token.Span, $"this is the full-width character '{text[token.Span.Start]}'", $"Write '{meant}' instead");
        return token;
    }

    private void SkipBlank()
    {
        while (_position < text.Length)
        {
            char c = text[_position];
            if (c is ' ' or '\t' or '\n' or '\r')
                _position++;
            else if (c == '/' && _position + 1 < text.Length && text[_position + 1] is '/' or '*')
                SkipComment();
            else if (char.IsWhiteSpace(c) || c < ' ' || c == '\uFEFF')
                problems.Add(new(_position++, 1), $"the character U+{(int)c:X4} is no white space in JSON", "Replace it by a space");
            else
                return;
        }
    }

    private void SkipComment()
    {
        int begin = _position;
        bool isBlock = text[begin + 1] == '*';
        int end = isBlock ? text.IndexOf("*/", begin + 2, StringComparison.Ordinal) : text.IndexOfAny(['\r', '\n'], begin);
        _position = end < 0 ? text.Length : isBlock ? end + 2 : end;
        problems.Add(JsonSpan.Between(begin, _position), "a comment is not allowed in JSON", "Remove the comment");
    }

    private JsonToken WordOrNumber()
    {
        int begin = _position;
        while (_position < text.Length && !EndsWord(text[_position]))
            _position++;

        // A lone character that ends words, such as a closing curly quote, is a word of its own: every call gets ahead.
        if (_position == begin)
            _position++;

        string word = text.Substring(begin, _position - begin);
        var kind = word switch
        {
            "true" => JsonTokenKind.True,
            "false" => JsonTokenKind.False,
            "null" => JsonTokenKind.Null,
            _ => JsonNumber.IsWellFormed(word) ? JsonTokenKind.Number : JsonTokenKind.Word,
        };
        return new(kind, JsonSpan.Between(begin, _position), word);
    }

    private static bool EndsWord(char c) =>
        c is '{' or '}' or '[' or ']' or ':' or ',' or '"' or '/' or '\uFF0C' or '\uFF1A' or '\u201C' or '\u201D' or '\uFEFF'
        || c <= ' ' || char.IsWhiteSpace(c);
}

namespace ProcVision.Json;

/// <summary>Builds the tree from the tokens. After a mistake it goes on at the next token that makes sense.</summary>
internal sealed partial class JsonParser
{
    private readonly JsonScanner _scanner;
    private readonly JsonProblemList _problems;
    private JsonToken _token;
    private int _lastEnd;
    private int _openObjects;
    private int _openArrays;
    private bool _isEndReported;

    public JsonParser(JsonScanner scanner, JsonProblemList problems)
    {
        _scanner = scanner;
        _problems = problems;
        _token = scanner.Next();
        _lastEnd = _token.Span.Start;
    }

    public JsonNode ParseDocument()
    {
        if (_token.Kind == JsonTokenKind.End)
        {
            _problems.Add(_token.Span, "the text is empty", "Write an object, {}");
            return new JsonMissingNode(_token.Span);
        }

        var root = ParseValue();
        if (_token.Kind != JsonTokenKind.End)
            _problems.Add(_token.Span, "there is more text after the end of the document", "Remove it, or put it inside the brackets");
        return root;
    }

    private JsonToken Take()
    {
        var taken = _token;
        _lastEnd = taken.Span.End;
        _token = _scanner.Next();
        return taken;
    }

    private JsonNode ParseValue()
    {
        switch (_token.Kind)
        {
            case JsonTokenKind.ObjectStart or JsonTokenKind.ArrayStart when _openObjects + _openArrays == JsonTree.MaxDepth:
                return SkipTooDeep();
            case JsonTokenKind.ObjectStart:
                return ParseObject();
            case JsonTokenKind.ArrayStart:
                return ParseArray();
            case JsonTokenKind.String:
                return ParseString();
            case JsonTokenKind.Number:
                var number = Take();
                return new JsonNumberNode(number.Span, number.Text);
            case JsonTokenKind.True or JsonTokenKind.False:
                var truth = Take();
                return new JsonBooleanNode(truth.Span, truth.Kind == JsonTokenKind.True);
            case JsonTokenKind.Null:
                return new JsonNullNode(Take().Span);
            case JsonTokenKind.Word:
                return ParseWord();
            case JsonTokenKind.End:
                return new JsonMissingNode(new(_lastEnd, 0));
            default:
                _problems.Add(_token.Span, "a value is missing before this character", "Write the value");
                return new JsonMissingNode(new(_lastEnd, 0));
        }
    }

    private JsonStringNode ParseString()
    {
        var token = Take();
        return new(token.Span, token.Text, token.IsVerbatim);
    }

    /// <summary>A word that is no JSON value; Python's and JavaScript's spellings are understood.</summary>
    private JsonNode ParseWord()
    {
        var word = Take();
        string? meant = word.Text switch
        {
            "True" or "TRUE" => "true",
            "False" or "FALSE" => "false",
            "None" or "Null" or "NULL" or "undefined" => "null",
            _ => null,
        };
        string cure = meant is null ? "Write text in double quotes, and numbers as 1, -1, 0.5 or 1e3" : $"Write {meant}";
        _problems.Add(word.Span, $"'{Shorten(word.Text)}' is no JSON value", cure);
        return meant switch
        {
            null => new JsonMissingNode(word.Span),
            "null" => new JsonNullNode(word.Span),
            _ => new JsonBooleanNode(word.Span, meant == "true"),
        };
    }

    /// <summary>Passes over an array or object without descending into it.</summary>
    private JsonMissingNode SkipTooDeep()
    {
        int begin = _token.Span.Start;
        _problems.Add(_token.Span, $"arrays and objects are nested deeper than {JsonTree.MaxDepth}", "Flatten the document");
        int open = 0;
        do
        {
            open += _token.Kind switch
            {
                JsonTokenKind.ObjectStart or JsonTokenKind.ArrayStart => 1,
                JsonTokenKind.ObjectEnd or JsonTokenKind.ArrayEnd => -1,
                _ => 0,
            };
            _ = Take();
        }
        while (open > 0 && _token.Kind != JsonTokenKind.End);

        return new(JsonSpan.Between(begin, _lastEnd));
    }

    private void ReportNeverClosed(JsonToken bracket)
    {
        if (!_isEndReported)
        {
            string closing = bracket.Kind == JsonTokenKind.ObjectStart ? "}" : "]";
            _problems.Add(bracket.Span, "the text ends before this bracket is closed", $"Add '{closing}' where it should end");
        }

        // The brackets around it are open as well; one message is enough.
        _isEndReported = true;
    }

    private static string Shorten(string word) => word.Length <= 40 ? word : word.Remove(39) + "…";
}

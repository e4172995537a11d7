namespace ProcVision.Json;

internal sealed partial class JsonParser
{
    private JsonArrayNode ParseArray()
    {
        var bracket = Take();
        _openArrays++;
        var items = new List<JsonNode>();
        var separator = new Separator(_problems);
        while (!TryClose(bracket, JsonTokenKind.ArrayEnd, ref separator))
        {
            if (_token.Kind == JsonTokenKind.Comma)
            {
                separator.TakeComma(Take());
            }
            else if (_token.BeginsValue)
            {
                separator.BeginElement(_token.Span, "value");
                items.Add(ParseValue());
            }
            else
            {
                _problems.Add(_token.Span, "this character has no place in an array", "Remove it");
                _ = Take();
            }
        }

        _openArrays--;
        return new(JsonSpan.Between(bracket.Span.Start, _lastEnd), items);
    }

    private JsonObjectNode ParseObject()
    {
        var bracket = Take();
        _openObjects++;
        var members = new List<JsonMember>();
        var separator = new Separator(_problems);
        while (!TryClose(bracket, JsonTokenKind.ObjectEnd, ref separator))
        {
            if (_token.Kind == JsonTokenKind.Comma)
            {
                separator.TakeComma(Take());
            }
            else if (_token.BeginsValue)
            {
                separator.BeginElement(_token.Span, "name");
                if (ParseName() is { } name)
                    members.Add(new(name, ParseMemberValue()));
            }
            else
            {
                _problems.Add(_token.Span, "this character has no place in an object", "Remove it");
                _ = Take();
            }
        }

        _openObjects--;
        return new(JsonSpan.Between(bracket.Span.Start, _lastEnd), members);
    }

    /// <summary>The name of a member; <see langword="null"/>, with the value taken, when something nameless stands in its place.</summary>
    private JsonStringNode? ParseName()
    {
        if (_token.Kind == JsonTokenKind.String)
            return ParseString();

        _problems.Add(_token.Span, "a name in double quotes is expected here", "Write \"name\": value");
        if (_token.Kind is not (JsonTokenKind.ObjectStart or JsonTokenKind.ArrayStart))
        {
            var word = Take();
            return new(word.Span, word.Text, isVerbatim: false);
        }

        _ = ParseValue();
        if (_token.Kind == JsonTokenKind.Colon)
        {
            _ = Take();
            _ = ParseValue();
        }

        return null;
    }

    private JsonNode ParseMemberValue()
    {
        if (_token.Kind == JsonTokenKind.Colon)
            _ = Take();
        else if (_token.Kind != JsonTokenKind.End)
            _problems.Add(_token.Span, "':' is missing between a name and its value", "Write \"name\": value");
        return ParseValue();
    }

    /// <summary>
    /// Whether the array or object ends here: at its own bracket, at the end of the text, or before a bracket that belongs further out.
    /// </summary>
    private bool TryClose(JsonToken bracket, JsonTokenKind closing, ref Separator separator)
    {
        if (_token.Kind == closing)
        {
            separator.End();
            _ = Take();
            return true;
        }

        if (_token.Kind == JsonTokenKind.End)
        {
            ReportNeverClosed(bracket);
            return true;
        }

        bool belongsFurtherOut = _token.Kind switch
        {
            JsonTokenKind.ObjectEnd => _openObjects > 0,
            JsonTokenKind.ArrayEnd => _openArrays > 0,
            _ => false,
        };
        if (belongsFurtherOut)
        {
            string own = closing == JsonTokenKind.ObjectEnd ? "}" : "]";
            _problems.Add(_token.Span, $"'{own}' is missing before this bracket", $"Add '{own}'");
        }

        return belongsFurtherOut;
    }
}

namespace ProcVision.Json;

/// <summary>The smallest unit with a meaning in a JSON text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands; quotes included.</param>
/// <param name="Text">The resolved text of a string, the written text of a number or word; otherwise empty.</param>
/// <param name="IsVerbatim">For a string: whether it was written without escapes.</param>
internal readonly record struct JsonToken(JsonTokenKind Kind, JsonSpan Span, string Text = "", bool IsVerbatim = true)
{
    /// <summary>Whether a value can begin with this token, be it a misspelt one.</summary>
    public bool BeginsValue => Kind is JsonTokenKind.ObjectStart or JsonTokenKind.ArrayStart or JsonTokenKind.String or JsonTokenKind.Number
        or JsonTokenKind.True or JsonTokenKind.False or JsonTokenKind.Null or JsonTokenKind.Word;
}

namespace ProcVision.Json;

/// <summary>A string.</summary>
/// <param name="span">With the quotes.</param>
/// <param name="value">The text with its escapes resolved.</param>
/// <param name="isVerbatim">Whether the text stands between the quotes exactly as in <paramref name="value"/>.</param>
internal sealed class JsonStringNode(JsonSpan span, string value, bool isVerbatim) : JsonNode(span)
{
    public string Value { get; } = value;

    public override string Kind => "a string";

    /// <summary>Where a part of <see cref="Value"/> stands in the text; the whole string if it was written with escapes.</summary>
    public JsonSpan SpanOf(int start, int length) => isVerbatim ? new(Span.Start + 1 + start, length) : Span;
}

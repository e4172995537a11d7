namespace ProcVision.Json;

/// <summary>A value of a JSON text, with the stretch it was read from.</summary>
internal abstract class JsonNode(JsonSpan span)
{
    /// <summary>From the first to the last character of the value: brackets and quotes included.</summary>
    public JsonSpan Span { get; } = span;

    /// <summary>The kind in words a message can use, for example <c>a number</c>.</summary>
    public abstract string Kind { get; }
}

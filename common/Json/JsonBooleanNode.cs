namespace ProcVision.Json;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class JsonBooleanNode(JsonSpan span, bool value) : JsonNode(span)
{
    public bool Value { get; } = value;

    public override string Kind => "a truth value";
}

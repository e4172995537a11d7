namespace ProcVision.Json;

/// <summary>An array.</summary>
internal sealed class JsonArrayNode(JsonSpan span, IReadOnlyList<JsonNode> items) : JsonNode(span)
{
    public IReadOnlyList<JsonNode> Items { get; } = items;

    public override string Kind => "an array";
}

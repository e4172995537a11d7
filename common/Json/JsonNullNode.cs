namespace ProcVision.Json;

/// <summary><c>null</c>.</summary>
internal sealed class JsonNullNode(JsonSpan span) : JsonNode(span)
{
    public override string Kind => "null";
}

namespace ProcVision.Json;

/// <summary>Stands where a value should be and none could be read; the reason is among the problems of the tree.</summary>
internal sealed class JsonMissingNode(JsonSpan span) : JsonNode(span)
{
    public override string Kind => "nothing readable";
}

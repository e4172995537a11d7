namespace ProcVision.Json;

/// <summary>A name and its value in an object.</summary>
internal sealed class JsonMember(JsonStringNode name, JsonNode value)
{
    public JsonStringNode Name { get; } = name;

    public JsonNode Value { get; } = value;
}

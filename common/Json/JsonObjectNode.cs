namespace ProcVision.Json;

/// <summary>An object. Members keep their order, and repeated names are all there.</summary>
internal sealed class JsonObjectNode(JsonSpan span, IReadOnlyList<JsonMember> members) : JsonNode(span)
{
    public IReadOnlyList<JsonMember> Members { get; } = members;

    public override string Kind => "an object";

    /// <summary>The opening brace: where a message about something missing points to.</summary>
    public JsonSpan Brace => new(Span.Start, 1);

    /// <summary>The <em>last</em> member of that name, as System.Text.Json and Python take it; <see langword="null"/> without one.</summary>
    public JsonMember? Find(string name)
    {
        for (int i = Members.Count - 1; i >= 0; i--)
        {
            if (Members[i].Name.Value == name)
                return Members[i];
        }

        return null;
    }
}

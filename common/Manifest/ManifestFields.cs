using ProcVision.Json;

namespace ProcVision.Manifests;

/// <summary>Typed access to the fields of one object; what is missing or of another kind is noted as a problem.</summary>
/// <param name="node">The object.</param>
/// <param name="place">The object's name in messages, for example <c>step 2</c>.</param>
/// <param name="findings">Takes the problems.</param>
internal sealed class ManifestFields(JsonObjectNode node, string place, ManifestFindings findings)
{
    public JsonObjectNode Node => node;

    /// <summary>A field that may be absent or null: both are <see langword="null"/> here.</summary>
    public JsonNode? Any(string name) => node.Find(name)?.Value is { } value and not (JsonNullNode or JsonMissingNode) ? value : null;

    /// <summary>A field that may be absent, but not of another kind.</summary>
    public TNode? Optional<TNode>(string name, string kind, string example)
        where TNode : JsonNode => Any(name) is { } value ? Expect<TNode>(value, name, kind, example) : null;

    /// <summary>A field that must be there.</summary>
    public TNode? Required<TNode>(string name, string kind, string example)
        where TNode : JsonNode
    {
        if (node.Find(name) is { } member)
            return Expect<TNode>(member.Value, name, kind, example);

        findings.AddMissing(node.Brace, name, place, $"\"{name}\": {example}");
        return null;
    }

    public string? OptionalText(string name) => Optional<JsonStringNode>(name, "a string", "\"…\"")?.Value;

    /// <summary>A text that must be there and say something.</summary>
    public JsonStringNode? RequiredText(string name, string example)
    {
        var text = Required<JsonStringNode>(name, "a string", example);
        if (text is not null && string.IsNullOrWhiteSpace(text.Value))
        {
            findings.Add(ManifestRules.FieldMissing, text.Span, name, place, $"\"{name}\": {example}");
            return null;
        }

        return text;
    }

    public bool OptionalFlag(string name) => Optional<JsonBooleanNode>(name, "true or false", "true")?.Value ?? false;

    private TNode? Expect<TNode>(JsonNode value, string name, string kind, string example)
        where TNode : JsonNode
    {
        if (value is TNode expected)
            return expected;
        findings.AddWrongKind(value, name, kind, example);
        return null;
    }
}

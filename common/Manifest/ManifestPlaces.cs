using ProcVision.Json;

namespace ProcVision.Manifests;

/// <summary>
/// Where the fields of a manifest stand in its text. Beside the model and not in it, because a position changes with every edit, and a
/// generator that sees it would start anew each time.
/// </summary>
internal sealed class ManifestPlaces(JsonNode root)
{
    /// <summary>The whole document.</summary>
    public JsonSpan Document => root.Span;

    /// <summary>The value of a field of the manifest itself, for example <c>entry_point</c>.</summary>
    public JsonSpan? Field(string name) => ValueOf(root, name)?.Span;

    /// <summary>The class part of <c>entry_point</c>; the whole value when there is none.</summary>
    public JsonSpan? EntryClass
    {
        get
        {
            if (ValueOf(root, "entry_point") is not JsonStringNode entry)
                return Field("entry_point");
            int start = entry.Value.LastIndexOf(':') + 1;
            return start == 0 || start == entry.Value.Length ? entry.Span : entry.SpanOf(start, entry.Value.Length - start);
        }
    }

    /// <summary>The value of a field of the first step with this index, for example <c>index</c> or <c>id</c>.</summary>
    public JsonSpan? StepField(int index, string name) => ValueOf(Step(index), name)?.Span;

    /// <summary>The value of a field of the first parameter with this key, for example <c>key</c> or <c>default</c>.</summary>
    public JsonSpan? ParamField(int stepIndex, string key, string name) => ValueOf(Param(stepIndex, key), name)?.Span;

    /// <summary>The path of a required asset.</summary>
    public JsonSpan? RequiredAsset(string pid, string resourceType) =>
        ValueOf(ValueOf(ValueOf(root, "required_assets"), pid), resourceType)?.Span;

    /// <summary>The path of a default asset.</summary>
    public JsonSpan? DefaultAsset(string resourceType) => ValueOf(ValueOf(root, "default_config"), resourceType)?.Span;

    private JsonNode? Step(int index) =>
        Items(root, "steps").FirstOrDefault(s => ValueOf(s, "index") is JsonNumberNode n && n.TryGetInteger(out long i) && i == index);

    private JsonNode? Param(int stepIndex, string key) =>
        Items(Step(stepIndex), "params").FirstOrDefault(p => ValueOf(p, "key") is JsonStringNode k && k.Value == key);

    private static IEnumerable<JsonNode> Items(JsonNode? owner, string name) =>
        ValueOf(owner, name) is JsonArrayNode array ? array.Items : [];

    private static JsonNode? ValueOf(JsonNode? owner, string name) => (owner as JsonObjectNode)?.Find(name)?.Value;
}

using ProcVision.Json;

namespace ProcVision.Manifests;

/// <summary>Collects the problems of one manifest.</summary>
/// <param name="text">The manifest, for quoting from it.</param>
/// <param name="isJson">Whether the text is JSON throughout. If not, a missing field may just have been lost, and is not complained about.</param>
internal sealed class ManifestFindings(string text, bool isJson)
{
    private readonly List<ManifestProblem> _problems = [];

    /// <summary>The problems in the order of the text.</summary>
    public IReadOnlyList<ManifestProblem> InTextOrder() => _problems.OrderBy(static p => p.Span.Start).ToArray();

    public void Add(ManifestRule rule, JsonSpan span, params string[] arguments) => _problems.Add(new(rule, span, arguments));

    /// <summary>A problem that may be no more than a part lost in broken JSON: only said when nothing is broken.</summary>
    public void AddWhenJson(ManifestRule rule, JsonSpan span, params string[] arguments)
    {
        if (isJson)
            Add(rule, span, arguments);
    }

    public void AddMissing(JsonSpan brace, string name, string place, string example) =>
        AddWhenJson(ManifestRules.FieldMissing, brace, name, place, example);

    public void AddWrongKind(JsonNode value, string name, string kind, string example)
    {
        if (value is not JsonMissingNode)
            Add(ManifestRules.WrongKind, Point(value), name, kind, value.Kind, example);
    }

    /// <summary>The value as it is written, for a message.</summary>
    public string Quote(JsonNode value) => Wording.Shorten(text.Substring(value.Span.Start, value.Span.Length));

    /// <summary>Where a message about a value points to: its opening bracket, or all of it when it has none.</summary>
    public static JsonSpan Point(JsonNode value) =>
        value is JsonObjectNode or JsonArrayNode ? new(value.Span.Start, 1) : value.Span;
}

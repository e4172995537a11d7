namespace ProcVision.Json;

/// <summary>A JSON text as a tree with positions, as good as it could be read.</summary>
internal sealed class JsonTree
{
    /// <summary>Arrays and objects may be nested this deep, as in System.Text.Json.</summary>
    public const int MaxDepth = 64;

    /// <summary>After so many problems the rest is read, but no longer complained about: the file is not meant as JSON.</summary>
    public const int MaxProblems = 50;

    private JsonTree(JsonNode root, IReadOnlyList<JsonProblem> problems)
    {
        Root = root;
        Problems = problems;
    }

    /// <summary>The value of the document; a <see cref="JsonMissingNode"/> when there is none.</summary>
    public JsonNode Root { get; }

    /// <summary>Where the text is not JSON, in the order of the text; empty for a valid one.</summary>
    public IReadOnlyList<JsonProblem> Problems { get; }

    /// <summary>Whether the text is JSON (RFC 8259, no comments, no trailing commas).</summary>
    public bool IsValid => Problems.Count == 0;

    /// <summary>Reads <paramref name="text"/> from <paramref name="start"/>, in time linear to its length; never throws for bad text.</summary>
    /// <param name="text">The document. A byte order mark is not part of JSON: whoever accepts one starts behind it.</param>
    /// <param name="start">The first character to read. Spans count from the beginning of <paramref name="text"/> all the same.</param>
    public static JsonTree Parse(string text, int start = 0)
    {
        var problems = new JsonProblemList();
        var root = new JsonParser(new JsonScanner(text, start, problems), problems).ParseDocument();
        return new(root, problems.OrderBy(static p => p.Span.Start).ToArray());
    }
}

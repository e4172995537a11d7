namespace ProcVision.Json;

/// <summary>One place where a text is not JSON.</summary>
/// <param name="Span">The offending characters; empty where something is missing.</param>
/// <param name="Cause">What is wrong, as a clause without capital and full stop.</param>
/// <param name="Cure">What to do about it, as a sentence without its full stop.</param>
internal readonly record struct JsonProblem(JsonSpan Span, string Cause, string Cure)
{
    /// <summary>Both as two sentences.</summary>
    public string Message => $"The text is not valid JSON: {Cause}. {Cure}.";
}

using System.Globalization;
using ProcVision.Json;

namespace ProcVision.Manifests;

/// <summary>A finding about a manifest at one place of its text.</summary>
/// <param name="Rule">Which rule is broken.</param>
/// <param name="Span">Where.</param>
/// <param name="Arguments">What fills the rule's message.</param>
internal sealed record ManifestProblem(ManifestRule Rule, JsonSpan Span, params string[] Arguments)
{
    /// <summary>Two sentences: cause and cure.</summary>
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, [.. Arguments]);
}

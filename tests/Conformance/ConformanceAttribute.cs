using Xunit.v3;

namespace ProcVision.Conformance;

/// <summary>
/// Names the facts of the existing platform that a test shows: numbers of the conformance list (<c>258</c>), parts of one (<c>"531B"</c>) and
/// stances on its contradictions (<c>"C26"</c>). docs/conformance.md is made from these marks and the results of their tests.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ConformanceAttribute(params object[] facts) : Attribute, ITraitAttribute
{
    /// <summary>The name of the trait in a report of test results.</summary>
    internal const string Trait = "conformance";

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [.. facts.Select(static fact => KeyValuePair.Create(Trait, FormattableString.Invariant($"{fact}")))];
}

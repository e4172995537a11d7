namespace ProcVision.Conformance;

/// <summary>A part of the list: facts that belong together.</summary>
/// <param name="Title">The heading of its table.</param>
/// <param name="Range">Its numbers in words, <c>227–257</c>; null where only what tests happen to show is listed, and nothing has to be complete.</param>
/// <param name="Facts">In the order of their numbers.</param>
internal sealed record FactSection(string Title, string? Range, IReadOnlyList<Fact> Facts)
{
    /// <summary>Every fact needs a test or an owner.</summary>
    internal bool IsComplete => Range is not null;
}

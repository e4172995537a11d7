namespace ProcVision.Conformance;

/// <summary>What keeps the list from being true.</summary>
internal static class Check
{
    /// <summary>One sentence for every problem, with the fact and the test it is about.</summary>
    internal static IEnumerable<string> Problems(IReadOnlyList<FactSection> sections, ILookup<string, TestEvidence> tests)
    {
        foreach (var fact in sections.Where(static section => section.IsComplete).SelectMany(static section => section.Facts))
        {
            if (!tests.Contains(fact.Id) && fact.Owner is null)
                yield return $"{fact.Id} has neither a test nor an owner: {fact.Title}";
            else if (tests.Contains(fact.Id) && tests[fact.Id].All(static test => test.Outcome is TestOutcome.Skipped))
                yield return $"{fact.Id} is shown only by tests that were skipped: {string.Join("; ", tests[fact.Id].Select(static test => $"{Name(test)} ({test.SkipReason})"))}";
        }

        var known = sections.SelectMany(static section => section.Facts).Select(static fact => fact.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var fact in tests.OrderBy(static fact => fact.Key, StringComparer.Ordinal))
        {
            if (!known.Contains(fact.Key))
                yield return $"{fact.Key} is not in facts.tsv, but marks {string.Join(", ", fact.Select(Name))}. Correct the mark or add the fact with its title.";
            foreach (var test in fact.Where(static test => test.Outcome is TestOutcome.Failed))
                yield return $"{fact.Key} failed: {Name(test)}";
        }
    }

    private static string Name(TestEvidence test) => $"{test.Project} {test.Class}.{test.Method}";
}

using System.Text;

namespace ProcVision.Conformance;

/// <summary>Writes docs/conformance.md.</summary>
internal static class Page
{
    /// <summary>The whole document, the same for the same facts and results.</summary>
    internal static string Write(IReadOnlyList<FactSection> sections, ILookup<string, TestEvidence> tests)
    {
        var page = new StringBuilder();
        page.Append("""
            # What the existing platform does, and the test that shows that we do it too

            Each number is a fact of the Python SDK or of the platform that hosts algorithms. A stance, `C26`, is what this product does where
            they contradict themselves. A fact has the tests that show it, or, in italics, why it has none; in the last part only what tests happen to show is listed.

            Made from the tests' marks and results; do not edit:

            ```sh
            dotnet test --report-xunit-xml --results-directory RESULTS
            dotnet run --project tests/Conformance/ProcVision.Conformance -- RESULTS
            ```

            """);

        foreach (var section in sections)
        {
            page.Append('\n').Append("## ").Append(section.Title);
            if (section.Range is { } range)
                page.Append(" (").Append(range.Replace("-", "–", StringComparison.Ordinal).Replace(",", ", ", StringComparison.Ordinal)).Append(')');
            page.Append("\n\n| fact | what it says | stance | shown by | result |\n|---|---|---|---|---|\n");
            foreach (var fact in section.Facts.Where(fact => section.IsComplete || tests.Contains(fact.Id)))
                page.Append(Row(fact, [.. tests[fact.Id]]));
        }

        return page.ToString();
    }

    private static string Row(Fact fact, TestEvidence[] tests)
    {
        string[] shownBy = fact.Owner is { } owner ? [.. tests.Select(Link), $"*{Cell(owner)}*"] : [.. tests.Select(Link)];
        return $"| {fact.Id} | {Cell(fact.Title)} | {string.Join(", ", fact.Stances)} | {string.Join("<br>", shownBy)} | {Result(tests)} |\n";
    }

    private static string Link(TestEvidence test)
    {
        string name = $"`{test.Class}.{test.Method}`";
        string link = test.Source is { } source ? $"[{name}](../{source})" : name;
        string place = $"{ShortName(test.Project)}: {link}";
        return test.SkipReason is { } reason ? $"{place} (skipped: {Cell(reason)})" : place;
    }

    // ProcVision.Sdk.Tests is Sdk; the link has the rest.
    private static string ShortName(string project) =>
        project.Replace("ProcVision.", "", StringComparison.Ordinal).Replace(".Tests", "", StringComparison.Ordinal);

    // Of tests for several systems those of the others are skipped: one that ran and held is enough.
    private static string Result(TestEvidence[] tests) => tests.Length == 0 ? "" : tests.Max(static test => test.Outcome) switch
    {
        TestOutcome.Passed => "passed",
        TestOutcome.Skipped => "skipped",
        _ => "**failed**",
    };

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}

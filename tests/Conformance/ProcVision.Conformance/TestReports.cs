using System.Xml.Linq;

namespace ProcVision.Conformance;

/// <summary>Reads the reports that <c>dotnet test --report-xunit-xml</c> writes: which test shows which fact, and how it ended.</summary>
internal static class TestReports
{
    private const string Trait = "conformance";

    /// <summary>The tests that show each fact, in the order of project, class and method.</summary>
    internal static ILookup<string, TestEvidence> Read(IEnumerable<XDocument> reports)
    {
        var cases =
            from report in reports
            from assembly in report.Descendants("assembly")
            let project = Path.GetFileNameWithoutExtension(Attribute(assembly, "name").Replace('\\', '/'))
            from test in assembly.Descendants("test")
            where Attribute(test, "result") != "NotRun"
            from fact in test.Descendants("trait").Where(static trait => Attribute(trait, "name") == Trait).Select(static trait => Attribute(trait, "value")).Distinct()
            select (project, test, fact);

        var evidence =
            from @case in cases
            group @case.test by (@case.fact, @case.project, type: Attribute(@case.test, "type"), method: Attribute(@case.test, "method")) into test
            let outcome = test.Max(Outcome)
            orderby test.Key.project, test.Key.type, test.Key.method
            select (test.Key.fact, test: new TestEvidence(test.Key.project, ShortName(test.Key.type), test.Key.method, Source(test.First()), outcome,
                outcome is TestOutcome.Skipped ? (string?)test.First().Element("reason") ?? "no reason given" : null));

        return evidence.ToLookup(static pair => pair.fact, static pair => pair.test, StringComparer.Ordinal);
    }

    private static string Attribute(XElement element, string name) =>
        (string?)element.Attribute(name) ?? throw new FormatException($"A <{element.Name}> of a test report has no '{name}'.");

    private static TestOutcome Outcome(XElement test) => Attribute(test, "result") switch
    {
        "Pass" => TestOutcome.Passed,
        "Skip" => TestOutcome.Skipped,
        _ => TestOutcome.Failed,
    };

    private static string ShortName(string type) => type[(type.LastIndexOf('.') + 1)..].Replace('+', '.');

    // The compiler wrote the path, and where it built is no business of the document: everything from tests/ on.
    private static string? Source(XElement test)
    {
        string? path = ((string?)test.Attribute("source-file"))?.Replace('\\', '/');
        return path?.LastIndexOf("/tests/", StringComparison.Ordinal) is { } start and >= 0 ? path[(start + 1)..] : null;
    }
}

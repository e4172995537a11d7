using System.Xml.Linq;
using ProcVision.Conformance;

if (args is not [var results, .. { Length: <= 1 } options] || options is not ([] or ["--check"]))
{
    Console.Error.WriteLine("usage: ProcVision.Conformance RESULTS [--check]\n"
        + "RESULTS holds the reports of `dotnet test --report-xunit-xml --results-directory RESULTS`. Writes docs/conformance.md;\n"
        + "with --check it is compared instead, and the exit code is 1 when it is not true or a fact has neither a passed test nor an owner.");
    return 2;
}

string[] reports = Directory.Exists(results) ? Directory.GetFiles(results, "*.xunit.xml", SearchOption.AllDirectories) : [];
if (reports.Length == 0)
{
    Console.Error.WriteLine($"{results} has no report *.xunit.xml. Run `dotnet test --report-xunit-xml --results-directory {results}` first.");
    return 2;
}

var root = RepositoryRoot();
string document = Path.Combine(root, "docs", "conformance.md");
var sections = FactList.Parse(File.ReadLines(Path.Combine(root, "tests", "Conformance", "facts.tsv")));
var tests = TestReports.Read(reports.Select(static file => XDocument.Load(file)));
string page = Page.Write(sections, tests);

List<string> problems = [.. Check.Problems(sections, tests)];
if (options is [])
    File.WriteAllText(document, page);
else if (!File.Exists(document) || File.ReadAllText(document).ReplaceLineEndings("\n") != page)
    problems.Add($"docs/conformance.md is not what this run shows. Write it again: dotnet run --project tests/Conformance/ProcVision.Conformance -- {results}");

foreach (string problem in problems)
    Console.Error.WriteLine(problem);
int complete = sections.Where(static section => section.IsComplete).Sum(static section => section.Facts.Count);
Console.WriteLine($"{complete} facts, {problems.Count} problems");
return options is ["--check"] && problems.Count > 0 ? 1 : 0;

static string RepositoryRoot()
{
    for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
    {
        if (File.Exists(Path.Combine(folder, "global.json")))
            return folder;
    }

    throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} is the repository: none has a global.json.");
}

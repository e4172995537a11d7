using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Rules;

/// <summary>What holds for every rule of every analyzer, also for those yet to be written.</summary>
public sealed partial class RuleCatalogueTests
{
    public static TheoryData<string> Ids => [.. Catalogue.Descriptors.Select(d => d.Id).Distinct()];

    [Fact]
    public void Rules_are_found() => Assert.Contains(Catalogue.Descriptors, d => d.Id == "PV0002");

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_id_has_one_text(string id) => Assert.Single(Catalogue.Descriptors, d => d.Id == id);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_and_its_link_leads_there(string id)
    {
        var rule = The(id);
        const string Branch = "https://github.com/procvision/procvision-generated/blob/main/";

        Assert.StartsWith(Branch, rule.HelpLinkUri, StringComparison.Ordinal);
        string page = Path.Combine(Catalogue.Root, rule.HelpLinkUri[Branch.Length..]);
        Assert.Equal(Catalogue.PathOfPage(id), page);
        Assert.Equal($"# {id}: {rule.Title}", File.ReadLines(page).First());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_says_why_the_rule_matters_before_what_is_made_from_its_example(string id)
    {
        var written = File.ReadLines(Catalogue.PathOfPage(id)).TakeWhile(line => line != "## Failing").ToList();

        Assert.Equal(["## Why it matters on a line"], written.Where(line => line.StartsWith("## ", StringComparison.Ordinal)));
        int why = written.IndexOf("## Why it matters on a line");
        Assert.Contains(written.Take(why).Skip(1), line => line.Length > 0);
        Assert.Contains(written.Skip(why + 1), line => line.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_message_is_two_sentences_cause_and_cure(string id)
    {
        string message = The(id).MessageFormat.ToString(null);

        Assert.Matches(TwoSentences(), message);
        Assert.DoesNotMatch(ThirdSentence(), message);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_title_is_one_line_without_a_full_stop(string id)
    {
        string title = The(id).Title.ToString(null);

        Assert.DoesNotContain('\n', title);
        Assert.False(title.EndsWith('.'), title);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_release_row(string id)
    {
        var rule = The(id);
        string row = $"{id} | {rule.Category} | {rule.DefaultSeverity} | {rule.Title}";

        Assert.Single(ReleaseRows(), r => r == row);
        Assert.Equal(Rule.CategoryOf(id), rule.Category);
    }

    [Fact]
    public void The_index_is_made_from_the_rules() =>
        CheckedFile.Verify(Path.Combine(Catalogue.Root, "analyzers", "rules", "README.md"), RuleIndex.Compose());

    [Fact]
    public void A_release_row_has_a_rule() =>
        Assert.All(ReleaseRows(), row => Assert.Contains(Catalogue.Descriptors, d => d.Id == row[..6]));

    [Fact]
    public void A_page_has_a_rule()
    {
        var ids = Catalogue.Descriptors.Select(d => d.Id).Append(ManifestRules.NoManifest.Id).ToHashSet();
        var pages = Directory.EnumerateFiles(Path.Combine(Catalogue.Root, "analyzers", "rules"), "PV*.md");

        Assert.All(pages, page => Assert.True(ids.Contains(Path.GetFileNameWithoutExtension(page)) != IsRetired(page), page));
    }

    private static bool IsRetired(string page) => File.ReadLines(page).First().EndsWith(": retired", StringComparison.Ordinal);

    private static DiagnosticDescriptor The(string id) => Catalogue.Descriptors.First(d => d.Id == id);

    private static IEnumerable<string> ReleaseRows() =>
        Directory.EnumerateFiles(Path.Combine(Catalogue.Root, "analyzers", "ProcVision.Analyzers"), "AnalyzerReleases.*.md")
            .SelectMany(File.ReadLines)
            .Where(line => line.StartsWith("PV", StringComparison.Ordinal));

    [GeneratedRegex(@"^[A-Z'{\[].*\. [A-Z{'].*\.$")]
    private static partial Regex TwoSentences();

    [GeneratedRegex(@"\. .*\. ")]
    private static partial Regex ThirdSentence();
}

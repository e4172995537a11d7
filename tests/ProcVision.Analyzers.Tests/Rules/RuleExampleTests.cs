namespace ProcVision.Analyzers.Rules;

/// <summary>
/// The examples of the rules, in <c>samples/Mistakes</c>: the failing side says what its <c>expected.txt</c> says, the fixed side nothing, and the pages show both.
/// <c>PROCVISION_UPDATE_SNAPSHOTS=1</c> writes what is made from the examples.
/// </summary>
public sealed class RuleExampleTests
{
    public static TheoryData<string> Ids => RuleCatalogueTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_failing_example_says_the_rule_at_its_place_and_no_other(string id)
    {
        var example = RuleExample.Of(id);
        var findings = await ExampleProject.CompileAsync(example, "Failing");

        CheckedFile.Verify(example.ExpectedPath, string.Concat(findings.Select(f => f + "\n")));
        Assert.Contains(findings, f => f.Id == id);
        Assert.DoesNotContain(findings, f => f.Id != id);
        Assert.DoesNotContain(findings, f => f.Marked.Length == 0 && id != "PV0007");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_fixed_example_compiles_and_no_rule_says_anything(string id) =>
        Assert.Empty(await ExampleProject.CompileAsync(RuleExample.Of(id), "Fixed"));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_page_shows_the_example_and_what_the_compiler_says(string id)
    {
        var example = RuleExample.Of(id);
        var rule = Catalogue.Descriptors.First(d => d.Id == id);
        string path = Catalogue.PathOfPage(id);
        Assert.True(File.Exists(path), $"There is no {path}. Write it: '# {id}: {rule.Title}', the cause, '## Why it matters on a line'; the rest is made from the example.");

        var findings = await ExampleProject.CompileAsync(example, "Failing");
        CheckedFile.Verify(path, RulePage.Compose(rule, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), example, findings));
    }

    [Fact]
    public void An_example_has_a_rule() =>
        Assert.All(RuleExample.All.Keys, id => Assert.Contains(Catalogue.Descriptors, d => d.Id == id));

    [Fact]
    public void What_only_informs_is_raised_in_the_samples() =>
        CheckedFile.Verify(Path.Combine(RuleExample.Root, ".globalconfig"), RuleIndex.RaisedRules());
}

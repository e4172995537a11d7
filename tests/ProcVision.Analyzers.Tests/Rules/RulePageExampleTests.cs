namespace ProcVision.Analyzers.Rules;

/// <summary>The examples of the pages are compiled: the failing one shows the rule, the fixed one does not.</summary>
public sealed class RulePageExampleTests
{
    /// <summary>The class that the manifests of the pages name, for pages that show no C#.</summary>
    private const string Demo = "[Algorithm] public sealed partial class Demo { }";

    /// <summary>PV0007 is about the bytes of a file, which no page can show; its own test has them.</summary>
    public static TheoryData<string> Ids => [.. Catalogue.Descriptors.Select(d => d.Id).Distinct().Where(id => id != "PV0007")];

    /// <summary>PV1014 needs the generator of somebody else; its own test has one.</summary>
    public static TheoryData<string> IdsWithFailing => [.. Ids.Select(row => row.Data).Where(id => id != "PV1014")];

    [Theory]
    [MemberData(nameof(IdsWithFailing))]
    public async Task The_failing_example_shows_the_rule(string id)
    {
        var (_, findings) = await Example(id, "Failing").CompileAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(findings, d => d.Id == "AD0001");
        Assert.Contains(findings, d => d.Id == id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_fixed_example_compiles_and_shows_no_rule_of_its_kind(string id)
    {
        var (errors, findings) = await Example(id, "Fixed").CompileAsync(TestContext.Current.CancellationToken);

        // A page about a manifest shows no C#, so rules about the missing methods are to be expected.
        Assert.DoesNotContain(findings, d => d.Id == "AD0001" || d.Id.StartsWith(id[..3], StringComparison.Ordinal));
        Assert.Empty(errors.Select(d => d.ToString()));
    }

    private static ExampleProject Example(string id, string section)
    {
        var page = RulePage.Open(id);
        string[] sources = page.Blocks(section, "csharp");
        string[] manifests = page.Blocks(section, "json");
        Assert.True(sources.Length + manifests.Length > 0, $"the page of {id} has no example under '{section}'");
        return new(sources.Length > 0 ? sources : [Demo], manifests);
    }
}

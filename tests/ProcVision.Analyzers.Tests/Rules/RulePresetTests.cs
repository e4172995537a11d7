using System.Text;
using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Rules;

/// <summary>The severities that a project can take all at once, made from the rules.</summary>
public sealed class RulePresetTests
{
    [Theory]
    [InlineData("strict", "Nothing is built that any rule finds something in: for a package that goes to a line.")]
    [InlineData("lenient", "Only what cannot work stops a build: for a first try, and for code that comes from elsewhere.")]
    public void A_preset_has_every_rule(string name, string meaning)
    {
        var text = new StringBuilder()
            .Append($"# {meaning}\n")
            .Append("# <GlobalAnalyzerConfigFiles Include=\"…/").Append(name).Append(".globalconfig\" /> in a project takes it; own files with a higher global_level win.\n")
            .Append("# Made by ProcVision.Analyzers.Tests with PROCVISION_UPDATE_SNAPSHOTS=1: do not edit.\n")
            .Append("is_global = true\nglobal_level = -1\n");
        foreach (var rule in Catalogue.Descriptors.Where(rule => rule.Id.StartsWith("PV", StringComparison.Ordinal)).DistinctBy(rule => rule.Id))
            text.Append($"\n# {rule.Title}\ndotnet_diagnostic.{rule.Id}.severity = {SeverityIn(name, rule.DefaultSeverity)}\n");

        CheckedFile.Verify(Path.Combine(Catalogue.Root, "analyzers", "presets", name + ".globalconfig"), text.ToString());
    }

    private static string SeverityIn(string preset, DiagnosticSeverity severity) => (preset, severity) switch
    {
        (_, DiagnosticSeverity.Error) => "error",
        ("strict", DiagnosticSeverity.Warning) => "error",
        ("strict", _) => "warning",
        (_, DiagnosticSeverity.Warning) => "suggestion",
        _ => "silent",
    };
}

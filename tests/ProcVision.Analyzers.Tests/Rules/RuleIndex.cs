using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ProcVision.Analyzers.Rules;

/// <summary>What is made from the list of the rules.</summary>
internal static class RuleIndex
{
    private static readonly (char Thousand, string Title, string About)[] Groups =
    [
        ('0', "Manifest", "`manifest.json`: what it says, and whether it fits the project. Severities of findings in a manifest can be set in a `.globalconfig` only."),
        ('1', "Algorithm", "The class marked `[Algorithm]`, its step methods and its hooks."),
        ('2', "Session", "What is kept from step to step."),
        ('3', "Result", "What a step answers."),
        ('4', "Process", "How a process behaves that others depend on."),
    ];

    /// <summary>The text of <c>analyzers/rules/README.md</c>.</summary>
    public static string Compose()
    {
        var fixable = Fixable();
        var rules = Catalogue.Descriptors.DistinctBy(d => d.Id).ToList();
        var text = new StringBuilder($"""
            # The rules

            {rules.Count} rules, one page each: the cause, why it matters on a line, an example that fails, what the compiler says about it, the same without the mistake, and how
            to suppress the rule. The examples are compiled: `dotnet build samples/Mistakes` prints every rule. Rules marked ✎ have a fix, which an editor offers and
            `dotnet format analyzers --diagnostics PVnnnn` applies; [which fixes there are](../README.md), and how a rule is written.

            <!-- Made from the rules themselves by ProcVision.Analyzers.Tests with PROCVISION_UPDATE_SNAPSHOTS=1: do not edit. -->

            """);
        foreach (var (thousand, title, about) in Groups)
        {
            var own = rules.Where(r => r.Id[2] == thousand).ToList();
            if (own.Count == 0)
                continue;
            _ = text.Append($"\n## {title}\n\n{about}\n\n| rule | severity | what it finds | |\n|---|---|---|---|\n");
            foreach (var rule in own)
                _ = text.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.DefaultSeverity} | {rule.Title} | {(fixable.Contains(rule.Id) ? "✎ |" : "|")}\n");
        }

        var retired = Directory.EnumerateFiles(Path.GetDirectoryName(Catalogue.PathOfPage("PV0000"))!, "PV*.md")
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .Where(id => rules.All(r => r.Id != id))
            .Order(StringComparer.Ordinal)
            .Select(id => $"[{id}]({id}.md)");
        return text.Append($"\nIds are never reused or renumbered. Retired, with a page that says what came in their place: {string.Join(", ", retired)}.\n").ToString();
    }

    /// <summary>The text of <c>samples/Mistakes/.globalconfig</c>.</summary>
    public static string RaisedRules() =>
        "is_global = true\n\n# Rules that only inform are raised, so that the build prints them.\n"
        + string.Concat(Catalogue.Descriptors
            .Where(d => d.DefaultSeverity == DiagnosticSeverity.Info)
            .Select(d => $"dotnet_diagnostic.{d.Id}.severity = warning\n")
            .Distinct());

    private static HashSet<string> Fixable() =>
    [
        .. Assembly.Load("ProcVision.CodeFixes").GetTypes()
            .Where(type => !type.IsAbstract && typeof(CodeFixProvider).IsAssignableFrom(type))
            .SelectMany(type => ((CodeFixProvider)Activator.CreateInstance(type, nonPublic: true)!).FixableDiagnosticIds),
    ];
}

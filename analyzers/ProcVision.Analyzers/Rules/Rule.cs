using Microsoft.CodeAnalysis;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Rules;

/// <summary>The one place where descriptors are made, so that category and help link follow from the id.</summary>
internal static class Rule
{
    /// <summary>Where the page of every rule lies; a test checks that each link has its page.</summary>
    public const string Pages = "https://github.com/procvision/procvision-generated/blob/main/analyzers/rules/";

    /// <summary>Makes a descriptor.</summary>
    /// <param name="id"><c>PVnnnn</c>; its thousand gives the category.</param>
    /// <param name="title">One line without a final full stop.</param>
    /// <param name="message">Two sentences: the cause, then the cure.</param>
    /// <param name="severity">The severity unless the author configures another.</param>
    /// <param name="atCompilationEnd">Whether the finding is made in a compilation-end action (editors then show it only after a build).</param>
    public static DiagnosticDescriptor Create(
        string id,
        string title,
        string message,
        DiagnosticSeverity severity = DiagnosticSeverity.Error,
        bool atCompilationEnd = false) =>
        new(
            id,
            title,
            message,
            CategoryOf(id),
            severity,
            isEnabledByDefault: true,
            helpLinkUri: Pages + id + ".md",
            customTags: atCompilationEnd ? [WellKnownDiagnosticTags.CompilationEnd] : []);

    /// <summary>Makes the descriptor of a manifest rule, whose text is shared with the Runner.</summary>
    public static DiagnosticDescriptor Create(ManifestRule rule) =>
        Create(
            rule.Id,
            rule.Title,
            rule.Message,
            rule.Severity switch
            {
                ManifestSeverity.Error => DiagnosticSeverity.Error,
                ManifestSeverity.Warning => DiagnosticSeverity.Warning,
                _ => DiagnosticSeverity.Info,
            },
            rule.NeedsCompilation);

    /// <summary>The category: one per thousand of ids.</summary>
    internal static string CategoryOf(string id) => id[2] switch
    {
        '0' => "ProcVision.Manifest",
        '1' => "ProcVision.Algorithm",
        '2' => "ProcVision.Session",
        '3' => "ProcVision.Result",
        '4' => "ProcVision.Process",
        _ => throw new ArgumentException($"'{id}' is in no thousand of rules.", nameof(id)),
    };
}

using System.Text;
using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Rules;

/// <summary>
/// A page under <c>analyzers/rules</c>: title, cause, why it matters and how to suppress are written by hand, what stands between is made from the rule's example.
/// </summary>
internal static class RulePage
{
    private const string Suppression = "## How to suppress\n";

    /// <summary>The page as it must be, from what its author wrote and what the compiler says.</summary>
    public static string Compose(DiagnosticDescriptor rule, string written, RuleExample example, IReadOnlyList<ExampleFinding> findings)
    {
        string[] generated = ["## Failing\n", "## What the compiler says\n", "## Fixed\n", Suppression];
        int end = generated.Select(heading => written.IndexOf("\n" + heading, StringComparison.Ordinal)).Where(i => i >= 0).DefaultIfEmpty(written.Length).Min();
        int tail = written.IndexOf("\n" + Suppression, StringComparison.Ordinal);

        var page = new StringBuilder(written[..end].Trim()).Append("\n\n");
        AppendExample(page, rule, example, findings);
        return page.Append(tail >= 0 ? written[tail..].Trim() : DefaultSuppression(rule, findings)).Append('\n').ToString();
    }

    private static void AppendExample(StringBuilder page, DiagnosticDescriptor rule, RuleExample example, IReadOnlyList<ExampleFinding> findings)
    {
        string[] kinds = Kinds(rule, findings);
        var failing = kinds.Select(kind => (Kind: kind, Failing: example.Files("Failing", kind), Fixed: example.Files("Fixed", kind))).ToList();

        page.Append("## Failing\n\n");
        foreach (var (kind, files, _) in failing)
            AppendFiles(page, kind, files, named: files.Count > 1);

        page.Append("## What the compiler says\n\n```text\n").AppendJoin('\n', findings.Select(f => Quote(f, failing.Any(k => k.Failing.Count > 1)))).Append("```\n\n");

        page.Append("## Fixed\n\n");
        foreach (var (kind, before, after) in failing)
        {
            var changed = after.Where(file => before.FirstOrDefault(b => b.Place == file.Place) is not { } same || same.Shown != file.Shown || same.Encoding != file.Encoding).ToList();
            AppendFiles(page, kind, changed, named: after.Count > 1);
        }
    }

    /// <summary>A rule about the manifest shows C# only where it looks at C#.</summary>
    private static string[] Kinds(DiagnosticDescriptor rule, IReadOnlyList<ExampleFinding> findings)
    {
        if (!IsAboutManifest(rule))
            return ["cs", "json"];
        bool looksAtCode = rule.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd) || findings.Any(f => f.File.EndsWith(".cs", StringComparison.Ordinal));
        return looksAtCode ? ["cs", "json"] : ["json"];
    }

    private static void AppendFiles(StringBuilder page, string kind, IReadOnlyList<ExampleFile> files, bool named)
    {
        foreach (var file in files)
        {
            if (file.Encoding is { } encoding)
                page.Append($"Stored as {encoding}:\n\n");
            else if (named)
                page.Append($"`{file.Name}`\n\n");
            page.Append("```").Append(kind == "cs" ? "csharp" : kind).Append('\n').Append(file.Shown).Append("\n```\n\n");
        }
    }

    /// <summary>The line with its place underlined, and the message below.</summary>
    private static string Quote(ExampleFinding finding, bool named)
    {
        string line = finding.Line;
        int indent = line.Length - line.TrimStart().Length;
        int start = Math.Max(finding.Lines.Start.Character, indent);
        string underline = new string(' ', Width(line[indent..start])) + new string('~', Math.Max(1, Width(line[start..Math.Max(start, finding.EndInLine)])));
        return $"{(named ? finding.File + ":\n" : "")}{line.Trim()}\n{underline}\n{finding.Said}\n";
    }

    /// <summary>Columns of a text in a fixed-width font, in which a Chinese character takes two.</summary>
    private static int Width(string text) => text.Sum(c => c >= 0x2E80 ? 2 : 1);

    private static string DefaultSuppression(DiagnosticDescriptor rule, IReadOnlyList<ExampleFinding> findings)
    {
        string how = findings.Any(f => f.File.EndsWith(".cs", StringComparison.Ordinal))
            ? $"Reported on C#, so every way of C# works: `#pragma warning disable {rule.Id}`, `[SuppressMessage]`, `.editorconfig`, or `.globalconfig`."
            : "The severity of a finding in a manifest can only be set in a `.globalconfig` file beside the project; `.editorconfig` and `#pragma` have no effect on it.";
        string severity = rule.DefaultSeverity == DiagnosticSeverity.Error ? "suggestion" : "none";
        return $"{Suppression}\n{how}\n\n```ini\nis_global = true\ndotnet_diagnostic.{rule.Id}.severity = {severity}\n```";
    }

    private static bool IsAboutManifest(DiagnosticDescriptor rule) => rule.Category == Rule.CategoryOf("PV0000");
}

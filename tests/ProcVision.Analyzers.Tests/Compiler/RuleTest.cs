using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace ProcVision.Analyzers.Compiler;

/// <summary>Compares the findings in a marked source with its marks, <c>{|PV1001:Demo|}</c>: every id at its exact place, and no other.</summary>
internal static class RuleTest
{
    private const string Imports = "global using System; global using System.Collections.Generic; global using ProcVision;";

    /// <summary>Checks the findings of all rules but those about the text of a manifest.</summary>
    /// <param name="marked">The source.</param>
    /// <param name="manifests">The manifests of the project.</param>
    /// <returns>The messages, in the order of the text.</returns>
    public static Task<IReadOnlyList<string>> FindAsync([StringSyntax("c#-test")] string marked, params string[] manifests) =>
        FindAsync(new TestProject(), marked, manifests);

    public static async Task<IReadOnlyList<string>> FindAsync(TestProject project, [StringSyntax("c#-test")] string marked, params string[] manifests)
    {
        TestFileMarkupParser.GetSpans(marked, out string source, out ImmutableDictionary<string, ImmutableArray<TextSpan>> marks);
        project.Code(source, "/project/Marked.cs").Code(Imports);
        foreach (string manifest in manifests)
            project.Manifest(manifest, $"{project.Manifests.Length}/manifest.json");

        var build = project.Build();
        var findings = (await build.AnalyzeAsync())
            .Where(d => !d.Id.StartsWith("PV0", StringComparison.Ordinal) || d.Id is "PV0001")
            .OrderBy(d => d.Location.SourceSpan.Start)
            .ThenBy(d => d.Id, StringComparer.Ordinal)
            .ToList();
        Assert.All(findings, d => Assert.Equal("/project/Marked.cs", d.Location.SourceTree?.FilePath));

        var expected = marks.SelectMany(m => m.Value.Select(span => Show(m.Key, span, source))).Order();
        var actual = findings.Select(d => Show(d.Id, d.Location.SourceSpan, source)).Order();
        Assert.Equal(expected, actual);

        // What stops the compiler before analyzers are heard.
        Assert.DoesNotContain("CS0246", build.CompilerIds);
        Assert.DoesNotContain("CS9248", build.CompilerIds);
        Assert.DoesNotContain("CS0260", build.CompilerIds);
        Assert.DoesNotContain("CS0102", build.CompilerIds);
        return [.. findings.Select(d => d.GetMessage(null))];
    }

    private static string Show(string id, TextSpan span, string source) => $"{id} at {span}: {source.Substring(span.Start, span.Length)}";
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Sources;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>What the project file says.</summary>
/// <param name="Namespace">Where the table goes, as source.</param>
/// <param name="Decoder">The image decoder's type; null for none.</param>
/// <param name="WantsProgram">False with <c>ProcVisionEntryPoint=false</c>.</param>
internal sealed record ProjectOptions(string Namespace, string? Decoder, bool WantsProgram)
{
    public static IncrementalValueProvider<ProjectOptions> Of(IncrementalGeneratorInitializationContext context) =>
        context.AnalyzerConfigOptionsProvider
            .Combine(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName ?? ""))
            .Select(static (pair, _) => Of(pair.Left.GlobalOptions, pair.Right));

    private static ProjectOptions Of(AnalyzerConfigOptions options, string assembly)
    {
        string root = Property("RootNamespace") is { Length: > 0 } given ? given : assembly;
        string decoder = Property("ProcVisionImageDecoder");
        return new(
            NamespaceOf(root),
            decoder.Length == 0 || decoder.Equals("none", StringComparison.OrdinalIgnoreCase) ? null : decoder,
            !Property("ProcVisionEntryPoint").Equals("false", StringComparison.OrdinalIgnoreCase));

        string Property(string name) => options.TryGetValue("build_property." + name, out string? value) ? value.Trim() : "";
    }

    /// <summary>A root namespace is any text, as <c>algorithm-example</c>; each part becomes an identifier.</summary>
    private static string NamespaceOf(string root)
    {
        var parts = root.Split('.').Where(p => p.Length > 0).Select(p => CSharpName.Identifier(Identifiers.IsValid(p) ? p : Clean(p)));
        string name = string.Join(".", parts);
        return name.Length == 0 ? "Algorithms" : name;
    }

    private static string Clean(string part)
    {
        string clean = string.Concat(part.Select(c => Identifiers.IsValid("_" + c) ? c : '_'));
        return char.IsDigit(clean[0]) ? "_" + clean : clean;
    }
}

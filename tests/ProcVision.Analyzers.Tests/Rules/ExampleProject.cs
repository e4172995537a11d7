using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.Analyzers.Rules;

/// <summary>A project of C# files and manifests, compiled with every generator and analyzer of the assembly, and the generator of System.Text.Json.</summary>
/// <param name="sources">C# files; <c>System</c> and <c>ProcVision</c> are imported.</param>
/// <param name="manifests">The texts of the manifests.</param>
internal sealed class ExampleProject(IEnumerable<string> sources, IEnumerable<string> manifests)
{
    private readonly ImmutableArray<AdditionalText> _manifests = [.. manifests.Select((text, i) => new ManifestOnDisk($"/project/{i}/manifest.json", text))];

    /// <summary>The errors of the compiler and the findings of the analyzers.</summary>
    public async Task<(Diagnostic[] Errors, Diagnostic[] Findings)> CompileAsync(CancellationToken cancellation)
    {
        var parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14);
        var imports = "global using System; global using System.Collections.Generic; global using ProcVision;";
        var compilation = CSharpCompilation.Create(
            "Example",
            sources.Prepend(imports).Select((text, i) => CSharpSyntaxTree.ParseText(text, parsing, $"/project/{i}.cs", cancellationToken: cancellation)),
            [.. Net100.References.All, MetadataReference.CreateFromFile(typeof(AlgorithmAttribute).Assembly.Location)],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        var options = new ManifestOptions();
        _ = CSharpGeneratorDriver
            .Create(Catalogue.Generators.Append(JsonGenerator.Create()).Select(GeneratorExtensions.AsSourceGenerator), _manifests, parsing, options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _, cancellation);
        var findings = await generated
            .WithAnalyzers([.. Catalogue.Analyzers], new AnalyzerOptions(_manifests, options))
            .GetAnalyzerDiagnosticsAsync(cancellation);
        return ([.. generated.GetDiagnostics(cancellation).Where(d => d.Severity == DiagnosticSeverity.Error)], [.. findings]);
    }

    private sealed class ManifestOnDisk(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, System.Text.Encoding.UTF8);
    }

    /// <summary>What the build files of the package tell the compiler.</summary>
    private sealed class ManifestOptions : AnalyzerConfigOptionsProvider
    {
        private static readonly Options None = new([]);
        private static readonly Options Manifest = new(new() { ["build_metadata.AdditionalFiles.ProcVisionManifest"] = "true" });

        public override AnalyzerConfigOptions GlobalOptions { get; } =
            new Options(new() { ["build_property.RootNamespace"] = "Example", ["build_property.ProjectDir"] = "/project/" });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => None;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => Manifest;
    }

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value) =>
            values.TryGetValue(key, out value);
    }
}

using System.Collections.Immutable;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Compiler;

/// <summary>What came of a <see cref="TestProject"/>.</summary>
internal sealed class TestBuild(
    TestProject project,
    CSharpCompilation compilation,
    GeneratorDriverRunResult run,
    ImmutableArray<Diagnostic> generatorDiagnostics)
{
    public CSharpCompilation Compilation => compilation;

    /// <summary>The generated files by name.</summary>
    public IReadOnlyDictionary<string, string> Sources { get; } = run.Results[0].GeneratedSources
        .OrderBy(s => s.HintName, StringComparer.Ordinal)
        .ToDictionary(s => s.HintName, s => s.SourceText.ToString());

    /// <summary>Errors and warnings of the compiler; the generator itself reports nothing. Only generated code needs documentation (CS1591).</summary>
    public IReadOnlyList<string> CompilerFindings =>
    [
        .. generatorDiagnostics.Concat(compilation.GetDiagnostics())
            .Where(d => d.Severity >= DiagnosticSeverity.Warning)
            .Where(d => d.Id != "CS1591" || d.Location.SourceTree?.IsGenerated() == true)
            .Select(d => d.ToString()),
    ];

    /// <summary>The ids of <see cref="CompilerFindings"/>.</summary>
    public ISet<string> CompilerIds => compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.Id).ToHashSet();

    public async Task<ImmutableArray<Diagnostic>> AnalyzeAsync()
    {
        var manifests = project.Manifests.CastArray<AdditionalText>();
        return await compilation
            .WithAnalyzers([.. Catalogue.Analyzers], new AnalyzerOptions(manifests, project.Options))
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Fails with the compiler's words and the generated code unless there is neither error nor warning.</summary>
    public TestBuild IsClean()
    {
        Assert.True(
            CompilerFindings.Count == 0,
            string.Join('\n', CompilerFindings) + "\n\n" + string.Join('\n', Sources.Select(s => $"// {s.Key}\n{s.Value}")));
        return this;
    }

    public MetadataReference ToReference() => compilation.ToMetadataReference();

    /// <summary>Loads the compiled assembly into a context of its own, which shares the Sdk with the tests.</summary>
    public System.Reflection.Assembly Load()
    {
        using var image = new MemoryStream();
        var result = compilation.WithOptions(compilation.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Default)).Emit(image);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        image.Position = 0;
        return new AssemblyLoadContext(compilation.AssemblyName, isCollectible: true).LoadFromStream(image);
    }
}

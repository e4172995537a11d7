using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers;
using ProcVision.Analyzers.Compiler;

namespace ProcVision.CodeFixes.Compiler;

/// <summary>
/// The generators as a reference of the project, as an editor has them: a fix sees the step types. Generators of the test itself would run only for its
/// diagnostics.
/// </summary>
internal sealed class Generators : AnalyzerReference
{
    private readonly ImmutableArray<ISourceGenerator> _generators =
    [
        new AlgorithmGenerator().AsSourceGenerator(),
        JsonGenerator.Create().AsSourceGenerator(),
    ];

    public override string FullPath => nameof(Generators);

    public override object Id => nameof(Generators);

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

    public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

    public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

    public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
}

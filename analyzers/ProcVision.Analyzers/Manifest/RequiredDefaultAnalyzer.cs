using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Algorithms;
using ProcVision.Analyzers.Rules;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Manifest;

/// <summary>Reports required parameters with a default, unless the algorithm serves calls that take it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class RequiredDefaultAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor WithDefault = Rule.Create(ManifestRules.RequiredWithDefault);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [WithDefault];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        var files = new ManifestFiles(context);
        context.RegisterCompilationStartAction(start => Start(start, files));
    }

    private static void Start(CompilationStartAnalysisContext start, ManifestFiles files)
    {
        if (start.Compilation.GetTypeByMetadataName(SdkNames.AlgorithmAttribute) is not { } attribute)
            return;
        var manifests = files.OpenAll(start.Options, start.CancellationToken)
            .Where(static manifest => manifest.Reading.Model is { EntryClass.Length: > 0 } && RequiredDefaults.Find(manifest.Reading).Any())
            .ToArray();
        if (manifests.Length == 0)
            return;

        var classes = new ConcurrentBag<string>();
        start.RegisterSymbolAction(symbol => Collect((INamedTypeSymbol)symbol.Symbol, attribute, classes), SymbolKind.NamedType);
        start.RegisterCompilationEndAction(end =>
        {
            foreach (var manifest in manifests.Where(manifest => classes.Contains(manifest.Reading.Model!.EntryClass)))
            {
                foreach (var problem in RequiredDefaults.Find(manifest.Reading))
                    end.ReportDiagnostic(Diagnostic.Create(WithDefault, manifest.LocationOf(problem.Span), [.. problem.Arguments]));
            }
        });
    }

    /// <summary>Takes the name of an algorithm that is not for the execute-only profile.</summary>
    private static void Collect(INamedTypeSymbol type, INamedTypeSymbol attribute, ConcurrentBag<string> classes)
    {
        foreach (var mark in type.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(mark.AttributeClass, attribute)
                && !mark.NamedArguments.Any(static a => a.Key == AlgorithmArgument.ExecuteOnly && a.Value.Value is true))
                classes.Add(type.Name);
        }
    }
}

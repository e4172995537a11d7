using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Manifest;
using ProcVision.Analyzers.Rules;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Says why an algorithm class, or a part of it, is not what the generator makes an algorithm of.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class AlgorithmAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor NoManifest = Rule.Create(ManifestRules.NoManifest);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
    [
        NoManifest,
        ClassRules.NotPartial,
        ClassRules.NotInstantiable,
        ClassRules.Generic,
        ClassRules.NotReachable,
        ClassRules.NoConstructor,
        ClassRules.TwoClassesForOneManifest,
        ClassRules.WrongHook,
        ClassRules.NameTaken,
        ClassRules.NotASession,
        ClassRules.NoValueWithoutParameters,
        StepRules.StepWithoutMethod,
        StepRules.MethodWithoutStep,
        StepRules.StepBelowOne,
        StepRules.StepTwice,
        StepRules.StepNotKnown,
        StepRules.WrongSignature,
        StepRules.ForeignStepType,
        StepRules.PreWithoutExecute,
    ];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        var files = new ManifestFiles(context);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SdkNames.AlgorithmAttribute) is null)
                return;
            var manifests = files.OpenAll(start.Options, start.CancellationToken);
            var classes = new ConcurrentBag<(INamedTypeSymbol Type, Location Name)>();
            start.RegisterSymbolAction(symbol => Analyze(symbol, manifests, classes), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => FindTwins(end, manifests, classes));
        });
    }

    private static void Analyze(
        SymbolAnalysisContext context,
        IReadOnlyList<ManifestFile> manifests,
        ConcurrentBag<(INamedTypeSymbol Type, Location Name)> classes)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(SdkNames.AlgorithmAttribute) is not { } attribute
            || attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
            return;

        var name = declaration.Identifier.GetLocation();
        classes.Add((type, name));
        var manifest = manifests.FirstOrDefault(m => m.Reading.Model?.EntryClass == type.Name)?.Reading.Model;
        var names = manifest is null ? null : new AlgorithmNames(manifest);
        var listener = new AlgorithmListener(context.ReportDiagnostic, step => names?.TypeOf(step));
        var classified = AlgorithmClassifier.Classify(type, declaration, attribute, listener, context.CancellationToken);

        if (manifest is not null)
            new AlgorithmExamination(type, name, classified, manifest, names!, listener).Run(attribute, context.CancellationToken);
        else if (manifests.All(m => IsOfAnAlgorithm(m, context.Compilation)))
            listener.Report(NoManifest, name, type.Name, context.Compilation.AssemblyName ?? "algorithm");
    }

    /// <summary>A manifest that names no class, or none that there is, has its own rule, and may be the one that is missing here.</summary>
    private static bool IsOfAnAlgorithm(ManifestFile manifest, Compilation compilation) =>
        manifest.Reading.Model?.EntryClass is { Length: > 0 } entry && StepCode.Of(compilation)?.Algorithms.Any(algorithm => algorithm.Name == entry) == true;

    private static void FindTwins(
        CompilationAnalysisContext context,
        IReadOnlyList<ManifestFile> manifests,
        ConcurrentBag<(INamedTypeSymbol Type, Location Name)> classes)
    {
        foreach (var twins in classes.GroupBy(c => c.Type.Name).Where(g => g.Skip(1).Any()))
        {
            if (manifests.FirstOrDefault(m => m.Reading.Model?.EntryClass == twins.Key)?.Reading.Model is not { } manifest)
                continue;
            string all = string.Join(", ", twins.Select(t => $"'{t.Type.ToDisplayString()}'").OrderBy(n => n, StringComparer.Ordinal));
            foreach (var (_, name) in twins)
                context.ReportDiagnostic(Diagnostic.Create(ClassRules.TwoClassesForOneManifest, name, all, manifest.EntryPoint));
        }
    }
}

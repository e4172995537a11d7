using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Rules;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Manifest;

/// <summary>Compares the entry points of the manifests with the algorithm classes of the project, and with each other.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EntryPointAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor WithoutClass = Rule.Create(ManifestRules.EntryPointWithoutClass);
    private static readonly DiagnosticDescriptor NamedTwice = Rule.Create(ManifestRules.ClassNamedTwice);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [WithoutClass, NamedTwice];

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
        var manifests = files.OpenAll(start.Options, start.CancellationToken);
        if (manifests.Count == 0)
            return;

        var classes = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        start.RegisterSymbolAction(symbol => Collect((INamedTypeSymbol)symbol.Symbol, attribute, classes), SymbolKind.NamedType);
        start.RegisterCompilationEndAction(end =>
        {
            FindWithoutClass(end, manifests, classes);
            FindNamedTwice(end, manifests);
        });
    }

    private static void Collect(INamedTypeSymbol type, INamedTypeSymbol attribute, ConcurrentDictionary<string, bool> classes)
    {
        if (type.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute)))
            _ = classes.TryAdd(type.Name, true);
    }

    private static void FindWithoutClass(
        CompilationAnalysisContext context,
        IReadOnlyList<ManifestFile> manifests,
        ConcurrentDictionary<string, bool> classes)
    {
        foreach (var (manifest, name) in EntryClasses(manifests))
        {
            if (!classes.ContainsKey(name))
                Report(context, WithoutClass, manifest, name, Cure(context, name, classes.Keys));
        }
    }

    private static string Cure(CompilationAnalysisContext context, string name, ICollection<string> classes)
    {
        if (context.Compilation.GetSymbolsWithName(name, SymbolFilter.Type, context.CancellationToken).Any())
            return $"Mark the class '{name}' with [Algorithm]";
        return classes.Count == 0
            ? $"Add 'public sealed partial class {name}' with the attribute [Algorithm]"
            : $"Write {Wording.OneOf(classes.OrderBy(static c => c, StringComparer.Ordinal))} after the ':'";
    }

    private static void FindNamedTwice(CompilationAnalysisContext context, IReadOnlyList<ManifestFile> manifests)
    {
        var owners = new Dictionary<string, ManifestFile>(StringComparer.Ordinal);
        foreach (var (manifest, name) in EntryClasses(manifests))
        {
            if (owners.TryGetValue(name, out var owner))
                Report(context, NamedTwice, manifest, name, owner.Path);
            else
                owners.Add(name, manifest);
        }
    }

    private static IEnumerable<(ManifestFile Manifest, string Name)> EntryClasses(IReadOnlyList<ManifestFile> manifests) =>
        manifests
            .Select(static manifest => (Manifest: manifest, Name: manifest.Reading.Model?.EntryClass ?? ""))
            .Where(static entry => entry.Name.Length > 0);

    private static void Report(CompilationAnalysisContext context, DiagnosticDescriptor rule, ManifestFile manifest, params object[] arguments)
    {
        var place = manifest.Reading.Places.EntryClass ?? manifest.Reading.Places.Document;
        context.ReportDiagnostic(Diagnostic.Create(rule, manifest.LocationOf(place), arguments));
    }
}

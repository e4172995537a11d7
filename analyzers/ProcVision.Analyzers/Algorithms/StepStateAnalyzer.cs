using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Finds what steps leave behind in fields and properties instead of the session (conformance 25, 48).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StepStateAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [CodeRules.StateInInstance, CodeRules.StateInStatic];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (StepCode.Of(start.Compilation) is { } code)
                start.RegisterSymbolStartAction(symbol => Watch(symbol, code), SymbolKind.NamedType);
        });
    }

    private static void Watch(SymbolStartAnalysisContext context, StepCode code)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        bool isOfAlgorithm = code.IsOfAlgorithm(type);
        if (!isOfAlgorithm && !type.GetMembers().Any(member => (code.MomentsOf(member) & Moments.Step) != 0))
            return;

        var changes = new ConcurrentBag<(ISymbol Member, Location Place, ISymbol Where)>();
        var written = new ConcurrentBag<ISymbol>();
        context.RegisterOperationAction(
            operation =>
            {
                var where = operation.ContainingSymbol;
                foreach (var change in StateChange.Of(operation.Operation))
                {
                    // What is nested in the class has a life of its own.
                    if (SymbolEqualityComparer.Default.Equals(where.ContainingType, type)
                        && (isOfAlgorithm || change.Member.IsStatic)
                        && (code.MomentsOf(where) & Moments.Step) != 0)
                    {
                        if (change.Member is IPropertySymbol && !SymbolEqualityComparer.Default.Equals((where as IMethodSymbol)?.AssociatedSymbol, change.Member))
                            written.Add(change.Member);
                        if (IsState(change.Member))
                            changes.Add((change.Member, change.Place, where));
                    }
                }
            },
            OperationKind.SimpleAssignment,
            OperationKind.CompoundAssignment,
            OperationKind.CoalesceAssignment,
            OperationKind.DeconstructionAssignment,
            OperationKind.Increment,
            OperationKind.Decrement,
            OperationKind.Argument,
            OperationKind.Invocation);
        context.RegisterSymbolEndAction(end => Report(end, changes.Where(c => IsRun(c.Where, written))));
    }

    /// <summary>A property that a step only reads counts as called there with both of its accessors, but its setter is not.</summary>
    private static bool IsRun(ISymbol where, IEnumerable<ISymbol> written) =>
        where is not IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: { } property } || written.Contains(property, SymbolEqualityComparer.Default);

    /// <summary>What is kept where it was declared in this project, without a word that this is meant.</summary>
    private static bool IsState(ISymbol member) =>
        !member.DeclaringSyntaxReferences.IsEmpty
        && !member.IsGenerated()
        && !IsMarked(member)
        && member is IFieldSymbol or IPropertySymbol
        && (member is not IPropertySymbol property || BackingField(property) is { } field && !IsMarked(field));

    private static bool IsMarked(ISymbol member) =>
        member.GetAttributes().Any(a => a.AttributeClass.Is(SdkNames.KeptBetweenCallsAttribute) || a.AttributeClass.Is("System.ThreadStaticAttribute"));

    private static IFieldSymbol? BackingField(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));

    /// <summary>Each member once, at the first place that changes it.</summary>
    private static void Report(SymbolAnalysisContext context, IEnumerable<(ISymbol Member, Location Place, ISymbol Where)> changes)
    {
        foreach (var change in changes.GroupBy(c => c.Member, SymbolEqualityComparer.Default))
        {
            var (member, place, where) = change.OrderBy(c => c.Place.SourceTree?.FilePath, StringComparer.Ordinal).ThenBy(c => c.Place.SourceSpan.Start).First();
            context.ReportDiagnostic(Diagnostic.Create(
                member.IsStatic ? CodeRules.StateInStatic : CodeRules.StateInInstance,
                place,
                member is IFieldSymbol ? "field" : "property",
                member.Name,
                ((where as IMethodSymbol)?.AssociatedSymbol ?? where).Name));
        }
    }
}

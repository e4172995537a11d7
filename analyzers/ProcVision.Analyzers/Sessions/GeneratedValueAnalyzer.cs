using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Sessions.Keys;
using ProcVision.Analyzers.Sessions.Values;

namespace ProcVision.Analyzers.Sessions;

/// <summary>Finds a type marked <c>[SessionValue]</c> that could be stored now and has no codec: a type in it was not there before generation.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class GeneratedValueAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [KeyRules.NotAValue];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(SdkNames.SessionValueAttribute) is not null)
                start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(SdkNames.SessionValueAttribute) is not { } mark || SessionValueClassifier.ClassifyMarked(type) is not { Codec: { } codec })
            return;
        string holder = codec.Kind == CodecKind.Json ? ValuesEmitter.Codecs : ValuesEmitter.Types;
        bool isGenerated = context.Compilation.GetSymbolsWithName(ValuesEmitter.Class, SymbolFilter.Type, context.CancellationToken)
            .OfType<INamedTypeSymbol>()
            .Any(values => values.GetTypeMembers(holder).Any(h => !h.GetMembers(codec.Name).IsEmpty));
        if (isGenerated)
            return;
        var place = mark.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation() ?? type.Locations[0];
        const string Cause = "A type in it is generated, and generators do not see each other's types";
        context.ReportDiagnostic(Diagnostic.Create(KeyRules.NotAValue, place, Cause, type.Name, "Write that type by hand"));
    }
}

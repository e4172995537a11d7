using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Processes;

/// <summary>Finds local time where the platform's is UTC (conformance 231, 264).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LocalTimeAnalyzer : DiagnosticAnalyzer
{
    private const string ToUniversal = " ToUniversalTime ToUnixTimeMilliseconds ToUnixTimeSeconds UtcDateTime UtcTicks ToFileTimeUtc ";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ProcessRules.LocalTime];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AlgorithmProject.Of(start.Compilation) is { } project)
                start.RegisterOperationAction(operation => Analyze(operation, project), MemberUse.Kinds);
        });
    }

    private static void Analyze(OperationAnalysisContext context, AlgorithmProject project)
    {
        if (MemberUse.Of(context.Operation) is { } use && Cure(use.Member) is { } cure && !IsMadeUniversal(context.Operation) && project.Owns(context.ContainingSymbol))
            use.Report(context, ProcessRules.LocalTime, use.Name, cure);
    }

    private static string? Cure(ISymbol member) => (member.ContainingType?.Name, member.Name) switch
    {
        ("DateTime", "Now") when member.ContainingType.SpecialType == SpecialType.System_DateTime => "DateTime.UtcNow",
        ("DateTime", "Today") when member.ContainingType.SpecialType == SpecialType.System_DateTime => "DateTime.UtcNow.Date",
        ("DateTimeOffset", "Now") when member.ContainingType.Is("System.DateTimeOffset") => "DateTimeOffset.UtcNow",
        ("TimeProvider", "GetLocalNow") when member.ContainingType.Is("System.TimeProvider") => "GetUtcNow()",
        _ => null,
    };

    private static bool IsMadeUniversal(IOperation time) => time.Parent switch
    {
        IInvocationOperation call when call.Instance == time => ToUniversal.Contains($" {call.TargetMethod.Name} "),
        IPropertyReferenceOperation property when property.Instance == time => ToUniversal.Contains($" {property.Property.Name} "),
        _ => false,
    };
}

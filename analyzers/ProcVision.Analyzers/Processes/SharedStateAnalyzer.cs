using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Processes;

/// <summary>Finds changes of the working directory and of the culture.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SharedStateAnalyzer : DiagnosticAnalyzer
{
    private const string FullPaths = "Use full paths: those of Assets are, and AppContext.BaseDirectory begins others";
    private const string GivenCulture = "Give CultureInfo.InvariantCulture to what formats or parses, as messages and results of the Sdk do by themselves";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ProcessRules.SharedState];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AlgorithmProject.Of(start.Compilation) is not { } project)
                return;
            start.RegisterOperationAction(operation => AnalyzeCall(operation, project), OperationKind.Invocation, OperationKind.MethodReference);
            start.RegisterOperationAction(operation => AnalyzeAssignment(operation, project), OperationKind.SimpleAssignment);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, AlgorithmProject project)
    {
        if (MemberUse.Of(context.Operation) is { Member: { Name: "SetCurrentDirectory", ContainingType: var type } } use && type.Is("System.IO.Directory") && project.Owns(context.ContainingSymbol))
            use.Report(context, ProcessRules.SharedState, "The working directory", FullPaths);
    }

    private static void AnalyzeAssignment(OperationAnalysisContext context, AlgorithmProject project)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is not IPropertyReferenceOperation { Property: { ContainingType: { } type } property } target)
            return;
        var (name, cure) = (type.Name, property.Name) switch
        {
            ("Environment", "CurrentDirectory") when type.Is("System.Environment") => ("The working directory", FullPaths),
            ("CultureInfo", "CurrentCulture" or "CurrentUICulture" or "DefaultThreadCurrentCulture" or "DefaultThreadCurrentUICulture") when IsSetting(type, assignment.Value) =>
                ($"'{type.Name}.{property.Name}'", GivenCulture),
            ("Thread", "CurrentCulture" or "CurrentUICulture") when IsSetting(type, assignment.Value) => ($"'Thread.{property.Name}'", GivenCulture),
            _ => ("", ""),
        };
        if (name.Length > 0 && project.Owns(context.ContainingSymbol))
            context.ReportDiagnostic(Diagnostic.Create(ProcessRules.SharedState, target.Syntax.GetLocation(), name, cure));
    }

    /// <summary>The invariant culture is what the process has anyhow.</summary>
    private static bool IsSetting(INamedTypeSymbol type, IOperation culture) =>
        (type.Is("System.Globalization.CultureInfo") || type.Is("System.Threading.Thread"))
        && culture is not IPropertyReferenceOperation { Property: { Name: "InvariantCulture", ContainingType.Name: "CultureInfo" } };
}

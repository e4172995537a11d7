using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Algorithms;

namespace ProcVision.Analyzers.Processes;

/// <summary>Finds uses of stdout and stdin, which belong to the protocol (conformance 317, 320, 478, 513). Standard error is free.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ConsoleAnalyzer : DiagnosticAnalyzer
{
    private const string ModuleInitializer = "System.Runtime.CompilerServices.ModuleInitializerAttribute";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [ProcessRules.Output, ProcessRules.Input, ProcessRules.EarlyOutput];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AlgorithmProject.Of(start.Compilation) is not { } project)
                return;
            start.RegisterOperationAction(operation => Analyze(operation, project), MemberUse.Kinds);
            start.RegisterOperationAction(operation => AnalyzeCreation(operation, project), OperationKind.ObjectCreation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, AlgorithmProject project)
    {
        if (MemberUse.Of(context.Operation) is not { } use)
            return;
        if (IsOutput(use.Member))
            ReportOutput(context, project, use);
        else if (IsInput(use.Member) && project.Owns(context.ContainingSymbol))
            use.Report(context, ProcessRules.Input, use.Name);
    }

    private static void AnalyzeCreation(OperationAnalysisContext context, AlgorithmProject project)
    {
        if (context.Operation.Type is { Name: "ConsoleTraceListener" } type && type.Is("System.Diagnostics.ConsoleTraceListener") && project.Owns(context.ContainingSymbol))
            context.ReportDiagnostic(Diagnostic.Create(ProcessRules.Output, context.Operation.Syntax.GetLocation(), "new ConsoleTraceListener", LogIn(context, project)));
    }

    private static void ReportOutput(OperationAnalysisContext context, AlgorithmProject project, MemberUse use)
    {
        bool owned = project.Owns(context.ContainingSymbol);
        if (owned && EarlyPlace(context.ContainingSymbol, project.Code) is { } place)
            use.Report(context, ProcessRules.EarlyOutput, use.Name, place);
        else if (owned)
            use.Report(context, ProcessRules.Output, use.Name, LogIn(context, project));
        else if (project.IsMain(context.ContainingSymbol) && IsAboveHost(context.Operation))
            use.Report(context, ProcessRules.EarlyOutput, use.Name, "Main");
    }

    private static bool IsOutput(ISymbol member) => member switch
    {
        { Name: "Write" or "WriteLine" or "Out" or "OpenStandardOutput", ContainingType: { Name: "Console" } type } => type.Is("System.Console"),
        { Name: "AddConsole" or "AddSimpleConsole" or "AddJsonConsole", ContainingType: { Name: "ConsoleLoggerExtensions" } type } =>
            type.Is("Microsoft.Extensions.Logging.ConsoleLoggerExtensions"),
        _ => false,
    };

    private static bool IsInput(ISymbol member) =>
        member is { Name: "Read" or "ReadLine" or "ReadKey" or "In" or "OpenStandardInput" or "KeyAvailable", ContainingType: { Name: "Console" } type } && type.Is("System.Console");

    /// <summary>
    /// Where code runs that comes before the host's: the generated Main reads a static member of each algorithm class for its table, and that runs a static
    /// constructor that the author wrote. Without one, initializers of static fields run when the first of these fields is used.
    /// </summary>
    private static string? EarlyPlace(ISymbol member, StepCode code)
    {
        while (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            member = member.ContainingSymbol;
        if (member is IMethodSymbol method && method.Attribute(ModuleInitializer) is not null)
            return "a module initializer";
        return (code.MomentsOf(member) & Moments.TypeInitialization) != 0
            && member.ContainingType is { } type
            && type.StaticConstructors.Any(c => !c.IsImplicitlyDeclared)
                ? $"the static constructor of '{type.Name}'"
                : null;
    }

    /// <summary>Whether a line of Main stands unconditionally above the one that runs the host.</summary>
    private static bool IsAboveHost(IOperation operation)
    {
        if (operation.Syntax.FirstAncestorOrSelf<StatementSyntax>() is not ExpressionStatementSyntax statement)
            return false;
        IEnumerable<StatementSyntax> siblings = statement.Parent switch
        {
            BlockSyntax { Parent: BaseMethodDeclarationSyntax } body => body.Statements,
            GlobalStatementSyntax { Parent: CompilationUnitSyntax unit } => unit.Members.OfType<GlobalStatementSyntax>().Select(g => g.Statement),
            _ => [],
        };

        // A line above that may have returned makes this one conditional as well, but then the host does not run either.
        return siblings.SkipWhile(s => s != statement).Any(s =>
            s is not LocalFunctionStatementSyntax && s.DescendantNodes().OfType<IdentifierNameSyntax>().Any(n => n.Identifier.ValueText == "AlgorithmHost"));
    }

    private static string LogIn(OperationAnalysisContext context, AlgorithmProject project)
    {
        var member = context.ContainingSymbol;
        while (member is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction })
            member = member.ContainingSymbol;
        var logs = (member as IMethodSymbol)?.Parameters.FirstOrDefault(p => StepCode.IsStep(p.Type) || p.Type.GetMembers("Log").OfType<IPropertySymbol>().Any(l => l.Type.Is(SdkNames.StructuredLogger)));
        return logs is not null ? $"{logs.Name}.Log.Info(…)" : project.IsInStep(member) ? "step.Log.Info(…)" : "Log.Info(…) with the log of the step or of Setup's context";
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Finds sessions inside functions that a pool of threads runs (conformance 29).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class OtherThreadAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [KeyRules.OtherThread];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (SessionSymbols.Of(start.Compilation) is { } symbols)
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, SessionSymbols symbols)
    {
        if (KeyedCall.Of((IInvocationOperation)context.Operation, symbols) is { } call && RunnerAround(call.Call) is { } runner && !IsOwn(call.Call.Instance, runner.Function))
            context.ReportDiagnostic(Diagnostic.Create(KeyRules.OtherThread, call.Call.Syntax.GetLocation(), runner.Name));
    }

    /// <summary>What starts the function that an operation stands in on another thread; null where nothing known does.</summary>
    private static (string Name, IOperation Function)? RunnerAround(IOperation operation)
    {
        for (IOperation? function = operation.Parent; function is not null; function = function.Parent)
        {
            if (function is not IAnonymousFunctionOperation)
                continue;
            IOperation given = function;
            while (given.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
                given = given.Parent;
            if (given.Parent is IArgumentOperation { Parent: { } taker } && Runner(taker) is { } name)
                return (name, function);
        }

        return null;
    }

    private static string? Runner(IOperation taker) => taker switch
    {
        IInvocationOperation { TargetMethod: { ContainingType: { } type } method } when IsRunner(type.Name, method.Name) && IsSystem(type) => $"{type.Name}.{method.Name}",
        IObjectCreationOperation { Type: INamedTypeSymbol { Name: "Thread" or "Timer" or "Task" } type } when IsSystem(type) => type.Name,
        _ => null,
    };

    private static bool IsRunner(string type, string method) => (type, method) switch
    {
        ("Parallel", "For" or "ForEach" or "ForAsync" or "ForEachAsync" or "Invoke") => true,
        ("Task" or "TaskFactory", "Run" or "StartNew" or "ContinueWith") => true,
        ("ThreadPool", "QueueUserWorkItem" or "UnsafeQueueUserWorkItem") => true,
        ("ParallelEnumerable", _) => true,
        _ => false,
    };

    private static bool IsSystem(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is { } space && (space == "System.Linq" || space.StartsWith("System.Threading", StringComparison.Ordinal));

    /// <summary>Whether the session was made inside the function, as a test may do.</summary>
    private static bool IsOwn(IOperation? session, IOperation function) =>
        session is ILocalReferenceOperation { Local: { } local }
        && function.Descendants().OfType<IVariableDeclaratorOperation>().Any(d =>
            SymbolEqualityComparer.Default.Equals(d.Symbol, local) && d.GetVariableInitializer()?.Value is IObjectCreationOperation);
}

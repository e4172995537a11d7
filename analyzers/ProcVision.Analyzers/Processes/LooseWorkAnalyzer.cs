using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Processes;

/// <summary>Finds work that a step starts and does not wait for (DESIGN §3: steps are synchronous).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class LooseWorkAnalyzer : DiagnosticAnalyzer
{
    private const string WaitForIt = "Keep the task and wait for it with 'Wait(step.Cancellation)' before the step returns";
    private const string JoinIt = "Wait for it before the step returns, for example with a Task and 'Wait(step.Cancellation)'";
    private const string MakeItSync = "Let it return a Task and wait for that with 'Wait(step.Cancellation)', or make it synchronous";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [StepTimeRules.LooseWork];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AlgorithmProject.Of(start.Compilation) is not { } project)
                return;
            start.RegisterOperationAction(operation => AnalyzeCall(operation, project), OperationKind.Invocation);
            start.RegisterOperationAction(operation => AnalyzeFunction(operation, project), OperationKind.AnonymousFunction);
        });
    }

    private static void AnalyzeCall(OperationAnalysisContext context, AlgorithmProject project)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        string? cure = method is { IsAsync: true, ReturnsVoid: true } ? MakeItSync
            : !IsThrownAway(call) ? null
            : IsTask(method.ReturnType) ? WaitForIt
            : method.ContainingType.Name == "ThreadPool" && OtherThread.IsStarter(call) ? JoinIt
            : method.Name == "Start" && call.Instance is IObjectCreationOperation thread && OtherThread.IsStarter(thread) ? JoinIt
            : null;
        if (cure is not null
            && project.IsInStep(context.ContainingSymbol)
            && !OtherThread.Runs(call)
            && (cure == MakeItSync || !IsInAsync(call))
            && !IsSignalled(call))
        {
            var started = call.Instance as IObjectCreationOperation;
            string name = started is not null ? $"new {started.Type?.Name}(…).Start" : method.MethodKind == MethodKind.LocalFunction ? method.Name : $"{method.ContainingType.Name}.{method.Name}";
            var place = started is not null ? started.Syntax.GetLocation() : MemberUse.PlaceOf(call);
            context.ReportDiagnostic(Diagnostic.Create(StepTimeRules.LooseWork, place, name, cure));
        }
    }

    private static void AnalyzeFunction(OperationAnalysisContext context, AlgorithmProject project)
    {
        var function = (IAnonymousFunctionOperation)context.Operation;
        if (function.Symbol is { IsAsync: true, ReturnsVoid: true } && project.IsInStep(context.ContainingSymbol))
            context.ReportDiagnostic(Diagnostic.Create(StepTimeRules.LooseWork, function.Syntax.GetFirstToken().GetLocation(), "The async function", MakeItSync));
    }

    private static bool IsThrownAway(IOperation call)
    {
        var value = call;
        while (value.Parent is IConversionOperation or IConditionalAccessOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent is IExpressionStatementOperation
            or ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation };
    }

    private static bool IsTask(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask" } && type.ContainingNamespace?.ToDisplayString() == "System.Threading.Tasks";

    /// <summary>An asynchronous function is work of its own: who waits for it, waits for it all the same or not.</summary>
    private static bool IsInAsync(IOperation operation)
    {
        for (var function = operation.Parent; function is not null; function = function.Parent)
        {
            if (function is IAnonymousFunctionOperation { Symbol.IsAsync: true } or ILocalFunctionOperation { Symbol.IsAsync: true })
                return true;
        }

        return false;
    }

    /// <summary>Whether the same member waits for something: it may be what this work signals.</summary>
    private static bool IsSignalled(IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().OfType<IInvocationOperation>().Any(o => BlockingWait.CureOf(o.TargetMethod) is not null);
    }
}

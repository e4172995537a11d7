using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.Analyzers.Processes;

/// <summary>Finds sleeps and waits in a step that its cancellation does not end (DESIGN §3).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BlockingStepAnalyzer : DiagnosticAnalyzer
{
    /// <summary>A pause of so many milliseconds is over before a deadline matters.</summary>
    private const int ShortPauseMs = 20;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [StepTimeRules.Sleep, StepTimeRules.Wait];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (AlgorithmProject.Of(start.Compilation) is { } project)
                start.RegisterOperationAction(operation => Analyze(operation, project), OperationKind.Invocation, OperationKind.PropertyReference);
        });
    }

    private static void Analyze(OperationAnalysisContext context, AlgorithmProject project)
    {
        if (MemberUse.Of(context.Operation) is not { } use)
            return;
        if (use is { Member: { Name: "Sleep", ContainingType: { Name: "Thread" } thread }, Operation: IInvocationOperation sleep } && thread.Is("System.Threading.Thread"))
        {
            if (!IsShort(sleep) && project.IsInStep(context.ContainingSymbol) && !OtherThread.Runs(sleep))
                use.Report(context, StepTimeRules.Sleep, sleep.Syntax.ToString(), WaitFor(sleep.Arguments[0].Value));
        }
        else if (BlockingWait.CureOf(use.Member) is { } cure
            && CanLast(use)
            && project.IsInStep(context.ContainingSymbol)
            && !OtherThread.Runs(context.Operation))
        {
            string awaited = BlockingWait.Awaited(context.Operation) is { } value ? Shown(value) : "";
            use.Report(context, StepTimeRules.Wait, Shown(context.Operation), cure.Replace("{0}", awaited));
        }
    }

    private static bool IsShort(IInvocationOperation sleep) =>
        sleep.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: int milliseconds } }]
        && milliseconds is >= 0 and <= ShortPauseMs
        && (milliseconds == 0 || LoopAround(sleep) is not { } loop || BlockingWait.HasToken(loop));

    private static ILoopOperation? LoopAround(IOperation operation)
    {
        for (var around = operation.Parent; around is not null and not IAnonymousFunctionOperation; around = around.Parent)
        {
            if (around is ILoopOperation loop)
                return loop;
        }

        return null;
    }

    private static string WaitFor(IOperation time) => $"step.Cancellation.WaitHandle.WaitOne({time.Syntax})";

    private static bool CanLast(MemberUse use)
    {
        if (use.Operation is IInvocationOperation call && BlockingWait.IsBounded(call))
            return false;
        if (BlockingWait.Awaited(use.Operation) is not { } awaited)
            return true;
        var origin = ValueOrigin.Of(awaited);
        if (BlockingWait.HasToken(origin))
            return false;

        // Only a wait for a result can find it there: when somebody waited before, or asked, or was called with it.
        return use.Member.Name is not ("Result" or "GetResult")
            || !(origin is IParameterReferenceOperation or IInvocationOperation { TargetMethod.Name: "FromResult" } || IsAskedElsewhere(use.Operation));
    }

    private static bool IsAskedElsewhere(IOperation wait)
    {
        var root = wait;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().Any(o => o is IInvocationOperation { TargetMethod.Name: "Wait" or "WaitAll" or "WaitAny" }
            or IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "Status" });
    }

    /// <summary>An expression in one line.</summary>
    private static string Shown(IOperation operation)
    {
        string text = operation.Syntax.ToString();
        return text.Length <= 60 && !text.Contains('\n') ? text : operation is IInvocationOperation call ? $"{call.TargetMethod.Name}(…)" : "…";
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Processes;

/// <summary>A member that code calls, reads, sets or hands on as a delegate.</summary>
/// <param name="Member">The method or property.</param>
/// <param name="Operation">Where it is used.</param>
internal readonly record struct MemberUse(ISymbol Member, IOperation Operation)
{
    /// <summary>The operations that use members.</summary>
    public static readonly OperationKind[] Kinds = [OperationKind.Invocation, OperationKind.MethodReference, OperationKind.PropertyReference];

    /// <summary>Of an operation of these kinds; null within <c>nameof</c>.</summary>
    public static MemberUse? Of(IOperation operation) => operation.Parent is INameOfOperation ? null : operation switch
    {
        IInvocationOperation call => new(call.TargetMethod, call),
        IMemberReferenceOperation reference => new(reference.Member, reference),
        _ => null,
    };

    /// <summary>The type and the name, as an author writes them.</summary>
    public string Name => $"{Member.ContainingType.Name}.{Member.Name}";

    /// <summary>The name at the place of use, without the arguments.</summary>
    public Location Place => PlaceOf(Operation);

    /// <summary>The name that is called, without its arguments.</summary>
    public static Location PlaceOf(IOperation operation) =>
        (operation.Syntax is InvocationExpressionSyntax call ? call.Expression : operation.Syntax).GetLocation();

    /// <summary>The other parts of such a use.</summary>
    public void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, Place, arguments));
}

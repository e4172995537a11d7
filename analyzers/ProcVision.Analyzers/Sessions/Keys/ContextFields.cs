using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>The fields of a session's context that the platform names (conformance 6), and expressions that read one.</summary>
internal static class ContextFields
{
    /// <summary>How a field is read, for a key that is named like one; null for any other key.</summary>
    public static string? ReadingOf(string? key) => key switch
    {
        "product_code" => "Session.Context.ProductCode",
        "operator" => "Session.Context.Operator",
        "trace_id" => "Session.Context.TraceId",
        _ => null,
    };

    /// <summary>The field that a value is, and how it is read; null for any other value.</summary>
    public static (string Field, string Reading)? Of(IOperation value, SessionSymbols symbols) => ValueOrigin.Of(value) switch
    {
        IPropertyReferenceOperation { Property: { IsStatic: false } property } when symbols.IsContext(property.ContainingType) =>
            (NameOf(property), "Session.Context." + property.Name),
        ILocalReferenceOperation local => OfVariable(local, symbols),
        _ => null,
    };

    /// <summary>A variable that <c>Context.TryGet</c> fills, where it is declared in that call.</summary>
    private static (string Field, string Reading)? OfVariable(ILocalReferenceOperation reference, SessionSymbols symbols)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
            root = parent;
        var declaration = root.Descendants().OfType<IDeclarationExpressionOperation>().FirstOrDefault(d =>
            d.Expression is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, reference.Local));
        return declaration?.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "TryGet" } call }
            && symbols.IsContext(call.TargetMethod.ContainingType)
            && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: string key }
            && !root.Descendants().OfType<IAssignmentOperation>().Any(a =>
                a.Target is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, reference.Local))
            ? (key, ReadingOf(key) ?? $"Session.Context.TryGet(\"{key}\", …)")
            : null;
    }

    private static string NameOf(IPropertySymbol property) => property.Name switch
    {
        "ProductCode" => "product_code",
        "Operator" => "operator",
        "TraceId" => "trace_id",
        _ => property.Name,
    };
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Where a value comes from, as far as it is sure.</summary>
internal static class ValueOrigin
{
    /// <summary>The expression behind conversions, fallbacks and variables that are set once.</summary>
    public static IOperation Of(IOperation value)
    {
        for (int hops = 0; hops < 16; hops++)
        {
            var behind = value switch
            {
                IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
                ICoalesceOperation fallback => fallback.Value,
                IParenthesizedOperation parentheses => parentheses.Operand,
                ILocalReferenceOperation local => InitialValue(local),
                _ => null,
            };
            if (behind is null)
                return value;
            value = behind;
        }

        return value;
    }

    /// <summary>The expression as it was before it became an argument or a target of another type.</summary>
    public static IOperation WithoutConversions(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null } conversion)
            value = conversion.Operand;
        return value;
    }

    /// <summary>Where a value is written: the <c>!</c> behind it is no operation, but is a part of it.</summary>
    public static Location PlaceOf(IOperation value)
    {
        var syntax = value.Syntax;
        while (syntax.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            syntax = syntax.Parent!;
        return syntax.GetLocation();
    }

    /// <summary>
    /// What a variable was declared with; null when it is ever set again, and where it is named before it has been declared: half-typed, a variable
    /// is part of its own initializer, and who follows it from there never comes to an end.
    /// </summary>
    public static IOperation? InitialValue(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
            root = parent;

        IOperation? initial = null;
        foreach (var operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && SymbolEqualityComparer.Default.Equals(declarator.Symbol, reference.Local))
                initial = reference.Syntax.SpanStart < declarator.Syntax.Span.End ? null : declarator.GetVariableInitializer()?.Value;
            else if (operation is ILocalReferenceOperation other && SymbolEqualityComparer.Default.Equals(other.Local, reference.Local) && IsSet(other))
                return null;
        }

        return initial;
    }

    private static bool IsSet(ILocalReferenceOperation local) => local.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == local,
        IIncrementOrDecrementOperation or IDeclarationExpressionOperation or ITupleOperation or IAddressOfOperation => true,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } } => true,
        IArgumentOperation argument => argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out,
        _ => false,
    };
}

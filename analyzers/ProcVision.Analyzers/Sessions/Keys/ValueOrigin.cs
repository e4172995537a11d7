using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Where a value comes from, as far as it is sure.</summary>
internal static class ValueOrigin
{
    // Keeps nothing alive: the values of this table go with their keys.
    private static readonly ConditionalWeakTable<IOperation, Dictionary<ILocalSymbol, IVariableDeclaratorOperation?>> Known = new();

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

        return Known.GetValue(root, static r => FindInitial(r)).TryGetValue(reference.Local, out var declarator) && declarator is not null && reference.Syntax.SpanStart >= declarator.Syntax.Span.End
            ? declarator.GetVariableInitializer()?.Value
            : null;
    }

    /// <summary>The variables of a member; null for one that is ever set again. Looked for once: many analyzers ask for each of them.</summary>
    private static Dictionary<ILocalSymbol, IVariableDeclaratorOperation?> FindInitial(IOperation root)
    {
        var initial = new Dictionary<ILocalSymbol, IVariableDeclaratorOperation?>(SymbolEqualityComparer.Default);
        foreach (var operation in root.Descendants())
        {
            if (operation is IVariableDeclaratorOperation declarator && !initial.ContainsKey(declarator.Symbol))
                initial.Add(declarator.Symbol, declarator);
            else if (operation is ILocalReferenceOperation local && IsSet(local))
                initial[local.Local] = null;
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

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.Analyzers.Results;

/// <summary>Small questions about expressions.</summary>
internal static class Operations
{
    /// <summary>The expressions one of which gives the value: the branches of <c>?:</c>, <c>switch</c> and <c>??</c>, without the conversions around them.</summary>
    public static IEnumerable<IOperation> Branches(this IOperation value)
    {
        switch (value)
        {
            case IConditionalOperation { WhenFalse: { } otherwise } choice:
                return choice.WhenTrue.Branches().Concat(otherwise.Branches());
            case ISwitchExpressionOperation choice:
                return choice.Arms.SelectMany(a => a.Value.Branches());
            case ICoalesceOperation fallback:
                return fallback.Value.Branches().Where(v => v.ConstantValue is not { HasValue: true, Value: null }).Concat(fallback.WhenNull.Branches());
            case IParenthesizedOperation parentheses:
                return parentheses.Operand.Branches();
            case IConversionOperation conversion when conversion.Operand.WithoutParentheses() is IConditionalOperation or ISwitchExpressionOperation or ICoalesceOperation:
                return conversion.Operand.Branches();
            default:
                return [value];
        }
    }

    /// <summary>The expression behind conversions that change nothing and behind variables that are set once.</summary>
    public static IOperation Source(this IOperation value)
    {
        for (int hops = 0; hops < 16; hops++)
        {
            var behind = value switch
            {
                IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
                IParenthesizedOperation parentheses => parentheses.Operand,
                ILocalReferenceOperation { IsDeclaration: false } local => ValueOrigin.InitialValue(local),
                _ => null,
            };
            if (behind is null)
                return value;
            value = behind;
        }

        return value;
    }

    /// <summary>The value given to a parameter; null where it is the parameter's own default.</summary>
    public static IOperation? Given(this IInvocationOperation call, string parameter) => Given(call.Arguments, parameter);

    /// <inheritdoc cref="Given(IInvocationOperation, string)"/>
    public static IOperation? Given(this IObjectCreationOperation creation, string parameter) => Given(creation.Arguments, parameter);

    /// <summary>The place of a value as it is written.</summary>
    public static Location Place(this IOperation value) => ValueOrigin.PlaceOf(value);

    /// <summary>The operation and all around it.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }

    /// <summary>Whether a type is a class of the framework, by its name and namespace.</summary>
    public static bool IsOf(this ITypeSymbol? type, string space, string name) =>
        type is not null && type.Name == name && type.ContainingNamespace?.ToDisplayString() == space;

    private static IOperation WithoutParentheses(this IOperation value)
    {
        while (value is IParenthesizedOperation parentheses)
            value = parentheses.Operand;
        return value;
    }

    private static IOperation? Given(IEnumerable<IArgumentOperation> arguments, string parameter) =>
        arguments.FirstOrDefault(a => a.Parameter?.Name == parameter && a.ArgumentKind != ArgumentKind.DefaultValue)?.Value;
}

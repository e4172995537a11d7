using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Recognises values, and what lies in them, that a session gave within the same expression.</summary>
internal static class SessionCopy
{
    /// <summary>The key of the copy that an expression is or lies in; null where it is none, or where somebody else may hold it.</summary>
    public static string? KeyOf(IOperation value, SessionSymbols symbols)
    {
        for (IOperation? inner = value; inner is not null;)
        {
            switch (inner)
            {
                case IInvocationOperation call:
                    return KeyedCall.Of(call, symbols) is { Door: KeyedDoor.Get } get && IsNobodys(get.Fallback) ? get.ConstantKey ?? get.Key.Value.Syntax.ToString() : null;
                case IPropertyReferenceOperation property when symbols.IsTypedProperty(property.Property):
                    return property.Property.Name;
            }

            inner = inner switch
            {
                IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
                IParenthesizedOperation parentheses => parentheses.Operand,
                ICoalesceOperation { WhenNull: IThrowOperation } coalesce => coalesce.Value,
                IPropertyReferenceOperation property => property.Instance,
                IFieldReferenceOperation field => field.Instance,
                IArrayElementReferenceOperation element => element.ArrayReference,
                IConditionalAccessInstanceOperation access => Accessed(access),
                _ => null,
            };
        }

        return null;
    }

    /// <summary>Whether a fallback is made for the call: one that has a name may be changed on purpose.</summary>
    private static bool IsNobodys(IOperation? fallback) => fallback switch
    {
        null or IDefaultValueOperation or IObjectCreationOperation or ICollectionExpressionOperation or IArrayCreationOperation => true,
        IConversionOperation conversion => IsNobodys(conversion.Operand),
        _ => fallback.ConstantValue.HasValue,
    };

    private static IOperation? Accessed(IConditionalAccessInstanceOperation instance)
    {
        for (var (inner, outer) = ((IOperation)instance, instance.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            if (outer is IConditionalAccessOperation access && access.WhenNotNull == inner)
                return access.Operation;
        }

        return null;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>What code does with a value of a session that may not be there yet: whether it reckons with that, or fails.</summary>
internal static class AbsentValueUse
{
    private const string Measures = "Length Count IsEmpty IsDefault IsDefaultOrEmpty Any IsNullOrEmpty IsNullOrWhiteSpace";

    /// <summary>Whether a read fails where nothing is stored: an absent value is null, and null is dereferenced or said not to be.</summary>
    public static bool Fails(IOperation read, ITypeSymbol? type) => IsNullWhenAbsent(type) && IsSure(read);

    /// <summary>
    /// Whether the code asks whether the value is there. A null that is passed on is somebody else's to test; a value that has no null is tested against what it
    /// is before it is stored; a truth value is a question by itself.
    /// </summary>
    public static bool IsAsked(IOperation read, ITypeSymbol? type) =>
        type is null or ITypeParameterSymbol or { SpecialType: SpecialType.System_Boolean }
        || UsePlace.IsInFunction(read)
        || (IsNullWhenAbsent(type) ? !IsSure(read) : IsTest(read));

    /// <summary>Whether an absent value is null. Text and collections without nullable annotations are empty.</summary>
    private static bool IsNullWhenAbsent(ITypeSymbol? type) => type switch
    {
        null => false,
        { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } => true,
        { IsReferenceType: false } => false,
        { NullableAnnotation: NullableAnnotation.Annotated } => true,
        { NullableAnnotation: NullableAnnotation.NotAnnotated } => false,
        _ => !type.AllInterfaces.Any(i => i.SpecialType == SpecialType.System_Collections_IEnumerable),
    };

    private static bool IsSure(IOperation read)
    {
        var value = Outermost(read);
        if (value.Syntax.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression))
            return true;
        return value.Parent switch
        {
            IConversionOperation { OperatorMethod: null } conversion => IsNullable(value.Type) && !IsNullable(conversion.Type) && conversion.Type is { IsValueType: true },
            IPropertyReferenceOperation property when property.Instance == value => !IsNullable(value.Type) || property.Property.Name == "Value",
            IFieldReferenceOperation or IArrayElementReferenceOperation or IForEachLoopOperation => true,
            IInvocationOperation call when call.Instance == value => !IsNullable(value.Type),
            _ => LocalOf(value) is { Count: > 0 } uses && uses.TrueForAll(IsSure),
        };
    }

    private static bool IsTest(IOperation read)
    {
        var value = Outermost(read);
        return value.Parent switch
        {
            IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation or IPropertySubpatternOperation or ICoalesceOperation => true,
            IBinaryOperation comparison => IsComparisonWithAbsent(comparison, comparison.LeftOperand == value ? comparison.RightOperand : comparison.LeftOperand),
            IMemberReferenceOperation member when member.Instance == value => IsMeasure(member.Member.Name),
            IInvocationOperation call when call.Instance == value => IsMeasure(call.TargetMethod.Name),
            IArgumentOperation { Parent: IInvocationOperation call } => IsMeasure(call.TargetMethod.Name),
            _ => LocalOf(value)?.Exists(IsTest) == true,
        };
    }

    private static bool IsMeasure(string name) => Measures.Split(' ').Contains(name);

    /// <summary>Whether a value is compared with what it is before anything is stored; for equality, any named value may be meant as that.</summary>
    private static bool IsComparisonWithAbsent(IBinaryOperation comparison, IOperation other)
    {
        other = ValueOrigin.WithoutConversions(other);
        bool isEquality = comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        bool isOrder = comparison.OperatorKind
            is BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        return other switch
        {
            { ConstantValue: { HasValue: true, Value: var constant } } => (isEquality || isOrder) && IsDefault(constant),
            IDefaultValueOperation or IMemberReferenceOperation { Instance: null } or IObjectCreationOperation { Arguments.IsEmpty: true } => isEquality,
            _ => false,
        };
    }

    private static bool IsDefault(object? constant) => constant switch
    {
        null or "" => true,
        char or bool or string => constant is '\0' or false,
        _ => Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture) == 0,
    };

    /// <summary>The value behind parentheses and conversions that lose nothing.</summary>
    private static IOperation Outermost(IOperation value)
    {
        while (value.Parent is IParenthesizedOperation or IConversionOperation { OperatorMethod: null }
            && !value.Syntax.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression)
            && (IsNullable(value.Type) == IsNullable(value.Parent.Type) || !IsNullable(value.Type)))
            value = value.Parent;
        return value;
    }

    /// <summary>Every use of the variable that is declared with a value; null where it is none, or is set again.</summary>
    private static List<IOperation>? LocalOf(IOperation value)
    {
        if (value.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
            return null;
        IOperation root = value;
        while (root.Parent is { } parent)
            root = parent;
        var uses = root.Descendants().OfType<ILocalReferenceOperation>().Where(l => SymbolEqualityComparer.Default.Equals(l.Local, local)).ToList<IOperation>();
        return uses.Exists(u => u.Parent is IAssignmentOperation assignment && assignment.Target == u) ? null : uses;
    }

    private static bool IsNullable(ITypeSymbol? type) => type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
}

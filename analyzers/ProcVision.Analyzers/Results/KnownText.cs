using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.Analyzers.Results;

/// <summary>What is known of a text before the step runs.</summary>
/// <param name="Whole">All of it; null where a part is known only at run time.</param>
/// <param name="Least">How many characters it has at least, counted as the Sdk does: UTF-16.</param>
internal readonly record struct KnownText(string? Whole, int Least)
{
    private static readonly KnownText Unknown = new(null, 0);

    /// <summary>The length for a message: exact, or at least.</summary>
    public string Length => (Whole is null ? "at least " : "") + Least.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads literals, constants, interpolated and joined strings, and variables that are set once.</summary>
    public static KnownText Of(IOperation value, ResultSymbols symbols) => value switch
    {
        { Type.TypeKind: TypeKind.Enum } => Unknown,
        { ConstantValue: { HasValue: true, Value: var constant } } => Of(constant),
        IConversionOperation { OperatorMethod: { } method } conversion when symbols.IsMessage(method.ContainingType) => Of(conversion.Operand, symbols),
        IConversionOperation { OperatorMethod: null } conversion when conversion.Operand.Type?.SpecialType == SpecialType.System_String || symbols.IsMessage(conversion.Operand.Type) =>
            Of(conversion.Operand, symbols),
        IParenthesizedOperation parentheses => Of(parentheses.Operand, symbols),
        ILocalReferenceOperation local => ValueOrigin.InitialValue(local) is { } initial ? Of(initial, symbols) : Unknown,
        IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } } => Of(""),
        IDefaultValueOperation fallback when symbols.IsMessage(fallback.Type) => Of(""),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum =>
            Of(sum.LeftOperand, symbols).And(Of(sum.RightOperand, symbols)),
        IInterpolatedStringHandlerCreationOperation handler => Of(handler.Content, symbols),
        IInterpolatedStringAdditionOperation sum => Of(sum.Left, symbols).And(Of(sum.Right, symbols)),
        IInterpolatedStringOperation text => text.Parts.Aggregate(Of(""), (all, part) => all.And(OfPart(part, symbols))),
        _ => Unknown,
    };

    private static KnownText Of(object? constant) => constant switch
    {
        null => new("", 0),
        string text => new(text, text.Length),
        char one => new(one.ToString(), 1),
        int or long or short or byte or uint or ulong or ushort or sbyte => Of(((IFormattable)constant).ToString(null, CultureInfo.InvariantCulture)),
        _ => Unknown,
    };

    private static KnownText OfPart(IInterpolatedStringContentOperation part, ResultSymbols symbols) => part switch
    {
        IInterpolatedStringTextOperation text => Of(text.Text, symbols),
        IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var only] }, Kind: OperationKind.InterpolatedStringAppendLiteral } => Of(only.Value, symbols),
        IInterpolatedStringAppendOperation append => OfHole((InterpolationSyntaxOf(append.Syntax), (append.AppendCall as IInvocationOperation)?.Arguments.FirstOrDefault()?.Value), symbols),
        IInterpolationOperation hole => OfHole((InterpolationSyntaxOf(hole.Syntax), hole.Expression), symbols),
        _ => Unknown,
    };

    private static KnownText OfHole((InterpolationSyntax? Syntax, IOperation? Value) hole, ResultSymbols symbols)
    {
        if (hole is not { Syntax: { FormatClause: null } syntax, Value: { } value })
            return Unknown;
        var known = Of(ValueOrigin.WithoutConversions(value), symbols);
        if (syntax.AlignmentClause is not { Value: var width })
            return known;

        // Filled up with spaces: what is inside no longer matters.
        return int.TryParse(width.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int places)
            ? new(null, Math.Max(known.Least, Math.Abs(places)))
            : new(null, known.Least);
    }

    private static InterpolationSyntax? InterpolationSyntaxOf(SyntaxNode syntax) =>
        syntax.FirstAncestorOrSelf<InterpolationSyntax>();

    private KnownText And(KnownText other) => new(Whole is null || other.Whole is null ? null : Whole + other.Whole, Least + other.Least);
}

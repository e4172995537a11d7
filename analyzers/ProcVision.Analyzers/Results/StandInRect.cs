using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.Analyzers.Results;

/// <summary>Rectangles that stand for none until a real one is found, and templates: what a search for the worst defect begins with is no mistake.</summary>
internal static class StandInRect
{
    private static readonly string[] Takers = ["Add", "Insert", "Append", "Prepend", "Push", "Enqueue", "Ok", "Ng"];

    /// <summary>Whether a rectangle is without a place, a score or a label, and where it goes nobody has to see it.</summary>
    public static bool Is(IOperation creation, ResultSymbols symbols) => LooksEmpty(creation, symbols) && !IsSure(creation);

    private static bool LooksEmpty(IOperation creation, ResultSymbols symbols) =>
        (creation is IObjectCreationOperation && RecordParts.Find(creation, "Label") is null)
        || (RecordParts.Find(creation, "Score") is { } score && KnownNumber.Of(score) is < 0)
        || (RecordParts.Find(creation, "Box") is { } box && KnownRect.Of(box, symbols) is { Width.Value: <= 0, Height.Value: <= 0 });

    /// <summary>Whether it goes into a result, a list, or a variable that stays as it is.</summary>
    private static bool IsSure(IOperation value)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ISwitchExpressionArmOperation or ISwitchExpressionOperation or ICoalesceOperation)
            value = value.Parent;
        return value.Parent switch
        {
            ICollectionExpressionOperation or IArrayInitializerOperation or IExpressionStatementOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } => true,
            IArgumentOperation { Parent: IInvocationOperation call } => Takers.Contains(call.TargetMethod.Name),
            IReturnOperation { Parent: IBlockOperation { Parent: IAnonymousFunctionOperation } } => true,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => Stays(declarator),
            _ => false,
        };
    }

    private static bool Stays(IVariableDeclaratorOperation declarator)
    {
        var uses = declarator.Root().Descendants().OfType<ILocalReferenceOperation>().Where(l => SymbolEqualityComparer.Default.Equals(l.Local, declarator.Symbol)).ToList();
        return uses.Count > 0 && uses.TrueForAll(u => u.Parent is not IWithOperation) && ValueOrigin.InitialValue(uses[0]) is not null;
    }
}

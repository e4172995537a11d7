using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>What is known of a <c>Rect</c> before the step runs; a side that is not is null.</summary>
internal readonly record struct KnownRect(KnownSide? X, KnownSide? Y, KnownSide? Width, KnownSide? Height)
{
    /// <summary>Reads a creation, <c>default</c>, <c>with</c>, and a variable that is set once.</summary>
    public static KnownRect Of(IOperation value, ResultSymbols symbols)
    {
        var source = value.Source();
        return !symbols.IsRect(source.Type) ? default : source switch
        {
            IDefaultValueOperation => Zero,
            IObjectCreationOperation { Arguments.IsEmpty: true } made => Zero.With(made),
            IObjectCreationOperation made => default(KnownRect).With(made),
            IWithOperation changed => Of(changed.Operand, symbols).With(changed),
            _ => default,
        };
    }

    private static KnownRect Zero { get; } = new(new(0, null), new(0, null), new(0, null), new(0, null));

    private KnownRect With(IOperation creation) => new(Side(creation, "X", X), Side(creation, "Y", Y), Side(creation, "Width", Width), Side(creation, "Height", Height));

    private static KnownSide? Side(IOperation creation, string member, KnownSide? before) => RecordParts.Find(creation, member) is not { } given
        ? before
        : KnownNumber.Of(given) is { } number ? new((int)number, given) : null;
}

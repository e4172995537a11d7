using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Results;

/// <summary>What a record is made with: arguments, an object initializer, or <c>with</c>.</summary>
internal static class RecordParts
{
    /// <summary>The value of a member that a creation or <c>with</c> gives; null where it gives none.</summary>
    public static IOperation? Find(IOperation creation, string member) => creation switch
    {
        IObjectCreationOperation made => Initialized(made.Initializer, member) ?? made.Given(member),
        IWithOperation changed => Initialized(changed.Initializer, member),
        _ => null,
    };

    private static IOperation? Initialized(IObjectOrCollectionInitializerOperation? initializer, string member) =>
        initializer?.Initializers.OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(a => a.Target is IPropertyReferenceOperation { Property.Name: var name } && name == member)?.Value;
}

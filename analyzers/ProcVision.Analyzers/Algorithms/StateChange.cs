using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ProcVision.Analyzers.Sessions.Keys;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>A place where code changes a field or property of its own class, or a static one: the variable itself, or the collection or struct in it.</summary>
/// <param name="Member">The field, or the property.</param>
/// <param name="Place">Where the code names it.</param>
internal readonly record struct StateChange(ISymbol Member, Location Place)
{
    /// <summary>What an operation changes for sure.</summary>
    public static IEnumerable<StateChange> Of(IOperation operation) => operation switch
    {
        IDeconstructionAssignmentOperation { Target: ITupleOperation tuple } => tuple.Elements.SelectMany(e => Of(Behind(e, isInside: false, adds: false))),
        ISimpleAssignmentOperation { IsRef: false } assignment when !IsOfOtherRule(assignment.Value) => Of(Behind(assignment.Target, false, adds: false)),
        ICompoundAssignmentOperation assignment => Of(Behind(assignment.Target, false, adds: true)),
        ICoalesceAssignmentOperation assignment when !IsOfOtherRule(assignment.Value) => Of(Behind(assignment.Target, false, adds: false)),
        IIncrementOrDecrementOperation step => Of(Behind(step.Target, false, adds: true)),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when !OnlyReads(argument) => Of(Behind(argument.Value, false, adds: false)),
        IInvocationOperation call when CollectionChange.Of(call) is { } changed => Of(Behind(changed, isInside: true, adds: false)),
        _ => [],
    };

    private static IEnumerable<StateChange> Of(IMemberReferenceOperation? reference) => reference is null ? [] :
        [new(reference is IFieldReferenceOperation { Field.AssociatedSymbol: IPropertySymbol property } ? property : reference.Member, reference.Syntax.GetLocation())];

    /// <summary>The member behind a target.</summary>
    /// <param name="target">What is written to, or called to change itself.</param>
    /// <param name="isInside">Whether the change is inside of an object, so that another name of this object is as good.</param>
    /// <param name="adds">Whether the old value plays a part: settings are set, counters count.</param>
    private static IMemberReferenceOperation? Behind(IOperation? target, bool isInside, bool adds)
    {
        for (int hops = 0; hops < 16; hops++)
        {
            switch (target)
            {
                case IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } own
                    when own is IFieldReferenceOperation or IPropertyReferenceOperation { Property: { IsIndexer: false, ReturnsByRef: false } }:
                    return own;
                case IPropertyReferenceOperation { Property.IsIndexer: true } indexer when CollectionChange.IsCollection(indexer.Property.ContainingType):
                    (target, isInside) = (indexer.Instance, true);
                    break;
                case IArrayElementReferenceOperation element:
                    (target, isInside) = (element.ArrayReference, true);
                    break;
                case IFieldReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: false }:
                    var member = (IMemberReferenceOperation)target;
                    bool isStruct = member.Instance?.Type?.IsValueType == true;
                    if (!isStruct && !(adds && member.Member.DeclaringSyntaxReferences.Length > 0))
                        return null;
                    (target, isInside) = (member.Instance, isInside || !isStruct);
                    break;
                case IConditionalAccessInstanceOperation:
                    target = Accessed(target);
                    break;
                case ILocalReferenceOperation { Local: var local } when local.IsRef || (isInside && local.Type.IsReferenceType):
                    var origin = ValueOrigin.Of(target);
                    if (origin == target)
                        return null;
                    target = origin;
                    break;
                case IConversionOperation { OperatorMethod: null } conversion:
                    target = conversion.Operand;
                    break;
                case ICoalesceOperation fallback when isInside:
                    target = fallback.Value;
                    break;
                case IParenthesizedOperation parentheses:
                    target = parentheses.Operand;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>What stands before the <c>?.</c>.</summary>
    private static IOperation? Accessed(IOperation instance)
    {
        for (var outer = instance.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IConditionalAccessOperation access && access.Operation.Syntax.SpanStart == instance.Syntax.SpanStart)
                return access.Operation;
        }

        return null;
    }

    private static bool OnlyReads(IArgumentOperation argument) =>
        argument.Parameter?.ContainingSymbol is { Name: var method, ContainingType.Name: var type }
        && (type is "Unsafe" or "MemoryMarshal" || (method == "Read" && type is "Volatile" or "Interlocked"));

    /// <summary>A session or a borrowed picture that is kept has a rule of its own.</summary>
    private static bool IsOfOtherRule(IOperation value)
    {
        var origin = ValueOrigin.Of(value);
        return origin.Type.Is(SdkNames.Session)
            || origin.Type.Is(SdkNames.ImageFrame)
            || (origin is IMemberReferenceOperation { Member.Name: "Memory" or "Pointer" } image && image.Member.ContainingType.Is(SdkNames.StepImage));
    }
}

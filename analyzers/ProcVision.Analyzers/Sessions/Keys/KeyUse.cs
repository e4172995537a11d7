using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>One place where code reads or writes a key, by a keyed method or through the typed property of that name.</summary>
internal sealed record KeyUse
{
    public required string Key { get; init; }

    public required bool IsRead { get; init; }

    public required bool IsWritten { get; init; }

    /// <summary>The type the code says; null where it says none, and where only its caller knows it.</summary>
    public required ITypeSymbol? Type { get; init; }

    /// <summary>Where the type is seen.</summary>
    public required Location PlaceOfType { get; init; }

    /// <summary>Where the key is seen.</summary>
    public required Location PlaceOfKey { get; init; }

    public required KeySite Site { get; init; }

    /// <summary>The typed property by which the key is used; null for a keyed method.</summary>
    public IPropertySymbol? Property { get; init; }

    /// <summary>What an author calls it.</summary>
    public string Kind => Property is null ? "key" : "property";

    /// <summary>Whether the code reckons with a value that is not there.</summary>
    public bool IsAsked { get; init; }

    /// <summary>Whether the code fails where the value is not there.</summary>
    public bool Fails { get; init; }

    /// <summary>Whether something is done with the value: <c>Count++;</c> reads it for itself alone.</summary>
    public bool IsLookedAt { get; init; }

    /// <summary>Whether it stands in a lambda or a local function.</summary>
    public bool IsInFunction { get; init; }

    /// <summary>Where the loops around it end in the text; 0 outside of a loop.</summary>
    public int EndOfLoops { get; init; }

    /// <summary>Reads a call of a keyed method; null when its key is not a constant.</summary>
    public static KeyUse? Of(KeyedCall call, KeySite site)
    {
        if (call.ConstantKey is not { } key)
            return null;
        var got = call is { Door: KeyedDoor.Get, Fallback: null } ? call.Call.TargetMethod.ReturnType : null;
        return new()
        {
            Key = key,
            IsRead = call.Door is not (KeyedDoor.Set or KeyedDoor.Delete),
            IsWritten = call.Door == KeyedDoor.Set,
            Type = call.Type is { } type && IsKnown(type) ? type : null,
            PlaceOfType = call.PlaceOfType,
            PlaceOfKey = call.PlaceOfKey,
            Site = site,
            IsAsked = got is null || AbsentValueUse.IsAsked(call.Call, got),
            Fails = got is not null && AbsentValueUse.Fails(call.Call, got),
            IsLookedAt = call.Door != KeyedDoor.Set && !IsDropped(call.Call),
            IsInFunction = UsePlace.IsInFunction(call.Call),
            EndOfLoops = UsePlace.EndOfLoops(call.Call),
        };
    }

    /// <summary>Reads a mention of a typed property.</summary>
    public static KeyUse Of(IPropertyReferenceOperation property, KeySite site)
    {
        var place = (property.Syntax as MemberAccessExpressionSyntax)?.Name ?? property.Syntax;
        return new()
        {
            Key = property.Property.Name,
            Property = property.Property,
            IsRead = PropertyUse.IsRead(property),
            IsWritten = PropertyUse.IsWritten(property),
            Type = null,
            PlaceOfType = place.GetLocation(),
            PlaceOfKey = place.GetLocation(),
            Site = site,
            IsAsked = AbsentValueUse.IsAsked(property, property.Property.Type),
            Fails = AbsentValueUse.Fails(property, property.Property.Type),
            IsLookedAt = PropertyUse.IsRead(property) && !(PropertyUse.IsWritten(property) && IsDropped(property.Parent!)),
            IsInFunction = UsePlace.IsInFunction(property),
            EndOfLoops = UsePlace.EndOfLoops(property),
        };
    }

    /// <summary>Whether nobody takes what an expression gives.</summary>
    private static bool IsDropped(IOperation operation) => operation.Parent is IExpressionStatementOperation;

    private static bool IsKnown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol or ITypeParameterSymbol => false,
        IArrayTypeSymbol array => IsKnown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(IsKnown),
        _ => true,
    };
}

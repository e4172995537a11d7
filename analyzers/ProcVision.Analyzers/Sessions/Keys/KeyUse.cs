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

    /// <summary>Reads a call of a keyed method; null when its key is not a constant, or when it neither reads nor writes.</summary>
    public static KeyUse? Of(KeyedCall call, KeySite site) =>
        call is { ConstantKey: { } key, Door: not KeyedDoor.Delete }
            ? new()
            {
                Key = key,
                IsRead = call.Door != KeyedDoor.Set,
                IsWritten = call.Door == KeyedDoor.Set,
                Type = call.Type is { } type && IsKnown(type) ? type : null,
                PlaceOfType = call.PlaceOfType,
                PlaceOfKey = call.PlaceOfKey,
                Site = site,
            }
            : null;

    /// <summary>Reads a mention of a typed property.</summary>
    public static KeyUse Of(IPropertyReferenceOperation property, KeySite site)
    {
        var place = (property.Syntax as MemberAccessExpressionSyntax)?.Name ?? property.Syntax;
        return new()
        {
            Key = property.Property.Name,
            IsRead = PropertyUse.IsRead(property),
            IsWritten = PropertyUse.IsWritten(property),
            Type = null,
            PlaceOfType = place.GetLocation(),
            PlaceOfKey = place.GetLocation(),
            Site = site,
        };
    }

    private static bool IsKnown(ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol or ITypeParameterSymbol => false,
        IArrayTypeSymbol array => IsKnown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.All(IsKnown),
        _ => true,
    };
}

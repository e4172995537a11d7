using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>A property or field that System.Text.Json writes.</summary>
internal sealed class ObjectMember(ISymbol symbol)
{
    public ISymbol Symbol { get; } = symbol;

    /// <summary>See <see cref="JsonAttributes.IgnoreOf"/>.</summary>
    public int Ignore { get; } = JsonAttributes.IgnoreOf(symbol);

    public ITypeSymbol Type => (Symbol as IFieldSymbol)?.Type ?? ((IPropertySymbol)Symbol).Type;

    public bool IsRequired => Symbol is IFieldSymbol { IsRequired: true } or IPropertySymbol { IsRequired: true };

    public bool IsInitOnly => Symbol is IPropertySymbol { SetMethod.IsInitOnly: true };

    public bool ReturnsReference => Symbol is IPropertySymbol { RefKind: not RefKind.None } or IFieldSymbol { RefKind: not RefKind.None };

    /// <summary>Whether an attribute lets null in where the type does not.</summary>
    public bool AllowsNull =>
        Symbol.Attribute("System.Diagnostics.CodeAnalysis.AllowNullAttribute") is not null
        || Symbol.Attribute("System.Diagnostics.CodeAnalysis.MaybeNullAttribute") is not null;

    public bool CanBeRead(ValueScope scope) => scope.CanName(Symbol) && (Symbol is not IPropertySymbol property || (property.GetMethod is { } get && scope.CanName(get)));

    public bool CanBeSet(ValueScope scope) => Symbol switch
    {
        IFieldSymbol { IsReadOnly: var isReadOnly } => !isReadOnly,
        IPropertySymbol { SetMethod: { } set } => set.DeclaredAccessibility == Accessibility.Public || (JsonAttributes.Has(Symbol, "JsonInclude") && scope.CanName(set)),
        _ => false,
    };
}

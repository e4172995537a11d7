using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>One call of a session's method that takes a key.</summary>
/// <param name="Door">Which of the methods.</param>
/// <param name="Call">The call.</param>
/// <param name="Key">The argument of the key.</param>
/// <param name="Type">The type that is stored or asked for; null for a method that has none.</param>
internal sealed record KeyedCall(KeyedDoor Door, IInvocationOperation Call, IArgumentOperation Key, ITypeSymbol? Type)
{
    /// <summary>The key as far as the compiler knows it.</summary>
    public string? ConstantKey => Key.Value.ConstantValue is { HasValue: true, Value: string key } ? key : null;

    /// <summary>What is stored; null for a method that stores nothing.</summary>
    public IOperation? Value => Door == KeyedDoor.Set ? Argument(1)?.Value : null;

    /// <summary>What <c>Get</c> gives when there is no value; null where there is no such argument.</summary>
    public IOperation? Fallback => Door == KeyedDoor.Get ? Argument(1)?.Value : null;

    /// <summary>Where an author sees the type: the value that is stored, else the type argument, else the variable, else the call.</summary>
    public Location PlaceOfType =>
        PlaceOfValue
        ?? TypeArgument?.GetLocation()
        ?? Argument(1)?.Syntax.GetLocation()
        ?? Call.Syntax.GetLocation();

    /// <summary>Where the key is written.</summary>
    public Location PlaceOfKey => PlaceOf(Key);

    /// <summary>Where the stored value is written; null for a method that stores nothing.</summary>
    public Location? PlaceOfValue => Door == KeyedDoor.Set && Argument(1) is { } value ? PlaceOf(value) : null;

    private TypeSyntax? TypeArgument => (Call.Syntax as InvocationExpressionSyntax)?.Expression switch
    {
        MemberAccessExpressionSyntax { Name: GenericNameSyntax name } => name.TypeArgumentList.Arguments[0],
        MemberBindingExpressionSyntax { Name: GenericNameSyntax name } => name.TypeArgumentList.Arguments[0],
        GenericNameSyntax name => name.TypeArgumentList.Arguments[0],
        _ => null,
    };

    /// <summary>Reads a call; null when it is not one of a session's keyed methods.</summary>
    public static KeyedCall? Of(IInvocationOperation call, SessionSymbols symbols)
    {
        var method = call.TargetMethod;
        return DoorOf(method, symbols) is { } door && call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == 0) is { } key
            ? new(door, call, key, method.TypeArguments.FirstOrDefault())
            : null;
    }

    /// <summary>Which keyed method of a session a method is; null for any other.</summary>
    public static KeyedDoor? DoorOf(IMethodSymbol method, SessionSymbols symbols)
    {
        if (NameOf(method) is not { } door || method.IsStatic || method.Parameters is not [{ Type.SpecialType: SpecialType.System_String }, ..])
            return null;
        if (symbols.IsKeyedSession(method.ContainingType))
            return door;

        // An author's own method of that name takes the place of the generated one, and is not ours to judge.
        return symbols.IsTypedSession(method.ContainingType) && (method.DeclaringSyntaxReferences.IsEmpty || method.OriginalDefinition.IsGenerated()) ? door : null;
    }

    private static KeyedDoor? NameOf(IMethodSymbol method) => (method.Name, method.Arity) switch
    {
        ("Get", 1) => KeyedDoor.Get,
        ("TryGet", 1) => KeyedDoor.TryGet,
        ("Set", 1) => KeyedDoor.Set,
        ("Exists", 0) => KeyedDoor.Exists,
        ("Delete", 0) => KeyedDoor.Delete,
        _ => null,
    };

    private static Location PlaceOf(IArgumentOperation argument) => ValueOrigin.PlaceOf(argument.Value);

    private IArgumentOperation? Argument(int ordinal) =>
        Call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal && a.ArgumentKind == ArgumentKind.Explicit);
}

using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>How a value is made: the constructor that System.Text.Json takes, and the member behind each of its parameters.</summary>
internal sealed class ObjectConstructor
{
    /// <summary>Why it cannot be made.</summary>
    public string? Problem { get; private init; }

    /// <summary>What its author can do about it, as a clause that begins with a verb.</summary>
    public string? Cure { get; private init; }

    /// <summary>What <see cref="Problem"/> is about, when it is a member.</summary>
    public ISymbol? Symbol { get; private init; }

    public IReadOnlyList<(IParameterSymbol Parameter, ISymbol Member)> Parameters { get; private init; } = [];

    /// <summary>Whether the constructor sets what is <c>required</c>.</summary>
    public bool SetsRequired { get; private init; }

    public static ObjectConstructor Of(INamedTypeSymbol type, List<ObjectMember> members, ValueScope scope)
    {
        if (RequiredAndIgnored(type) is { } required)
            return new() { Problem = $"requires '{required.Name}' and ignores it", Cure = $"remove 'required' or [JsonIgnore] from '{required.Name}'", Symbol = required };
        var constructors = type.InstanceConstructors.Where(c => !IsCopy(c)).ToArray();
        var marked = constructors.Where(c => JsonAttributes.Has(c, "JsonConstructor")).ToArray();
        if (marked.Length > 1)
            return new() { Problem = "has two constructors marked [JsonConstructor]", Cure = $"keep [JsonConstructor] on one constructor of '{type.Name}'" };
        if (marked.Length == 1)
        {
            return scope.CanName(marked[0])
                ? Bind(marked[0], members)
                : new() { Problem = "has a [JsonConstructor] that generated code cannot call", Cure = $"make that constructor of '{type.Name}' internal or public" };
        }

        var open = constructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToArray();
        if (type.IsValueType)
            return open.FirstOrDefault(c => c.Parameters.IsEmpty) is { } plain ? Bind(plain, members) : new();
        if (open.FirstOrDefault(c => c.Parameters.IsEmpty) is { } empty)
            return Bind(empty, members);
        return open.Length switch
        {
            0 => new() { Problem = "has no public constructor", Cure = $"make a constructor of '{type.Name}' public" },
            1 => Bind(open[0], members),
            _ => new() { Problem = "has several constructors and none is marked [JsonConstructor]", Cure = $"mark one constructor of '{type.Name}' with [JsonConstructor]" },
        };
    }

    private static ObjectConstructor Bind(IMethodSymbol constructor, List<ObjectMember> members)
    {
        string type = constructor.ContainingType.Name;
        if (ValueScope.HasWarning(constructor) is { } warning)
            return new() { Problem = $"has a constructor that {warning}", Cure = $"mark another constructor of '{type}' with [JsonConstructor]" };
        var parameters = new List<(IParameterSymbol, ISymbol)>();
        foreach (var parameter in constructor.Parameters)
        {
            var member = members.FirstOrDefault(m => string.Equals(m.Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)
                && SymbolEqualityComparer.Default.Equals(m.Type, parameter.Type));
            if (member is null)
            {
                string property = char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);
                return new()
                {
                    Problem = $"has a constructor whose parameter '{parameter.Name}' is none of its members",
                    Cure = $"give '{type}' a property '{property}' of type '{ValueNames.Message(parameter.Type)}', or another constructor that is marked [JsonConstructor]",
                };
            }

            if (parameter.RefKind is not (RefKind.None or RefKind.In))
                return new() { Problem = $"has a constructor whose parameter '{parameter.Name}' is passed by reference", Cure = $"pass '{parameter.Name}' by value" };
            parameters.Add((parameter, member.Symbol));
        }

        return new()
        {
            Parameters = parameters,
            SetsRequired = constructor.Attribute("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute") is not null,
        };
    }

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor is { ContainingType: { IsRecord: true, IsReferenceType: true }, Parameters: [{ Type: var type }] }
        && SymbolEqualityComparer.Default.Equals(type, constructor.ContainingType);

    private static ISymbol? RequiredAndIgnored(INamedTypeSymbol type)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (t.GetMembers().FirstOrDefault(m => m is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true } && JsonAttributes.IgnoreOf(m) == 1) is { } member)
                return member;
        }

        return null;
    }
}

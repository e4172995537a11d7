using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Sessions.Values;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>Says why a type cannot be stored, and what its author can do.</summary>
internal static class ValueCause
{
    private const string BuiltInOrMarked = "Store a built-in type, or a record of your own that is marked [SessionValue]";

    /// <summary>What is wrong with a type that the keyed methods do not take; null when they do, or when the compiler or another rule says it.</summary>
    public static ValueProblem? Of(ITypeSymbol type, Compilation compilation)
    {
        if (SessionValueClassifier.IsKeyed(type, NameOf(type), compilation.Assembly).Problem is not { } problem)
            return null;
        if (SessionValueClassifier.InnerOf(type) is not { } inner)
            return IsReportedAtMark(type, compilation) ? null : problem;

        // What is wrong with an element says more than that the list of them is wrong.
        return IsReportedAtMark(inner, compilation) ? null : SessionValueClassifier.IsKeyed(inner, NameOf(inner), compilation.Assembly).Problem ?? problem;
    }

    /// <summary>The cause as the first sentence of a message: a type alone is not named twice.</summary>
    public static string Sentence(ValueProblem problem) =>
        problem.Path == problem.Type || problem.Path.IndexOfAny(['.', '[']) < 0 ? $"'{problem.Type}' {problem.Reason}" : problem.Cause;

    /// <summary>What to do about a type that is stored by key.</summary>
    public static string CureOfUse(ITypeSymbol type, ValueProblem problem, Compilation compilation)
    {
        var stored = SessionValueClassifier.InnerOf(type) ?? type;
        if (stored is ITypeParameterSymbol)
            return "Store it where the type is known, or pass the value that is stored as one type";
        if (!IsAuthors(stored, compilation))
            return BuiltInOrMarked;
        if (SessionValueClassifier.Classify(stored, stored.Name, compilation.Assembly).Answer == ValueAnswer.Model)
            return stored is INamedTypeSymbol { IsGenericType: true } ? BuiltInOrMarked : $"Mark '{stored.Name}' with [SessionValue]";
        return $"Mark '{stored.Name}' with [SessionValue]{CureOf(problem, stored, " and ")}";
    }

    /// <summary>What to do about a type that is marked.</summary>
    public static string CureOfMark(ITypeSymbol type, ValueProblem problem) => $"{CureOf(problem, type, "")}";

    private static string CureOf(ValueProblem problem, ITypeSymbol type, string before)
    {
        if (problem.Cure is { } cure)
            return before.Length > 0 ? before + cure : Capital(cure);
        string context = $"[SessionValue(Context = typeof(…))] on '{type.Name}'";
        string member = problem.Member is { IsImplicitlyDeclared: false } wrong && problem.Path.IndexOf('.') >= 0
            ? problem.IsInBytes || problem.IsOfConstructor ? $"remove '{wrong.Name}' from '{wrong.ContainingType.Name}'" : $"ignore '{wrong.Name}' with [JsonIgnore]"
            : problem.Reason == "is a class that is neither sealed nor a record" ? $"make '{problem.Type}' sealed or a record" : "";

        if (problem.IsBeyondJson && member.Length > 0)
            return before.Length > 0 ? before + member : Capital(member);
        if (before.Length > 0)
            return member.Length > 0 ? $"{before}{member}, or name a context that writes it" : ", and name a context that writes it";
        return member.Length > 0 ? $"{Capital(member)}, or name a context that writes it: {context}" : $"Name a context that writes it: {context}";
    }

    private static string Capital(string clause) => char.ToUpperInvariant(clause[0]) + clause.Substring(1);

    private static bool IsReportedAtMark(ITypeSymbol type, Compilation compilation) =>
        IsAuthors(type, compilation) && type.Attribute(SdkNames.SessionValueAttribute) is not null;

    private static bool IsAuthors(ITypeSymbol type, Compilation compilation) =>
        type is INamedTypeSymbol { IsTupleType: false, IsAnonymousType: false } && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) && !type.IsGenerated();

    private static string NameOf(ITypeSymbol type) => type is INamedTypeSymbol { IsTupleType: false } ? type.Name : ValueNames.Message(type);
}

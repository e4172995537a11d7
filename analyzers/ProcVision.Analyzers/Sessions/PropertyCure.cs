using Microsoft.CodeAnalysis;
using ProcVision.Analyzers.Sessions.Values;

namespace ProcVision.Analyzers.Sessions;

/// <summary>What the author of a typed property can do about a type that cannot be stored.</summary>
internal static class PropertyCure
{
    /// <summary>The second sentence of the message, without its full stop.</summary>
    public static string Of(ITypeSymbol type, ValueProblem problem)
    {
        if (problem.Reason == "is a picture")
            return "Keep pictures in fields of the algorithm, and in the session what was found in them";
        if (problem.Cure is { } cure)
            return char.ToUpperInvariant(cure[0]) + cure.Substring(1);
        if (problem.Reason == "is a class that is neither sealed nor a record")
            return $"Make '{problem.Type.TrimEnd('?')}' sealed or a record";
        if (problem.Member is not { IsImplicitlyDeclared: false } member || !member.Locations.Any(l => l.IsInSource))
        {
            return "Use a bool, number, char, string, enum, date, time, Guid or Rect, a struct, record or sealed class of these, or an array, List, ImmutableArray "
                + "or Dictionary<string, T> of them";
        }

        string change = problem.IsInBytes || problem.IsOfConstructor ? $"Remove '{member.Name}' from '{member.ContainingType.Name}'" : $"Ignore '{member.Name}' with [JsonIgnore]";
        if (problem.IsBeyondJson)
            return change;
        var holder = type;
        while (SessionValueClassifier.InnerOf(holder) is { } inner)
            holder = inner;
        return $"{change}, or name a context that writes it: [SessionValue(Context = typeof(…))] on '{holder.Name}'";
    }
}

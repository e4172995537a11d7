using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Values;

/// <summary>Why a type cannot be stored.</summary>
/// <param name="Path">The way to what is wrong, as <c>Pose.Frame.Handle</c>; an element is <c>Points[]</c>.</param>
/// <param name="Type">The type there, as its author reads it.</param>
/// <param name="Reason">One clause for a sentence with <c>which</c>: <c>has no JSON form</c>.</param>
/// <param name="Member">The member of the author's type that <paramref name="Path"/> ends at; null where it is the type itself. For analyzers only: no model may hold it.</param>
internal sealed record ValueProblem(string Path, string Type, string Reason, ISymbol? Member)
{
    /// <summary>Whether the way leads through a struct that is stored as its bytes: all its fields are, whatever their attributes say.</summary>
    public bool IsInBytes { get; init; }

    /// <summary>What the author of the type can do, as a clause that begins with a verb: where only one thing helps.</summary>
    public string? Cure { get; init; }

    /// <summary>Whether System.Text.Json has no form for it either, so that no context can write it.</summary>
    public bool IsBeyondJson { get; init; }

    /// <summary>Whether the value is made with the member, so that it cannot be left out: ignored, the constructor's parameter would have nothing.</summary>
    public bool IsOfConstructor => Member is { ContainingType: { IsValueType: false } type } member
        && !type.InstanceConstructors.Any(c => c.Parameters.IsEmpty && c.DeclaredAccessibility == Accessibility.Public)
        && type.InstanceConstructors.Any(c => c.Parameters.Any(p => string.Equals(p.Name, member.Name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The cause in a message: <c>'Pose.Frame.Handle' is 'nint', which has no JSON form</c>.</summary>
    public string Cause => $"'{Path}' is '{Type}', which {Reason}";
}

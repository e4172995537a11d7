using ProcVision.Collections;

namespace ProcVision.Analyzers.Sessions;

/// <summary>How values of one type of the author's are shown: an object of what can be read of a struct, or the name of an enum's value.</summary>
internal sealed record ValueShape
{
    /// <summary>The generated method that writes it.</summary>
    public required string Method { get; init; }

    /// <summary>The type as source.</summary>
    public required string Type { get; init; }

    /// <summary>Of a struct: what is shown, in the order of the declaration.</summary>
    public EquatableArray<ShownMember> Members { get; init; }

    /// <summary>The integer type of an enum as source; null for a struct.</summary>
    public string? Underlying { get; init; }

    /// <summary>Of an enum: each value that has a name.</summary>
    public EquatableArray<NamedConstant> Names { get; init; }
}

/// <summary>A field or property that is shown.</summary>
/// <param name="Name">Its name, without an <c>@</c>.</param>
/// <param name="Method">What writes it; null where the Sdk does, because its type is built in.</param>
/// <param name="IsNullable">Whether <paramref name="Method"/> writes what is in it when it is not null.</param>
internal sealed record ShownMember(string Name, string? Method, bool IsNullable);

/// <summary>One value of an enum.</summary>
/// <param name="Value">As source.</param>
/// <param name="Name">The first of its names, without an <c>@</c>.</param>
internal sealed record NamedConstant(string Value, string Name);

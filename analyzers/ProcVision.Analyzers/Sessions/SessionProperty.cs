namespace ProcVision.Analyzers.Sessions;

/// <summary>One partial property of a session struct with its slot.</summary>
internal sealed record SessionProperty
{
    public required string Name { get; init; }

    /// <summary>Modifiers, type and name as the author declared them: a partial property's parts must agree.</summary>
    public required string Declaration { get; init; }

    /// <summary>The getter with its modifiers, as <c>get</c>; null when there is none.</summary>
    public required string? Getter { get; init; }

    /// <summary>The setter with its modifiers, as <c>set</c> or <c>private set</c>; null when there is none.</summary>
    public required string? Setter { get; init; }

    public required SlotForm Form { get; init; }

    /// <summary>The stored type as source, without <c>?</c>.</summary>
    public required string ValueType { get; init; }

    /// <summary>The type as the region says it: short for a built-in one, with its namespace for an author's own.</summary>
    public required string StoredType { get; init; }

    /// <summary>The description of a built-in type, as <c>Int32</c>; null for an author's own.</summary>
    public string? BuiltIn { get; init; }

    /// <summary>The description of an enum's integer; null for any other type.</summary>
    public string? Underlying { get; init; }

    /// <summary>The generated method that shows the value; null where the Sdk knows the type.</summary>
    public string? Method { get; init; }

    /// <summary>Where the slot begins in the region.</summary>
    public required int Offset { get; init; }

    /// <summary>Bytes for the value; for a string, of its UTF-8 form. Never less than what the value needs.</summary>
    public required int Capacity { get; init; }

    /// <summary>Whether <see cref="Capacity"/> is only an upper bound, because the runtime lays the struct out.</summary>
    public required bool IsBound { get; init; }
}

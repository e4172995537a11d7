using ProcVision.Analyzers.Sessions.Values;

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

    /// <summary>How the value is stored; null without a slot.</summary>
    public ValueModel? Value { get; init; }

    /// <summary>Where the slot begins in the region.</summary>
    public int Offset { get; init; }

    /// <summary>Bytes for the value; of a text its UTF-8 form, of a coded value what its codec makes. Never less than what the value needs.</summary>
    public int Capacity { get; init; }
}

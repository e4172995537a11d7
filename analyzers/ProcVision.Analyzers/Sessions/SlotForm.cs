namespace ProcVision.Analyzers.Sessions;

/// <summary>What a property gives while its slot is empty, and what it does with null.</summary>
internal enum SlotForm
{
    /// <summary>It has no slot: a rule says why. The body throws.</summary>
    None,

    /// <summary>The type has no null; an empty slot is <c>default</c> or an empty text or collection.</summary>
    NotNull,

    /// <summary>An empty slot is null, and null empties it.</summary>
    Nullable,

    /// <summary>A reference of a file without nullable annotations: an empty slot is an empty text or collection, else null; null empties it.</summary>
    Oblivious,
}

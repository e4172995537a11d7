namespace ProcVision;

/// <summary>
/// What a session region says, copied out: nothing here points into it. Each value is one that was written, whole; all of them together are no
/// moment of a writer that goes on.
/// </summary>
internal sealed record RegionContent
{
    /// <summary>Bytes of the region.</summary>
    internal required int Size { get; init; }

    /// <summary>Bytes that the header, the layout of typed properties, the directory, keys and values take of it.</summary>
    internal required int Used { get; init; }

    /// <summary>Which detection this region is at; 0 before the first one.</summary>
    internal required uint Generation { get; init; }

    /// <summary>Whether the detection goes on; what an ended one has left can be read until the next one begins.</summary>
    internal required bool IsOpen { get; init; }

    /// <summary>Whose session it is; empty texts where nobody said.</summary>
    internal required RegionOrigin Origin { get; init; }

    /// <summary>When the detection began, in Unix milliseconds; 0 where nobody said.</summary>
    internal required long BegunMs { get; init; }

    /// <summary>When the last call of an algorithm came to it, in Unix milliseconds; 0 before the first.</summary>
    internal required long AttachedMs { get; init; }

    /// <summary>The process that made the region and gives it away.</summary>
    internal required RegionProcess Owner { get; init; }

    /// <summary>The process that stores values; nobody before the first call.</summary>
    internal required RegionProcess Writer { get; init; }

    /// <summary>The typed session's name; null when only keyed values are there.</summary>
    internal required string? LayoutName { get; init; }

    /// <summary>Those of typed properties in the order of the layout, then those by key, ordinally.</summary>
    internal required IReadOnlyList<StoredValue> Values { get; init; }

    /// <summary>What could not be read, by name and with the reason; it costs itself and nothing else.</summary>
    internal required IReadOnlyList<string> Problems { get; init; }
}

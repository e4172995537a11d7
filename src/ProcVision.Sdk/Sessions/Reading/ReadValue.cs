namespace ProcVision;

/// <summary>One value, copied out, before it is made JSON.</summary>
internal sealed record ReadValue
{
    internal required string Key { get; init; }

    /// <summary>Its C# type, for people.</summary>
    internal required string TypeName { get; init; }

    /// <summary>What its bytes mean; nothing for a null.</summary>
    internal StoredType? Type { get; init; }

    /// <summary>The bytes, part of a copy of the block that they came from; empty for a null.</summary>
    internal ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Where its state word is, to look at it again.</summary>
    internal long StateOffset { get; init; }

    /// <summary>What that was when the value was copied.</summary>
    internal ulong State { get; init; }
}

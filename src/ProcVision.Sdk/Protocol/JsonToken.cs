namespace ProcVision.Protocol;

/// <summary>Where a value stands in the JSON it was read from, and what it is. The default value stands for "not there".</summary>
/// <param name="Start">Offset of its first byte; of a string, of its opening quote.</param>
/// <param name="Length">Bytes, with the quotes or brackets.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IsEscaped">A string with at least one escape: its text is not its bytes.</param>
internal readonly record struct JsonToken(int Start, int Length, JsonKind Kind, bool IsEscaped)
{
    /// <summary>The value's bytes.</summary>
    internal ReadOnlySpan<byte> Raw(ReadOnlySpan<byte> json) => json.Slice(Start, Length);

    /// <summary>A string's bytes between the quotes, escapes left as they are.</summary>
    internal ReadOnlySpan<byte> Inner(ReadOnlySpan<byte> json) => json.Slice(Start + 1, Length - 2);
}

namespace ProcVision.Json;

/// <summary>A stretch of the text that was read, in UTF-16 units.</summary>
internal readonly record struct JsonSpan(int Start, int Length)
{
    /// <summary>The first unit after the stretch.</summary>
    public int End => Start + Length;

    /// <summary>The stretch from <paramref name="start"/> up to, and without, <paramref name="end"/>.</summary>
    public static JsonSpan Between(int start, int end) => new(start, end - start);

    /// <summary>Whether <paramref name="inner"/> lies completely inside this stretch.</summary>
    public bool Contains(JsonSpan inner) => inner.Start >= Start && inner.End <= End;
}

namespace ProcVision.Manifests;

/// <summary>A part of a regular expression: which of its characters can be matched first and last, and whether it can match nothing.</summary>
/// <param name="First">Numbers of characters in <see cref="PatternGraph"/>; one that can be reached in two ways is there twice.</param>
/// <param name="Last">Likewise.</param>
/// <param name="IsNullable">Whether it matches the empty text.</param>
internal sealed record PatternFragment(IReadOnlyList<int> First, IReadOnlyList<int> Last, bool IsNullable)
{
    /// <summary>What matches nothing but the empty text: an anchor, an empty group.</summary>
    public static PatternFragment Empty { get; } = new([], [], true);

    public static PatternFragment Either(PatternFragment a, PatternFragment b) =>
        new([.. a.First, .. b.First], [.. a.Last, .. b.Last], a.IsNullable || b.IsNullable);

    public static PatternFragment Sequence(PatternFragment a, PatternFragment b) => new(
        a.IsNullable ? [.. a.First, .. b.First] : a.First,
        b.IsNullable ? [.. a.Last, .. b.Last] : b.Last,
        a.IsNullable && b.IsNullable);
}

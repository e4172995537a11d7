using System.Runtime.CompilerServices;

namespace ProcVision;

/// <summary>
/// What says whether a slot or a directory entry has a value, and in which of its two cells: bits 0–1 the status, bits 2–39 a sequence that moves at
/// every change, bits 40–63 the generation. A state of another generation than the region's is empty.
/// </summary>
internal static class StateWord
{
    internal const ulong Empty = 0;
    internal const ulong Null = 1;
    internal const ulong First = 2;
    internal const ulong Second = 3;

    /// <summary>The bit that <see cref="First"/> and <see cref="Second"/> have in common.</summary>
    internal const ulong HasValue = 2;

    internal const int GenerationShift = 40;
    internal const ulong GenerationBits = ~0UL << GenerationShift;

    private const ulong StatusBits = 3;
    private const ulong Step = 4;
    private const ulong SequenceBits = ~GenerationBits & ~StatusBits;

    /// <summary>A generation where a state has it.</summary>
    internal static ulong Tag(uint generation) => (ulong)generation << GenerationShift;

    /// <summary>The status as of a generation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Status(ulong state, ulong tag) => (state & GenerationBits) == tag ? state & StatusBits : Empty;

    /// <summary>Whether there is a value, in a generation's eyes: one comparison.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsValue(ulong state, ulong tag) => ((state ^ (tag | HasValue)) & (GenerationBits | HasValue)) == 0;

    /// <summary>The cell a value is in, 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static nint Cell(ulong state) => (nint)(state & 1);

    /// <summary>The state after a write: the cell that the old state does not name.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong NextValue(ulong state, ulong tag) => tag | ((state + Step) & SequenceBits) | ((state & 1) ^ Second);

    /// <summary>The state after a change to empty or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Next(ulong state, ulong tag, ulong status) => tag | ((state + Step) & SequenceBits) | status;
}

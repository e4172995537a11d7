using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>
/// Follows each key of an algorithm from step to step, as far as all of its uses stand directly in step methods: then it is sure what has run before what.
/// </summary>
internal static class SlotFlow
{
    public static IEnumerable<Diagnostic> Compare(KeyUses uses, KeyScopes scopes, SessionSymbols symbols)
    {
        if (uses.Escape)
            yield break;
        foreach (var algorithm in scopes.Algorithms.Where(a => !WrittenKeys.IsBasedElsewhere(a, symbols) && !uses.CallsStepsOf(a)))
        {
            foreach (var slot in uses.Known.Where(u => scopes.MayBeOf(u.Site, algorithm)).GroupBy(u => u.Key, StringComparer.Ordinal))
            {
                var placed = slot.Select(u => new PlacedUse(u)).ToList();
                if (!placed.TrueForAll(p => p.Place is not null && scopes.IsOf(p.Use.Site, algorithm)))
                    continue;
                if (!uses.UnknownWrites.Any(s => scopes.MayBeOf(s, algorithm)))
                {
                    foreach (var late in FindLate(placed))
                        yield return late;
                }

                if (symbols.IsProgram && !uses.UnknownReads.Any(s => scopes.MayBeOf(s, algorithm)) && FindUnread(placed) is { } unread)
                    yield return unread;
            }
        }
    }

    /// <summary>Reads that run before every write.</summary>
    private static IEnumerable<Diagnostic> FindLate(List<PlacedUse> uses)
    {
        if (uses.Where(u => u.Use.IsWritten).OrderBy(u => u.Place).ThenBy(u => u.Start).FirstOrDefault() is not { } first)
            yield break;
        foreach (var read in uses.Where(u => u.Use is { IsRead: true, IsAsked: false } && IsBefore(u, first)))
        {
            // Who asks in the pre need not ask again in the execute.
            if (uses.Exists(u => u.Use is { IsRead: true, IsAsked: true } && u.Place!.Step == read.Place!.Step))
                continue;
            string when = read.Place!.CompareTo(first.Place) == 0
                ? $"it is written only after that, in line {Line(first.Use.PlaceOfKey)}"
                : $"it is first written in '{first.Place!.Method.Name}' of {first.Place}, which runs later";
            yield return Diagnostic.Create(
                KeyRules.ReadBeforeWritten, read.Use.PlaceOfKey, [first.Use.PlaceOfKey], read.Use.Kind, read.Use.Key, read.Place, when, Cure(read.Use));
        }
    }

    /// <summary>
    /// Whether a read is sure to run before a write. In one method a value may be kept for the next call of the step, as a counter is (conformance 31), unless the
    /// first call fails at it.
    /// </summary>
    private static bool IsBefore(PlacedUse read, PlacedUse write) =>
        read.Place!.CompareTo(write.Place) is var order && order != 0 ? order < 0 : read.Use.Fails && read.End < write.Start;

    private static string Cure(KeyUse read) => read switch
    {
        { Property: null } => "Write it in an earlier step, or ask with TryGet whether it is there",
        { Property.Type: { OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T, IsValueType: true } type } =>
            $"Write it in an earlier step, or declare it as '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}?' and test it for null",
        _ => "Write it in an earlier step, or test it for null",
    };

    /// <summary>The first write of a key that nobody looks at.</summary>
    private static Diagnostic? FindUnread(List<PlacedUse> uses) =>
        uses.TrueForAll(u => !u.Use.IsLookedAt) && uses.Where(u => u.Use.IsWritten).OrderBy(u => u.Place).ThenBy(u => u.Start).FirstOrDefault() is { Use: var write }
            ? Diagnostic.Create(KeyRules.NeverRead, write.PlaceOfKey, write.Kind, write.Key, write.Site.Algorithm!.Name)
            : null;

    private static string Line(Location place) => (place.GetLineSpan().StartLinePosition.Line + 1).ToString(CultureInfo.InvariantCulture);

    private sealed record PlacedUse(KeyUse Use)
    {
        public StepPlace? Place { get; } = StepPlace.Of(Use.Site.Member);

        /// <summary>Where it stands in the text; a lambda or a local function may run before all of it.</summary>
        public int Start { get; } = Use.IsInFunction ? 0 : Use.PlaceOfKey.SourceSpan.Start;

        /// <summary>Where the last round of the loops around it ends.</summary>
        public int End { get; } = Math.Max(Use.PlaceOfKey.SourceSpan.End, Use.EndOfLoops);
    }
}

using System.Text.Json;
using ProcVision.Soak.Values;

namespace ProcVision.Soak.Ledger;

/// <summary>Tells which edition a value is, among those that it may be.</summary>
internal sealed class Judge(ProgressPage page)
{
    /// <summary>How far back a value is looked for before it is called torn.</summary>
    private const long Memory = 20_000;

    private readonly long[] _seen = new long[SoakKeys.All.Length];

    /// <summary>The oldest edition that a reader may still see from now on.</summary>
    internal long LowestOf(SoakKey key) => Math.Max(page.LastWritten(key.Index), _seen[key.Index]);

    /// <summary>The edition that was last found.</summary>
    internal long Seen(SoakKey key) => _seen[key.Index];

    /// <param name="key">Of the value.</param>
    /// <param name="json">The value; null when there is none.</param>
    /// <param name="low">The oldest edition that it may be: of <see cref="LowestOf"/> before the region was read.</param>
    /// <param name="high">The newest one: what the writer was about to write after the region was read.</param>
    internal Finding Of(SoakKey key, JsonElement? json, long low, long high)
    {
        if (Find(key, json, low, high) is { } number)
        {
            _seen[key.Index] = number;
            return Finding.Whole;
        }

        return json is null || Find(key, json, Math.Max(1, low - Memory), low - 1) is not null ? Finding.Lost : Finding.Torn;
    }

    private long? Find(SoakKey key, JsonElement? json, long low, long high)
    {
        var cleared = page.LastCleared(key.Index);
        for (var number = low; number <= high; number++)
        {
            var isEmpty = number == cleared || number == 0;
            var edition = key.Edition(page.Seed, number);
            if (isEmpty ? json is null : key.FormOf(edition).Is(json, edition))
            {
                return number;
            }
        }

        return null;
    }
}

using System.Text.Json;
using ProcVision.Soak.Values;

namespace ProcVision.Soak.Ledger;

/// <summary>One look at all keys of a region.</summary>
internal sealed class Inspection(ProgressPage page, ReadableRegion region, Judge judge, Tally tally)
{
    private readonly long[] _low = new long[SoakKeys.All.Length];
    private readonly long[] _high = new long[SoakKeys.All.Length];

    /// <summary>Looks at a region that a writer may be writing; false when it was emptied meanwhile, and nothing can be said.</summary>
    internal bool Run(string when)
    {
        var epoch = page.Epoch;
        foreach (var key in SoakKeys.All)
        {
            _low[key.Index] = judge.LowestOf(key);
        }

        Thread.MemoryBarrier();
        var values = region.Read();
        Thread.MemoryBarrier();
        foreach (var key in SoakKeys.All)
        {
            _high[key.Index] = page.LastAbout(key.Index);
        }

        if ((epoch & 1) != 0 || page.Epoch != epoch)
        {
            return false;
        }

        foreach (var problem in values.Problems)
        {
            tally.FoundUnreadable($"{when}: {problem}");
        }

        foreach (var key in SoakKeys.All)
        {
            JsonElement? value = values.ByKey.TryGetValue(key.Name, out var found) && !IsNothing(key, found) ? found : null;
            tally.Checked++;
            var finding = judge.Of(key, value, _low[key.Index], _high[key.Index]);
            if (finding != Finding.Whole)
            {
                tally.Found(finding, key.Name, $"{when}: '{key.Name}' should be edition {_low[key.Index]} to {_high[key.Index]} and is {Shortened(value)}");
            }
        }

        return true;
    }

    /// <summary>A typed property that was set to null has no value, however the region says so.</summary>
    private static bool IsNothing(SoakKey key, JsonElement value) => key.IsTyped && value.ValueKind == JsonValueKind.Null;

    private static string Shortened(JsonElement? value) => value?.GetRawText() switch
    {
        null => "nothing",
        { Length: > 200 } text => text[..200] + "…",
        var text => text,
    };
}

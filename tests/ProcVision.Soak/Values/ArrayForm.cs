using System.Text.Json;

namespace ProcVision.Soak.Values;

/// <summary>64-bit numbers, each of them of the edition; stored as their bytes.</summary>
/// <param name="most">Numbers in the longest.</param>
internal sealed class ArrayForm(int most) : ValueForm<long[]>(edition => Numbers(edition, most), TryRead)
{
    protected override bool AreEqual(long[] one, long[] other) => one.AsSpan().SequenceEqual(other);

    private static long[] Numbers(Edition edition, int most)
    {
        // Mostly long ones: the longer, the more often a kill meets one half-written.
        var numbers = new long[most - edition.Pick(0, most / 2)];
        numbers[0] = edition.Number;
        for (var i = 1; i < numbers.Length; i++)
        {
            numbers[i] = (long)edition.Bits(i);
        }

        return numbers;
    }

    private static bool TryRead(JsonElement json, Edition edition, out long[] value)
    {
        value = [];
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() == 0 || !json[0].TryGetInt64(out var number) || number != edition.Number)
        {
            return false;
        }

        value = [.. json.EnumerateArray().Select(static element => element.GetInt64())];
        return true;
    }
}

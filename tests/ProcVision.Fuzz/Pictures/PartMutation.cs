namespace ProcVision.Fuzz.Pictures;

/// <summary>What can go wrong with a file made of parts, be they the segments of a JPEG or the chunks of a PNG.</summary>
internal static class PartMutation
{
    /// <summary>Removes, repeats, moves, empties or cuts a part, or takes one from another file.</summary>
    internal static void Apply<T>(List<T> parts, IReadOnlyList<T> others, Func<T, int, T> cut, Random random)
    {
        var at = random.Next(parts.Count);
        switch (random.Next(5))
        {
            case 0 when parts.Count > 1:
                parts.RemoveAt(at);
                break;
            case 1:
                parts.Insert(random.Next(parts.Count + 1), parts[at]);
                break;
            case 2:
                var to = random.Next(parts.Count);
                (parts[at], parts[to]) = (parts[to], parts[at]);
                break;
            case 3:
                parts.Insert(at, others[random.Next(others.Count)]);
                break;
            default:
                parts[at] = cut(parts[at], random.Next(20));
                break;
        }
    }

    /// <summary>Changes one byte, to any value or by a little.</summary>
    internal static void Touch(byte[] bytes, int from, Random random)
    {
        if (bytes.Length > from)
        {
            ref var one = ref bytes[random.Next(from, bytes.Length)];
            one = (byte)(random.Next(3) switch { 0 => random.Next(256), 1 => one + random.Next(-2, 3), _ => one ^ (1 << random.Next(8)) });
        }
    }
}

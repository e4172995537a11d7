namespace ProcVision.Runner;

/// <summary>Finds the name that was probably meant.</summary>
internal static class ClosestName
{
    /// <summary>The nearest of the names, at most a third of its letters away; null when none is that near.</summary>
    public static string? Find(string written, IEnumerable<string> names)
    {
        string? nearest = null;
        int best = int.MaxValue;
        foreach (string name in names)
        {
            int distance = Distance(written.ToLowerInvariant(), name.ToLowerInvariant());
            if (distance < best && distance <= Math.Max(1, name.Length / 3))
                (nearest, best) = (name, distance);
        }

        return nearest;
    }

    /// <summary>How many letters must be put in, taken out, changed or swapped with their neighbour (optimal string alignment).</summary>
    private static int Distance(string a, string b)
    {
        var two = new int[b.Length + 1];
        var one = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (int j = 0; j <= b.Length; j++)
            one[j] = j;
        for (int i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(one[j] + 1, row[j - 1] + 1), one[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], two[j - 2] + 1);
            }

            (two, one, row) = (one, row, two);
        }

        return one[b.Length];
    }
}

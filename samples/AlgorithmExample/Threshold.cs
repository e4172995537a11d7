namespace AlgorithmExample;

/// <summary>
/// Splits a picture's brightnesses into a dark and a bright class (Otsu: the split with the largest variance between the classes).
/// </summary>
/// <param name="Level">Pixels of this brightness and above are the bright class.</param>
/// <param name="DarkMean">Mean brightness of the dark class.</param>
/// <param name="BrightMean">Mean brightness of the bright class.</param>
internal readonly record struct Threshold(int Level, float DarkMean, float BrightMean)
{
    /// <summary>How far the classes are apart, in gray levels. Noise alone also splits, but not far.</summary>
    public float Contrast => BrightMean - DarkMean;

    /// <summary>Finds the split of a picture.</summary>
    public static Threshold Of(Plane plane)
    {
        Span<int> histogram = stackalloc int[256];
        histogram.Clear();
        foreach (var pixel in plane.Pixels)
            histogram[pixel]++;

        long total = plane.Pixels.Length, sum = 0;
        for (var i = 0; i < histogram.Length; i++)
            sum += (long)i * histogram[i];

        var best = new Threshold(byte.MaxValue, (float)sum / total, (float)sum / total);
        long darkCount = 0, darkSum = 0;
        var bestVariance = 0d;
        for (var level = 1; level < histogram.Length; level++)
        {
            darkCount += histogram[level - 1];
            darkSum += (long)(level - 1) * histogram[level - 1];
            if (darkCount == 0 || darkCount == total)
                continue;
            var dark = (double)darkSum / darkCount;
            var bright = (double)(sum - darkSum) / (total - darkCount);
            var variance = (double)darkCount * (total - darkCount) * (bright - dark) * (bright - dark);
            if (variance > bestVariance)
            {
                bestVariance = variance;
                best = new Threshold(level, (float)dark, (float)bright);
            }
        }

        return best;
    }

    /// <summary>Makes a mask in place: 255 where the brightness is at least <paramref name="level"/>, else 0.</summary>
    public static void Apply(Plane plane, int level)
    {
        foreach (ref var pixel in plane.Pixels)
            pixel = pixel >= level ? byte.MaxValue : byte.MinValue;
    }
}

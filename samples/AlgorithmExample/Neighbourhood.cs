using System.Buffers;

namespace AlgorithmExample;

/// <summary>
/// Filters over a pixel and its eight neighbours. All of them are one 3×3 mean: of a black-and-white mask the mean is 255 where all nine
/// are white, and above 0 where one is, so that "shrink" and "grow" are the mean and a comparison.
/// </summary>
internal static class Neighbourhood
{
    /// <summary>The 3×3 mean; beyond the edge the edge repeats.</summary>
    public static void Smooth(Plane source, Plane target)
    {
        var width = source.Width;
        var column = ArrayPool<ushort>.Shared.Rent(width + 2);
        for (var y = 0; y < source.Height; y++)
        {
            var above = source.Row(Math.Max(y - 1, 0));
            var here = source.Row(y);
            var below = source.Row(Math.Min(y + 1, source.Height - 1));
            for (var x = 0; x < width; x++)
                column[x + 1] = (ushort)(above[x] + here[x] + below[x]);
            column[0] = column[1];
            column[width + 1] = column[width];

            var row = target.Row(y);
            for (var x = 0; x < row.Length; x++)
                row[x] = (byte)((column[x] + column[x + 1] + column[x + 2]) * 57 / 512); // 57/512 is 1/9, and 255 stays 255
        }

        ArrayPool<ushort>.Shared.Return(column);
    }

    /// <summary>Shrinks, then grows again: white specks and threads thinner than 3 pixels vanish, everything else keeps its outline.</summary>
    public static void Open(Plane mask, Plane scratch)
    {
        Smooth(mask, scratch);
        Threshold.Apply(scratch, byte.MaxValue);
        Smooth(scratch, mask);
        Threshold.Apply(mask, 1);
    }
}

using System.Buffers;
using ProcVision;

namespace AlgorithmExample;

/// <summary>
/// Removes uneven light. The tray's own brightness is looked up on a coarse grid: the darkest cell in every window wider than a part
/// must be bare tray. What a pixel has above that is the part.
/// </summary>
internal static class Background
{
    /// <summary>A window of this many cells to each side must not fit inside a part.</summary>
    private const int Reach = 4;

    /// <summary>Subtracts the tray's brightness from every pixel, down to 0.</summary>
    /// <param name="plane">Bright parts on a darker tray.</param>
    /// <param name="partSize">The largest part's size (root of its area) in pixels: a square of it does not fit inside the part.</param>
    public static void Subtract(Plane plane, float partSize)
    {
        var cell = Math.Max(2, (int)MathF.Ceiling(partSize / (2 * Reach)));
        using var grid = Plane.Read(new GrayView(plane.Pixels, plane.Width, plane.Height, plane.Width),
            new Rect(0, 0, plane.Width, plane.Height), cell, Polarity.Bright);
        using var scratch = new Plane(grid.Width, grid.Height);

        // Darkest of the window, then brightest of the windows' darkest: a slope of light passes unchanged, a part does not.
        Extreme(grid, scratch, darkest: true);
        Extreme(scratch, grid, darkest: false);
        Neighbourhood.Smooth(grid, scratch);
        Subtract(plane, scratch, cell);
    }

    private static void Extreme(Plane source, Plane target, bool darkest)
    {
        for (var y = 0; y < source.Height; y++)
        {
            var row = target.Row(y);
            for (var x = 0; x < source.Width; x++)
            {
                var left = Math.Max(0, x - Reach);
                var count = Math.Min(source.Width, x + Reach + 1) - left;
                var extreme = source.Row(y)[x];
                for (var v = Math.Max(0, y - Reach); v <= Math.Min(source.Height - 1, y + Reach); v++)
                {
                    foreach (var value in source.Row(v).Slice(left, count))
                        extreme = darkest ? Math.Min(extreme, value) : Math.Max(extreme, value);
                }

                row[x] = extreme;
            }
        }
    }

    /// <summary>Subtracts the grid, interpolated between the centres of its cells.</summary>
    private static void Subtract(Plane plane, Plane grid, int cell)
    {
        var line = ArrayPool<float>.Shared.Rent(grid.Width + 1);
        for (var y = 0; y < plane.Height; y++)
        {
            var (v, down) = Between(y, cell, grid.Height);
            var upper = grid.Row(v);
            var lower = grid.Row(Math.Min(v + 1, grid.Height - 1));
            for (var i = 0; i < grid.Width; i++)
                line[i] = upper[i] + ((lower[i] - upper[i]) * down);
            line[grid.Width] = line[grid.Width - 1];

            var row = plane.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                var (u, right) = Between(x, cell, grid.Width);
                row[x] = (byte)Math.Max(0f, row[x] - line[u] - ((line[u + 1] - line[u]) * right));
            }
        }

        ArrayPool<float>.Shared.Return(line);
    }

    /// <summary>The cell whose centre is before the position, and how far the position is towards the next one's, 0…1.</summary>
    private static (int Cell, float Fraction) Between(int position, int cell, int cells)
    {
        var at = Math.Clamp(((position + 0.5f) / cell) - 0.5f, 0f, cells - 1);
        var before = (int)at;
        return (before, at - before);
    }
}

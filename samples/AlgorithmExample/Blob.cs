using ProcVision;

namespace AlgorithmExample;

/// <summary>
/// A connected set of pixels, as sums that are cheap to add up while labelling. Everything derived from them stays the same
/// when the picture is turned, mirrored or scaled.
/// </summary>
internal struct Blob
{
    public int Left, Top, Right, Bottom;

    /// <summary>Pixels.</summary>
    public int Area;

    /// <summary>Pixels on the outermost row or column of the picture.</summary>
    public int RimContact;

    private double _x, _y, _xx, _yy, _xy;

    /// <summary>Adds the pixels <paramref name="start"/>…<paramref name="end"/>−1 of row <paramref name="y"/>.</summary>
    public void AddRun(int y, int start, int end, int width, int height)
    {
        Left = Area == 0 ? start : Math.Min(Left, start);
        Right = Math.Max(Right, end);
        Top = Area == 0 ? y : Math.Min(Top, y);
        Bottom = Math.Max(Bottom, y + 1);
        RimContact += y == 0 || y == height - 1 ? end - start : (start == 0 ? 1 : 0) + (end == width ? 1 : 0);

        double count = end - start, sum = count * (start + end - 1) / 2;
        Area += end - start;
        _x += sum;
        _y += count * y;
        _xx += SumOfSquares(end) - SumOfSquares(start);
        _yy += count * y * y;
        _xy += sum * y;
    }

    /// <summary>The smallest rectangle around it.</summary>
    public readonly Rect Bounds => new(Left, Top, Right - Left, Bottom - Top);

    /// <summary>Root of the area, in pixels.</summary>
    public readonly float Size => MathF.Sqrt(Area);

    /// <summary>Width by length of the ellipse with the same inertia: 1 for a disc or a square, towards 0 for a rod.</summary>
    public readonly float Slenderness
    {
        get
        {
            var (along, across) = Inertia();
            return (float)Math.Sqrt(across / along);
        }
    }

    /// <summary>Area by that ellipse's area: 1 for an ellipse, 0.95 for a rectangle, less for anything notched, ragged or hollow.</summary>
    public readonly float Fullness
    {
        get
        {
            var (along, across) = Inertia();
            return (float)(Area / (4 * Math.PI * Math.Sqrt(along * across)));
        }
    }

    /// <summary>Variance of the pixels along the blob and across it.</summary>
    private readonly (double Along, double Across) Inertia()
    {
        // A pixel is a square, not a point: its own variance keeps a straight line from having none.
        const double Pixel = 1d / 12;
        var meanX = _x / Area;
        var meanY = _y / Area;
        var xx = (_xx / Area) - (meanX * meanX) + Pixel;
        var yy = (_yy / Area) - (meanY * meanY) + Pixel;
        var xy = (_xy / Area) - (meanX * meanY);
        var root = Math.Sqrt(((xx - yy) * (xx - yy) / 4) + (xy * xy));
        return (((xx + yy) / 2) + root, Math.Max(Pixel, ((xx + yy) / 2) - root));
    }

    private static double SumOfSquares(double end) => (end - 1) * end * ((2 * end) - 1) / 6;
}

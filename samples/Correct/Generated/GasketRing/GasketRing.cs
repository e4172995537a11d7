using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using ProcVision;

namespace GeneratedParts.Gasket;

/// <summary>A dark ring on a bright ground: its thickness along many rays from its centre.</summary>
[Algorithm(Session = typeof(RingSession))]
public sealed partial class GasketRing
{
    private const int Find = 1;
    private const int CheckThicknessIndex = Find + 1;
    private const int Rays = 72;

    [Execute(Find)]
    private ExecuteResult FindRing(in FindRingStep step)
    {
        var total = (X: 0L, Y: 0L, Count: 0L);
        for (var y = 0; y < step.Image.Height; y++)
        {
            var row = step.Image.Row(y);
            var channels = row.Length / step.Image.Width;
            for (var x = 0; x < step.Image.Width; x++)
            {
                if (row[x * channels] < step.Params.Level)
                    total = (total.X + x, total.Y + y, total.Count + 1);
            }
        }

        if (total.Count < 100)
            return ExecuteResult.Ng("没有密封圈");

        step.Session.Ring = new Ring { X = (double)total.X / total.Count, Y = (double)total.Y / total.Count, Level = (int)step.Params.Level };
        return ExecuteResult.Ok();
    }

    [Execute(CheckThicknessIndex)]
    private ExecuteResult CheckThickness(in CheckThicknessStep step)
    {
        if (!TryGetRing(step, out var ring))
            return ExecuteResult.Error(ErrorCode.ModelNotFound, "未找到密封圈，请先执行定位步骤");

        Span<double> thickness = stackalloc double[Rays];
        for (var i = 0; i < Rays; i++)
            thickness[i] = Along(step.Image, ring.Value, 2 * Math.PI * i / Rays);

        thickness.Sort();
        var (thinnest, median, thickest) = (thickness[0], thickness[Rays / 2], thickness[^1]);
        step.Diagnostics.Publish("thinnest", thinnest);
        step.Diagnostics.Publish("median", median);
        step.Diagnostics.Publish("thickest", thickest);
        return (thinnest, thickest) switch
        {
            ( < MinThickness, _) => ExecuteResult.Ng($"过薄: {thinnest:F1} < {MinThickness:F1} px"),
            (_, > MaxThickness) => ExecuteResult.Ng($"过厚: {thickest:F1} > {MaxThickness:F1} px"),
            _ => ExecuteResult.Ok(),
        };
    }

    private static bool TryGetRing(in CheckThicknessStep step, [NotNullWhen(true)] out Ring? ring)
    {
        ring = step.Session.Ring;
        return ring is not null;
    }

    /// <summary>How many dark pixels a ray meets, in steps of half a pixel.</summary>
    private static double Along(StepImage image, Ring ring, double angle)
    {
        var (dy, dx) = Math.SinCos(angle);
        var channels = image.Format == PixelFormat.Gray8 ? 1 : 3;
        var dark = 0;
        for (var r = 0.0; ; r += 0.5)
        {
            var x = (int)(ring.X + (r * dx));
            var y = (int)(ring.Y + (r * dy));
            if (x < 0 || y < 0 || x >= image.Width || y >= image.Height)
                return dark / 2.0;
            dark += image.Row(y)[x * channels] < ring.Level ? 1 : 0;
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct Ring
    {
        public double X;
        public double Y;
        public int Level;
    }
}

[Session]
public readonly ref partial struct RingSession
{
    public partial GasketRing.Ring? Ring { get; set; }
}

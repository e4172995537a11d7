using ProcVision;

namespace Fasteners.Threads;

/// <summary>
/// The silhouette of a thread above two dark calibration marks in the lowest rows: pre finds the marks and knows what a pixel is in mm, execute
/// measures how far the crests are apart.
/// </summary>
[Algorithm(Session = typeof(ThreadSession))]
public sealed partial class ThreadPitch
{
    private const byte Dark = 100;
    private const int MarkRow = 10;

    [PreExecute(1)]
    private PreResult FindMarks(in MeasureStep step)
    {
        var y = step.Image.Height - MarkRow;
        var marks = Edges.DarkRuns(GreenRow.Of(step.Image, y), Dark);
        if (marks is not [var first, .., var last])
            return PreResult.Error(ErrorCode.InvalidParams, $"只找到 {marks.Count} 个标定标记，需要 2 个");

        step.Session.MillimetresPerPixel = step.Params.MarkDistance / (last.Center - first.Center);
        CalibrationRect[] places = [Place(first, "左标记"), Place(last, "右标记")];
        return PreResult.Ok($"1 px = {step.Session.MillimetresPerPixel:F4} mm", places);

        CalibrationRect Place(Run mark, string label) => new(new Rect(mark.Start, y, mark.Length, 1), label);
    }

    [Execute(1)]
    private ExecuteResult Measure(in MeasureStep step)
    {
        var scale = step.Session.MillimetresPerPixel;
        if (scale <= 0)
            return ExecuteResult.Error(ErrorCode.ModelNotFound, "没有标定，请先执行预执行");

        var crests = Edges.DarkRuns(GreenRow.Of(step.Image, step.Image.Height / 2), Dark);
        var pitch = crests switch
        {
            [] or [_] => double.NaN,
            [var first, .., var last] => (last.Center - first.Center) * scale / (crests.Count - 1),
        };
        if (double.IsNaN(pitch))
            return ExecuteResult.Ng("没有找到螺纹");

        step.Diagnostics.Publish("pitch_mm", pitch);
        var off = Math.Abs(pitch - step.Params.Pitch);
        return off <= step.Params.Tolerance
            ? ExecuteResult.Ok()
            : ExecuteResult.Ng($"螺距 {pitch:F3} mm，偏差 {off:F3} > {step.Params.Tolerance:F3}");
    }
}

[Session]
public readonly ref partial struct ThreadSession
{
    public partial double MillimetresPerPixel { get; set; }
}

/// <summary>Dark pixels side by side in one row.</summary>
internal readonly record struct Run(int Start, int Length)
{
    public double Center => Start + (Length / 2.0);
}

internal static class Edges
{
    public static List<Run> DarkRuns(GreenRow row, byte level)
    {
        var runs = new List<Run>();
        for (var x = 0; x < row.Length; x++)
        {
            if (row[x] >= level)
                continue;
            var start = x;
            while (x < row.Length && row[x] < level)
                x++;
            runs.Add(new Run(start, x - start));
        }

        return runs;
    }
}

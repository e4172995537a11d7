using System.Diagnostics;
using System.Text.Json.Serialization;
using ProcVision;

namespace Fasteners.Bolts;

[Algorithm(Session = typeof(BoltSession))]
public sealed partial class BoltLength
{
    private void OnStepStart(in StepStart start) => start.Session.Set("started", Stopwatch.GetTimestamp());

    private void OnStepFinish(in StepFinish finish)
    {
        if (finish.Session.TryGet<long>("started", out var started))
            finish.Log.Info("步骤结束", ("step", finish.Step), ("elapsed_ms", Stopwatch.GetElapsedTime(started).TotalMilliseconds));
    }

    private void Reset(in ResetContext context) => context.Log.Info("检测已复位");

    [Execute(1)]
    private ExecuteResult Measure(in MeasureStep step)
    {
        var roi = step.Params.Roi;
        var (top, bottom) = (-1, -1);
        for (var y = roi.Y; y < roi.Bottom; y++)
        {
            if (!IsBolt(GreenRow.Of(step.Image, y)))
                continue;
            top = top < 0 ? y : top;
            bottom = y;
        }

        if (top < 0)
            return ExecuteResult.Ng("区域内没有螺栓");

        var length = (bottom - top + 1) * step.Params.Scale;
        step.Session.Measured = new Measurement(length, top, bottom);
        return ExecuteResult.Ok([new PositionRect(roi with { Y = top, Height = bottom - top + 1 }, $"{length:F1} mm")]);

        bool IsBolt(GreenRow row)
        {
            var dark = 0;
            for (var x = roi.X; x < roi.Right; x++)
            {
                if (row[x] < 90)
                    dark++;
            }

            return dark * 10 > roi.Width;
        }
    }

    [Execute(2), NoImage]
    private ExecuteResult Judge(in JudgeStep step) => step.Session.Measured switch
    {
        null => ExecuteResult.Error(ErrorCode.ModelNotFound, "没有测量值，请先执行测量步骤"),
        { Length: var length } m when length < step.Params.MinLength => Report(ExecuteResult.Ng($"过短: {length:F1} < {step.Params.MinLength:F1} mm"), m),
        { Length: var length } m when length > step.Params.MaxLength => Report(ExecuteResult.Ng($"过长: {length:F1} > {step.Params.MaxLength:F1} mm"), m),
        { } m => Report(ExecuteResult.Ok(), m),
    };

    private static ExecuteResult Report(ExecuteResult result, Measurement measured) =>
        result.With("bolt", measured, BoltJson.Default.Measurement);
}

/// <summary>What step 1 measured: kept for step 2, and sent to the statistics as a record of our own.</summary>
public sealed record Measurement(double Length, int Top, int Bottom);

[Session]
public readonly ref partial struct BoltSession
{
    public partial Measurement? Measured { get; set; }
}

[JsonSerializable(typeof(Measurement))]
internal sealed partial class BoltJson : JsonSerializerContext;

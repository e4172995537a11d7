using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using ProcVision;

namespace Logistics.Pallet;

[Session]
public readonly ref partial struct PalletSession
{
    public partial int Boxes { get; set; }

    public partial int Layers { get; set; }

    public partial DateTime BegunUtc { get; set; }

    [MaxBytes(2048)]
    public partial Dictionary<string, int> BoxesByCamera { get; set; }

    public partial ScanState State { get; set; }
}

public enum ScanState
{
    Empty,
    FirstLayer,
    Complete,
}

/// <summary>One call per layer: the same step is called again and again until the pallet is full, and the session says how far it is.</summary>
[Algorithm(Session = typeof(PalletSession))]
public sealed partial class PalletScan(TimeProvider clock)
{
    private FrozenDictionary<string, int> _levels = FrozenDictionary<string, int>.Empty;

    /// <summary>Pallets of this process, for the log at its end only.</summary>
    [KeptBetweenCalls]
    private long _pallets;

    public PalletScan()
        : this(TimeProvider.System)
    {
    }

    private void Setup(SetupContext context)
    {
        var levels = new Dictionary<string, int>();
        using (var reader = new StreamReader(Assets.Of(context, context.Pids[0]).Rules))
        {
            _ = reader.ReadLine();
            while (reader.ReadLine() is { } line)
            {
                if (line.Split(',') is not [var pid, var level])
                    throw new InvalidDataException($"'{line}' is no rule: write pid,level.");
                levels[pid] = int.Parse(level, CultureInfo.InvariantCulture);
            }
        }

        foreach (var pid in context.Pids.Where(pid => !levels.ContainsKey(pid)))
            throw new InvalidDataException($"The rules have no line for {pid}.");
        _levels = levels.ToFrozenDictionary();
    }

    private void Teardown() => Console.Error.WriteLine($"{_pallets} pallets");

    [PreExecute(1)]
    private PreResult Begin(in FirstLayerStep step)
    {
        step.Session.BegunUtc = clock.GetUtcNow().UtcDateTime;
        return PreResult.Ok();
    }

    [Execute(1)]
    private ExecuteResult FirstLayer(in FirstLayerStep step)
    {
        var boxes = Layer.Count(step.Image, _levels[step.Pid]);
        if (boxes != step.Params.Boxes)
            return ExecuteResult.Ng($"第一层 {boxes} 箱，应为 {step.Params.Boxes} 箱");

        step.Session.Boxes = boxes;
        step.Session.Layers = 1;
        step.Session.State = ScanState.FirstLayer;
        step.Session.BoxesByCamera = new() { [step.Image.CameraId] = boxes };
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    private ExecuteResult NextLayer(in NextLayerStep step)
    {
        if (step.Session.State is ScanState.Empty)
            return ExecuteResult.Error(ErrorCode.ModelNotFound, "请先检查第一层");

        var boxes = Layer.Count(step.Image, _levels[step.Pid]);
        var byCamera = step.Session.BoxesByCamera;
        byCamera[step.Image.CameraId] = byCamera.GetValueOrDefault(step.Image.CameraId) + boxes;
        step.Session.BoxesByCamera = byCamera;
        step.Session.Layers++;
        if (boxes != step.Session.Boxes)
            return ExecuteResult.Ng(Explain(step.Session.Layers, boxes, step.Session.Boxes));

        if (step.Session.Layers == step.Params.Layers)
        {
            step.Session.State = ScanState.Complete;
            _ = Interlocked.Increment(ref _pallets);
            step.Diagnostics.Publish("seconds", (clock.GetUtcNow().UtcDateTime - step.Session.BegunUtc).TotalSeconds);
        }

        step.Diagnostics.Publish("boxes", byCamera.Values.Sum());
        return ExecuteResult.Ok();
    }

    private static string Explain(int layer, int boxes, int expected)
    {
        var text = new StringBuilder();
        _ = text.Append(CultureInfo.InvariantCulture, $"第 {layer} 层 {boxes} 箱");
        if (boxes < expected)
            _ = text.Append(CultureInfo.InvariantCulture, $"，缺 {expected - boxes} 箱");
        return text.ToString();
    }

    private static class Layer
    {
        public static int Count(StepImage image, int level)
        {
            var row = image.Row(image.Height / 2);
            var channels = image.Format is PixelFormat.Gray8 ? 1 : 3;
            var (boxes, inside) = (0, false);
            for (var x = 0; x < image.Width; x++)
            {
                var bright = row[x * channels] >= level;
                boxes += bright && !inside ? 1 : 0;
                inside = bright;
            }

            return boxes;
        }
    }
}

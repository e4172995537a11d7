using ProcVision;

namespace AlgorithmExample;

/// <summary>
/// Finds a tray and checks that all parts lie on it: six stamped blades on a light table (p001), or 24 coins (p002). What differs between
/// the two stands in the config assets, not here.
/// </summary>
[Algorithm(Session = typeof(TraySession), ExecuteOnly = true)]
public sealed partial class PartInspection
{
    /// <summary>The exposure for which the configs give their brightness: a longer one must give a brighter picture.</summary>
    private const double ReferenceExposureMs = 12.5;

    private readonly Dictionary<string, PartsConfig> _configs = [];
    private readonly TrayLocator _locator = new();
    private readonly PartFinder _finder = new();
    private StructuredLogger? _log;

    private void Setup(SetupContext context)
    {
        foreach (var pid in context.Pids)
            _configs[pid] = PartsConfig.Parse(File.ReadAllBytes(Assets.Of(context, pid).Config));

        _log = context.Log;
        _log.Info("配置已加载", ("pids", _configs.Count));
    }

    private void Teardown()
    {
        _configs.Clear();
        _log?.Info("资源已释放");
    }

    [PreExecute(1)]
    private PreResult CheckLight(in LocateTrayStep step)
    {
        var light = step.Image.Mean();
        var needed = _configs[step.Pid].MinBrightness * step.Params.Exposure / ReferenceExposureMs;
        step.Session.Light = light;
        step.Diagnostics.Publish("brightness", light);
        return light >= needed
            ? PreResult.Ok($"光照检查通过: {light:F1} >= {needed:F1}")
            : PreResult.Error(ErrorCode.ImageLoadFailed, $"光照不足: {light:F1} < {needed:F1}");
    }

    [Execute(1)]
    private ExecuteResult Locate(in LocateTrayStep step)
    {
        if (!_locator.TryLocate(GrayView.Of(step.Image), step.Params.Roi, _configs[step.Pid], out var tray, out var reason))
            return ExecuteResult.Error(ErrorCode.InvalidParams, reason);

        step.Session.Tray = tray;
        step.Diagnostics.Publish("contrast", tray.Contrast);
        if (step.Session.Light is { } light)
            step.Diagnostics.Publish("light", light);
        return ExecuteResult.Ok([new PositionRect(tray.Area, "料盘")]);
    }

    [Execute(2)]
    private ExecuteResult Inspect(in InspectPartsStep step)
    {
        if (step.Session.Tray is not { } tray)
            return ExecuteResult.Error(ErrorCode.ModelNotFound, "未找到料盘，请先执行定位步骤");

        if (!tray.Area.IsInside(step.Image.Width, step.Image.Height))
            return ExecuteResult.Error(ErrorCode.CoordinateInvalid, $"料盘 {tray.Area} 超出图像 {step.Image.Width}x{step.Image.Height}");

        if (step.Session.Light is { } light)
            step.Diagnostics.Publish("light", light);

        var config = _configs[step.Pid];
        var accurate = step.Params.Mode == InspectPartsMode.Accurate;
        var parts = _finder.Find(GrayView.Of(step.Image), tray, config, step.Params.Threshold, accurate);
        return Judge(parts, config);
    }

    private static ExecuteResult Judge(IReadOnlyList<Part> parts, PartsConfig config)
    {
        var positions = new List<PositionRect>();
        var defects = new List<DefectRect>();
        foreach (var part in parts)
        {
            if (part.IsGood)
                positions.Add(new PositionRect(part.Area, part.Label, Math.Round(part.Score, 3)));
            else
                defects.Add(new DefectRect(part.Area, part.Label, Math.Round(part.Score, 3)));
        }

        return Faults.Describe(parts, config) is { } fault
            ? ExecuteResult.Ng(fault, positions, defects)
            : ExecuteResult.Ok(positions);
    }
}

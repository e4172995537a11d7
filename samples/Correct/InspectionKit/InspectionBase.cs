using ProcVision;

namespace InspectionKit;

/// <summary>What all algorithms of the company do alike: read one settings file per product, and count their verdicts for the log.</summary>
/// <typeparam name="TSettings">The settings of one product.</typeparam>
public abstract class InspectionBase<TSettings>
    where TSettings : class
{
    private readonly Dictionary<string, TSettings> _settings = [];

    [KeptBetweenCalls]
    private int _rejected;

    [KeptBetweenCalls]
    private int _inspected;

    /// <summary>The kind of the settings file in the manifest.</summary>
    protected virtual string SettingsKind => "settings";

    protected void Setup(SetupContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        foreach (var pid in context.Pids)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var path = context.Assets.Find(pid, SettingsKind)
                ?? throw new FileNotFoundException($"The manifest has no '{SettingsKind}' for {pid}.");
            _settings[pid] = Read(File.ReadAllText(path));
        }
    }

    protected void OnStepFinish(in StepFinish finish)
    {
        if (finish.Verdict == Verdict.None)
            return;
        _inspected++;
        if (finish.Verdict == Verdict.Ng)
            _rejected++;
        finish.Log.Info("统计", ("inspected", _inspected), ("rejected", _rejected));
    }

    protected TSettings SettingsOf(string pid) => _settings[pid];

    protected abstract TSettings Read(string text);
}

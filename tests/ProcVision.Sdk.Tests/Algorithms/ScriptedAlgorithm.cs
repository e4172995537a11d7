using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Algorithms;

/// <summary>An algorithm whose methods a test writes, with what generated code would have around them; remembers what was called.</summary>
internal sealed class ScriptedAlgorithm : AlgorithmDispatch, IAlgorithm
{
    private Rect _roi;

    /// <summary>The last one made, for tests that cannot hand one in.</summary>
    internal static ScriptedAlgorithm? Last { get; private set; }

    /// <summary>Pids p001 and p002; step 1 has a pre method, step 2 has none, step 3 needs no picture.</summary>
    static AlgorithmDescriptor IAlgorithm.Descriptor => Describe(() => Last = new ScriptedAlgorithm());

    internal List<string> Events { get; } = [];

    internal Func<StepCall, PreResult> OnPre { get; set; } = _ => PreResult.Ok();

    internal Func<StepCall, ExecuteResult> OnExecute { get; set; } = _ => ExecuteResult.Ok();

    internal Action<SetupContext> OnSetup { get; set; } = _ => { };

    internal Action<ResetContext> OnReset { get; set; } = _ => { };

    internal Action OnTeardown { get; set; } = () => { };

    internal Action OnHook { get; set; } = () => { };

    /// <summary>Whether <c>roi</c> and <c>serial</c> must be given.</summary>
    internal bool RequiresRoi { get; set; }

    internal bool RequiresSerial { get; set; }

    internal bool HasSteps { get; init; } = true;

    internal Rect Roi => _roi;

    internal bool KeepEvents { get; set; } = true;

    public override AlgorithmDescriptor Descriptor => Describe(() => this, hasSteps: HasSteps);

    public override ReadOnlySpan<byte> Info => "{}"u8;

    internal static AlgorithmDescriptor Describe(Func<AlgorithmDispatch> create, AssetDescriptor[]? assets = null, string manifest = "manifest.json", bool executeOnly = false, StepDescriptor? step = null, bool hasSteps = true) => new()
    {
        Contract = GeneratedContract.Version,
        ClassName = "ScriptedAlgorithm",
        Name = "scripted-algorithm",
        Version = "1.0.0",
        ManifestPath = manifest,
        Pids = ["p001", "零件:2"],
        Steps = !hasSteps ? [] : step is not null ? [step] : [new(1, "定位料盘", true, true, true), new(2, "检测零件", false, false, true), new(3, "统计", true, false, false)],
        Assets = assets ?? [],
        Session = Sessions.TraySession.Layout,
        ExecuteOnly = executeOnly,
        Create = create,
    };

    public override void Setup(SetupContext context)
    {
        Note("setup");
        OnSetup(context);
    }

    public override void Teardown()
    {
        Note("teardown");
        OnTeardown();
    }

    public override void OnStepStart(in StepStart start)
    {
        if (KeepEvents)
        {
            Note($"start {start.Step} {start.Pid} {start.Session.Id}");
        }

        OnHook();
    }

    public override void OnStepFinish(in StepFinish finish)
    {
        if (KeepEvents)
        {
            Note($"finish {finish.Step} {finish.Session.Id} {finish.Verdict} {(int?)finish.Error} {finish.Message}".TrimEnd());
        }

        OnHook();
    }

    public override void Reset(in ResetContext context)
    {
        Note($"reset {context.Session.Id}");
        OnReset(context);
    }

    public override void ReadParams(int step, ref ParamReader reader)
    {
        var hasRoi = false;
        _roi = new Rect(0, 0, 1, 1);
        while (reader.Next())
        {
            if (reader.Is("roi"u8))
            {
                _roi = reader.Rect();
                hasRoi = true;
            }
            else if (reader.Is("threshold"u8))
            {
                _ = reader.Float(0.5, 0.9);
            }
        }

        if (RequiresRoi && !hasRoi)
        {
            _roi = reader.MissingRect("roi");
        }

        if (RequiresSerial)
        {
            reader.Missing("serial");
        }
    }

    public override void CheckRects(int step, ref RectCheck check) => check.Check("roi", in _roi);

    public override PreResult PreExecute(int step, StepCall call)
    {
        Note("pre");
        return OnPre(call);
    }

    public override ExecuteResult Execute(int step, StepCall call)
    {
        Note("execute");
        return OnExecute(call);
    }

    private void Note(string what)
    {
        if (KeepEvents)
        {
            Events.Add(what);
        }
    }
}

using ProcVision.CompilerServices;

namespace ProcVision.PipeCall;

/// <summary>What generated code is for an algorithm whose step reads its parameters and does nothing.</summary>
internal sealed class NoOpAlgorithm : AlgorithmDispatch
{
    private (Rect Roi, double Exposure) _parameters;

    internal static AlgorithmDescriptor Description { get; } = new()
    {
        Contract = GeneratedContract.Version,
        ClassName = "NoOp",
        Name = "no-op",
        Version = "1.0.0",
        ManifestPath = "manifest.json",
        Pids = ["p001", "p002"],
        Steps = [new(1, "定位料盘", HasPre: false, PreNeedsImage: false, ExecuteNeedsImage: false)],
        Assets = [],
        Session = null,
        Create = static () => new NoOpAlgorithm(),
    };

    public override AlgorithmDescriptor Descriptor => Description;

    public override ReadOnlySpan<byte> Info => "{}"u8;

    public override void ReadParams(int step, ref ParamReader reader)
    {
        Rect roi = default;
        var hasRoi = false;
        var exposure = 12.5;
        while (reader.Next())
        {
            if (reader.Is("roi"u8))
            {
                roi = reader.Rect();
                hasRoi = true;
            }
            else if (reader.Is("exposure"u8))
            {
                exposure = reader.Float(8, 16, unit: "ms");
            }
        }

        if (!hasRoi)
        {
            reader.Missing("roi");
        }

        _parameters = (roi, exposure);
    }

    public override void CheckRects(int step, ref RectCheck check) => check.Check("roi", _parameters.Roi);

    public override PreResult PreExecute(int step, StepCall call) => PreResult.Ok();

    public override ExecuteResult Execute(int step, StepCall call) => ExecuteResult.Ok();
}

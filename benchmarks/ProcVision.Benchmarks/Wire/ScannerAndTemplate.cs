using ProcVision.CompilerServices;
using ProcVision.Protocol;

namespace ProcVision.Benchmarks.Wire;

/// <summary>What the host does with a call's bytes around the author's code: every field read, both parameters checked, the result as one frame.</summary>
internal sealed class ScannerAndTemplate : IDisposable
{
    private static readonly string[] Modes = ["fast", "accurate"];

    private readonly MessageParser _parser = new();
    private readonly FrameWriter _writer = new(TimeProvider.System);
    private readonly PositionRect[] _positions;

    internal ScannerAndTemplate(PositionRect[] positions) => _positions = positions;

    public void Dispose() => _writer.Dispose();

    internal int Answer(ReadOnlySpan<byte> body)
    {
        if (!_parser.TryParse(body, out var message, out _) || message.Problem.Exists)
        {
            throw new InvalidOperationException("The recorded call is right.");
        }

        var request = message.ToStepRequest();
        var threshold = 0.7;
        var mode = 0;
        var reader = new ParamReader(request.UserParams);
        while (reader.Next())
        {
            if (reader.Is("threshold"u8))
            {
                threshold = reader.Float(0.5, 0.9);
            }
            else if (reader.Is("mode"u8))
            {
                mode = reader.Choice(Modes);
            }
        }

        if (reader.Problem is not null || mode != 1 || threshold != 0.75 || request.ImageMeta.Width != 1920)
        {
            throw new InvalidOperationException("The recorded call was read wrongly.");
        }

        return _writer.Result(message.RequestId, new CallOutcome
        {
            Phase = request.Phase,
            Step = request.Step,
            Verdict = Verdict.Ok,
            Message = "",
            Positions = _positions,
        }).Length;
    }
}

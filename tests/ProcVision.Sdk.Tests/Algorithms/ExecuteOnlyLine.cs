using System.Text;

namespace ProcVision.Sdk.Tests.Algorithms;

/// <summary>A line whose host speaks the execute-only profile: two pictures and a description per call, nothing else.</summary>
internal sealed class ExecuteOnlyLine : IDisposable
{
    private readonly ExecuteOnlyCalls _calls;

    internal ExecuteOnlyLine(string? pid = "p001")
    {
        _calls = new ExecuteOnlyCalls(Line.Instance, pid, new StructuredLogger(Line.Log, LogLevel.Debug, Line.Clock), Line.Clock);
        Line.PutPicture("cam-00001", 160, 120);
        Line.PutPicture("cur-00001", 200, 150);
    }

    internal Line Line { get; } = new();

    internal ScriptedAlgorithm Algorithm => Line.Algorithm;

    public void Dispose() => Line.Dispose();

    internal CallOutcome Call(
        int step = 1,
        string camera = "cam-00001",
        string guide = "cur-00001",
        string info = "",
        string description = "",
        string pid = "",
        string session = "",
        ImageMeta? guideMeta = null,
        string? guideMetaProblem = null) =>
        _calls.Run(
            new StepRequest
            {
                Step = step,
                Pid = Encoding.UTF8.GetBytes(pid),
                SessionId = Encoding.UTF8.GetBytes(session),
                ImageId = Encoding.UTF8.GetBytes(camera),
                ImageMeta = new ImageMeta(0, 0, 1, "cam-01", false),
                IsExecuteOnly = true,
                Guide = new()
                {
                    ImageId = Encoding.UTF8.GetBytes(guide),
                    ImageMeta = guideMeta ?? new ImageMeta(0, 0, 2, "cur-01", false),
                    ImageMetaProblem = guideMetaProblem,
                    Info = Encoding.UTF8.GetBytes(info),
                    Description = Encoding.UTF8.GetBytes(description),
                },
            },
            Line.Cancellation);
}

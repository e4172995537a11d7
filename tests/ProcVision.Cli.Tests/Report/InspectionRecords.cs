using System.Text.Json;
using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli.Tests;

/// <summary>Makes inspections as they could have happened.</summary>
internal static class InspectionRecords
{
    public const int Width = 120;

    public const int Height = 100;

    public static ManifestModel Manifest { get; } = ManifestReader.Read(PublishedStandIn.Manifest).Model!;

    /// <summary>An inspection of one step whose execute answered with this <c>data</c>.</summary>
    public static InspectionRecord Answered(string data, string message = "")
    {
        string frame = $$"""{"type":"result","request_id":"r-2","status":"OK","message":{{JsonSerializer.Serialize(message)}},"data":{{data}}}""";
        return Of(new StepReport(1, "定位料盘", Result("""{"type":"result","status":"OK","message":"","data":{}}"""), Result(frame), null));
    }

    public static InspectionRecord Of(params StepReport[] steps)
    {
        var record = NotStarted();
        return record with
        {
            Steps = [.. steps.Select(static step => new PlannedStep(step.Index, step.Name, []))],
            Algorithm = new(4711, "0.1.0", TimeSpan.FromMilliseconds(5), true),
            Detection = new(record.Session, steps, TimeSpan.FromMilliseconds(20)),
            StartFailure = null,
        };
    }

    public static InspectionRecord NotStarted()
    {
        byte[] png = Convert.FromBase64String(PublishedStandIn.Png);
        Assert.True(ImageHeader.TryRead(png, out var header, out _));
        return new()
        {
            Time = new(2026, 11, 23, 15, 4, 5, TimeSpan.FromHours(8)),
            Manifest = Manifest,
            Picture = new("/photos/tray.png", png, header),
            Session = new("session-1", "p001", "dev", "trace-1"),
            Steps = [new(1, "定位料盘", []), new(2, "检测零件", [])],
            StartFailure = new("1003", "算法无法启动: 模型不存在", 1, ["model.onnx is missing"]),
        };
    }

    public static CallAnswer Result(string frame) => new(JsonElement.Parse(frame), CallAnswerSource.Result, TimeSpan.FromMilliseconds(7.5));
}

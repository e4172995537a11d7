using System.Text.Json.Serialization;

namespace ProcVision.Benchmarks.Wire;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(WireCall))]
[JsonSerializable(typeof(WireResult))]
internal sealed partial class WireJson : JsonSerializerContext;

internal sealed class WireCall
{
    public string Type { get; set; } = "";

    public string? RequestId { get; set; }

    public long TimestampMs { get; set; }

    public WireCallFields? Data { get; set; }
}

internal sealed class WireCallFields
{
    public string Phase { get; set; } = "";

    public int StepIndex { get; set; }

    public string Pid { get; set; } = "";

    public WireSession? Session { get; set; }

    public WireParams? UserParams { get; set; }

    public string SharedMemId { get; set; } = "";

    public WireImageMeta? ImageMeta { get; set; }

    public long? DeadlineMs { get; set; }
}

internal sealed class WireSession
{
    public string Id { get; set; } = "";

    public Dictionary<string, string> Context { get; set; } = [];
}

internal sealed class WireParams
{
    public double Threshold { get; set; }

    public string Mode { get; set; } = "";
}

internal sealed class WireImageMeta
{
    public int Width { get; set; }

    public int Height { get; set; }

    public long TimestampMs { get; set; }

    public string CameraId { get; set; } = "";

    public string? ColorSpace { get; set; }
}

internal sealed class WireResult
{
    public string Type { get; set; } = "result";

    public string? RequestId { get; set; }

    public long TimestampMs { get; set; }

    public string Status { get; set; } = "OK";

    public string Message { get; set; } = "";

    public WireResultFields? Data { get; set; }
}

internal sealed class WireResultFields
{
    public string Phase { get; set; } = "";

    public int StepIndex { get; set; }

    public string ResultStatus { get; set; } = "OK";

    public List<WireRect> DefectRects { get; set; } = [];

    public List<WireRect> PositionRects { get; set; } = [];
}

internal sealed class WireRect
{
    public int X { get; set; }

    public int Y { get; set; }

    public int Width { get; set; }

    public int Height { get; set; }

    public string Label { get; set; } = "";

    public double Score { get; set; }
}

using System.Text;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

/// <summary>What the parser made of a frame, as plain values.</summary>
internal sealed record Parsed
{
    private static readonly MessageParser Parser = new();
    private static readonly Lock Gate = new();

    internal required bool IsMessage { get; init; }

    internal int Code { get; init; }

    internal string? Problem { get; init; }

    internal MessageType Type { get; init; }

    internal string TypeText { get; init; } = "";

    internal string RequestId { get; init; } = "";

    internal CallPhase Phase { get; init; }

    internal int Step { get; init; }

    internal bool StepWasMadeOne { get; init; }

    internal string Pid { get; init; } = "";

    internal string SessionId { get; init; } = "";

    internal string SessionContext { get; init; } = "";

    internal string RegionName { get; init; } = "";

    internal uint RegionGeneration { get; init; }

    internal string UserParams { get; init; } = "";

    internal string ImageId { get; init; } = "";

    internal ImageMeta ImageMeta { get; init; }

    internal string? ImageMetaProblem { get; init; }

    internal string GuideImageId { get; init; } = "";

    internal ImageMeta GuideImageMeta { get; init; }

    internal string? GuideImageMetaProblem { get; init; }

    internal string GuideDescription { get; init; } = "";

    internal string GuideInfo { get; init; } = "";

    internal long? DeadlineMs { get; init; }

    internal string RunnerVersion { get; init; } = "";

    internal string Capabilities { get; init; } = "";

    internal long? HeartbeatIntervalMs { get; init; }

    internal long? HeartbeatGraceMs { get; init; }

    internal static Parsed Recorded(string name) => Of(RecordedFrame.Read(name));

    internal static Parsed Of(string json) => Of(Encoding.UTF8.GetBytes(json));

    internal static Parsed Of(ReadOnlySpan<byte> body)
    {
        lock (Gate)
        {
            var isMessage = Parser.TryParse(body, out var message, out var problem);
            if (isMessage)
            {
                problem = message.Problem;
            }

            return new()
            {
                IsMessage = isMessage,
                Code = problem.Code,
                Problem = problem.Message,
                Type = message.Type,
                TypeText = Text(message.TypeText),
                RequestId = Text(problem.Exists ? problem.RequestId : message.RequestId),
                Phase = message.Phase,
                Step = message.Step,
                StepWasMadeOne = message.StepWasMadeOne,
                Pid = Text(message.Pid),
                SessionId = Text(message.SessionId),
                SessionContext = Text(message.SessionContext),
                RegionName = Text(message.Region.Name),
                RegionGeneration = message.Region.Generation,
                UserParams = Text(message.UserParams),
                ImageId = Text(message.ImageId),
                ImageMeta = message.ImageMeta,
                ImageMetaProblem = message.ImageMetaProblem,
                GuideImageId = Text(message.Guide.ImageId),
                GuideImageMeta = message.Guide.ImageMeta,
                GuideImageMetaProblem = message.Guide.ImageMetaProblem,
                GuideDescription = Text(message.Guide.Description),
                GuideInfo = Text(message.Guide.Info),
                DeadlineMs = message.DeadlineMs,
                RunnerVersion = Text(message.RunnerVersion),
                Capabilities = Text(message.Capabilities),
                HeartbeatIntervalMs = message.HeartbeatIntervalMs,
                HeartbeatGraceMs = message.HeartbeatGraceMs,
            };
        }
    }

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);
}

using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>What came of asking an algorithm what it is.</summary>
/// <param name="Info">What it said; null when it cannot tell, or did not.</param>
/// <param name="Reason">Why there is none, for people; empty when there is.</param>
public sealed record AlgorithmInfoAnswer(AlgorithmInfo? Info, string Reason)
{
    /// <summary>Whether asking again would bring the same.</summary>
    internal bool IsFinal { get; init; } = true;

    /// <summary>Reads the frame that answers an info call (conformance 295).</summary>
    internal static AlgorithmInfoAnswer Read(JsonElement frame)
    {
        if (frame.Text("type") != "result" || frame.Text("status") != "OK")
        {
            string code = frame.Text("error_code") is { Length: > 0 } given ? $" (error_code {given})" : "";
            return new(null, $"{Words.Of("算法不提供 info", "the algorithm does not give its info")}: {(frame.Text("message") is { Length: > 0 } message ? message : Words.Of("没有给出原因", "no reason given"))}{code}");
        }

        return AlgorithmInfo.Parse(frame.Member("data").Member("info")) is { } info
            ? new(info, "")
            : new(null, Words.Of("算法不提供 info: 应答缺少 data.info", "the algorithm does not give its info: data.info is missing in its answer"));
    }
}

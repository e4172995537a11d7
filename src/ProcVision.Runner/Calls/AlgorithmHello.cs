using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>What an algorithm said about itself in the handshake (conformance 272–274).</summary>
/// <param name="SdkVersion">The version of its SDK; empty when it gave none.</param>
/// <param name="Capabilities">What it announced.</param>
public sealed record AlgorithmHello(string SdkVersion, IReadOnlySet<string> Capabilities)
{
    /// <summary>The extension by which a call carries the time it has left (DESIGN §7).</summary>
    public const string Deadline = "deadline:v1";

    /// <summary>The extension by which the values of a session can be asked for.</summary>
    public const string SessionValues = "session_values:v1";

    /// <summary>The extension by which a session's values are in shared memory of the Runner (DESIGN §5, §7).</summary>
    public const string SessionState = "session_state:v1";

    internal static AlgorithmHello From(AlgorithmFrame frame) => new(
        frame.Json.Text("sdk_version") ?? "",
        frame.Json.Member("capabilities").Items()
            .Where(static item => item.ValueKind == JsonValueKind.String)
            .Select(static item => item.GetString()!)
            .ToHashSet(StringComparer.Ordinal));
}

using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>What the platform's user sees of an answer (conformance 519, 523).</summary>
internal static class PlatformScreen
{
    /// <summary>The steps of info, by the keys that the screen reads.</summary>
    internal static (int Number, string Name, string Guide)[] Steps(JsonObject answer) =>
        [.. answer["data"]!["info"]!["steps"]!.AsArray().Select(step => ((int)step!["step_number"]!, (string)step["step_name"]!, (string)step["operation_guide"]!))];

    /// <summary>OK, NG with its reason, or for an ERROR nothing but the message.</summary>
    internal static string Verdict(JsonObject answer) => (string?)answer["status"] == "ERROR"
        ? $"ERROR {answer["message"]}"
        : (string?)answer["data"]!["result_status"] == "NG" ? $"NG {answer["data"]!["ng_reason"]}" : "OK";

    /// <summary>The boxes it draws, in either of two forms.</summary>
    internal static (int X, int Y, int Width, int Height)[] Boxes(JsonObject answer) =>
        [.. answer["data"]!["defect_rects"]!.AsArray().Select(rect => Box(rect!))];

    private static (int X, int Y, int Width, int Height) Box(JsonNode rect) => rect["box_coords"] is JsonArray corners
        ? ((int)corners[0]!, (int)corners[1]!, (int)corners[2]! - (int)corners[0]!, (int)corners[3]! - (int)corners[1]!)
        : ((int)rect["x"]!, (int)rect["y"]!, (int)rect["width"]!, (int)rect["height"]!);
}

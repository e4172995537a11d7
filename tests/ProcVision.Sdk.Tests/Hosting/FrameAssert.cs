using System.Text.Json;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>What tests say about frames.</summary>
internal static class FrameAssert
{
    internal static string? Text(this JsonElement frame, string key) => frame.TryGetProperty(key, out var value) ? value.ToString() : null;

    internal static JsonElement Data(this JsonElement frame, string key) => frame.GetProperty("data").GetProperty(key);

    internal static void IsResult(this JsonElement frame, string id, string status = "OK")
    {
        Assert.True(
            frame.Text("type") == "result" && frame.Text("request_id") == id && frame.Text("status") == status, $"expected result {id} {status}: {frame}");
    }

    internal static void IsError(this JsonElement frame, string? id, string code, string message)
    {
        Assert.True(
            frame.Text("type") == "error" && frame.Text("error_code") == code && (frame.Text("request_id") ?? "") == (id ?? "")
                && frame.Text("message")!.Contains(message, StringComparison.Ordinal),
            $"expected error {id} {code} '{message}': {frame}");
    }

    internal static void IsPong(this JsonElement frame, string id) =>
        Assert.True(frame.Text("type") == "pong" && frame.Text("request_id") == id && frame.Text("status") == "OK", $"expected pong {id}: {frame}");
}

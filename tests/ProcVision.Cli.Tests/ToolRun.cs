using System.Diagnostics;
using System.Text.Json;

namespace ProcVision.Cli.Tests;

/// <summary>The built tool as a process, and what it said.</summary>
internal sealed record ToolRun(int ExitCode, string Out, string Error)
{
    public static string Path { get; } =
        System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "procvision.exe" : "procvision");

    /// <summary>Stdout as the one JSON object it must be.</summary>
    public JsonElement Json => JsonElement.Parse(Out);

    public static async Task<ToolRun> OfAsync(params string[] arguments)
    {
        using var tool = Start(arguments);
        return await EndOfAsync(tool);
    }

    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    public static async Task<ToolRun> EndOfAsync(Process tool)
    {
        var token = TestContext.Current.CancellationToken;
        var output = tool.StandardOutput.ReadToEndAsync(token);
        var error = tool.StandardError.ReadToEndAsync(token);
        await tool.WaitForExitAsync(token);
        return new(tool.ExitCode, await output, await error);
    }
}

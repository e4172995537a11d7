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

    public static Process Start(params string[] arguments) => Start(new Dictionary<string, string>(), arguments);

    /// <param name="environment">What it gets beside what this process has; its language is that of nobody unless it says so.</param>
    /// <param name="arguments">The command line.</param>
    public static Process Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LC_ALL"] = "C.UTF-8";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    public static async Task<ToolRun> EndOfAsync(Process tool)
    {
        var token = TestContext.Current.CancellationToken;
        var output = tool.StandardOutput.ReadToEndAsync(token);
        var error = tool.StandardError.ReadToEndAsync(token);
        await tool.WaitForExitAsync(token);
        return new(tool.ExitCode, await output, await error);
    }
}

using System.Diagnostics;

namespace ProcVision.Analyzers.Builds;

/// <summary>A real <c>dotnet</c>, as an author starts it.</summary>
internal static class Dotnet
{
    /// <summary>Runs a build; gives its exit code and everything it said.</summary>
    /// <param name="folder">Where it is started.</param>
    /// <param name="command"><c>build</c> or <c>msbuild</c>, and what is built.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<(int ExitCode, string Output)> BuildAsync(string folder, string[] command, CancellationToken cancellation)
    {
        // No server may live on: it would keep the analyzers under test loaded.
        var start = new ProcessStartInfo("dotnet", [.. command, "-nodeReuse:false", "-maxCpuCount", "-p:UseSharedCompilation=false", "-nologo"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await errors);
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Runs <c>dotnet build -c Release</c> and gives what MSBuild says about the result. MSBuild decides whether there is anything to do.</summary>
internal static class DotnetBuild
{
    /// <summary>Who waits longer is told for what.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(3);

    /// <param name="project">The project file.</param>
    /// <param name="note">Gets a line when there really is something to build.</param>
    /// <param name="cancellation">Ends the build.</param>
    /// <exception cref="BadInputException">The build failed; its message is what the compiler said.</exception>
    public static async Task<JsonElement> RunAsync(string project, Action<string> note, CancellationToken cancellation)
    {
        string answer = Path.GetTempFileName();
        try
        {
            using var build = Start(project, answer);
            var said = Task.WhenAll(build.StandardOutput.ReadToEndAsync(CancellationToken.None), build.StandardError.ReadToEndAsync(CancellationToken.None));
            try
            {
                var end = build.WaitForExitAsync(cancellation);
                await Task.WhenAny(end, Task.Delay(Quiet, cancellation)).ConfigureAwait(false);
                if (!end.IsCompleted)
                    note(Words.Of($"正在编译 {project}", $"building {project}"));
                await end.ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                build.Kill(entireProcessTree: true);
                throw;
            }

            // A compiler server may outlive the build and hold the pipes open.
            await Task.WhenAny(said, Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None)).ConfigureAwait(false);
            string text = said.IsCompletedSuccessfully ? string.Concat(await said.ConfigureAwait(false)).Trim() : "";
            if (build.ExitCode != 0)
                throw new BadInputException(Words.Of($"项目无法编译: {project}", $"The project does not build: {project}") + Environment.NewLine + Once(text), ToolCode.Build);
            return JsonElement.Parse(await File.ReadAllTextAsync(answer, cancellation).ConfigureAwait(false));
        }
        finally
        {
            File.Delete(answer);
        }
    }

    /// <summary>The summary at the end says every error a second time.</summary>
    internal static string Once(string text) =>
        string.Join(Environment.NewLine, text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct());

    private static Process Start(string project, string answer)
    {
        string dotnet = Dotnet.Path;
        string[] arguments =
        [
            "build", project, "-c", "Release", "-v", "q", "--nologo", "-clp:NoSummary", "-t:Build", $"-getResultOutputFile:{answer}",
            "-getProperty:RunCommand", "-getProperty:RunArguments", "-getProperty:NetCoreRoot", "-getItem:AdditionalFiles",
        ];
        var start = new ProcessStartInfo(dotnet, arguments)
        {
            // The project's own global.json chooses the SDK.
            WorkingDirectory = Path.GetDirectoryName(project),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Nothing the build starts is to stay: no node that waits for a next build.
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new BadInputException(Words.Of($"无法运行 {dotnet}: {e.Message}。编译项目需要 .NET 10 SDK", $"{dotnet} cannot be run: {e.Message}. To build a project the .NET 10 SDK is needed"), ToolCode.Toolchain);
        }
    }
}

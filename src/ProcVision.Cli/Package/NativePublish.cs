using System.ComponentModel;
using System.Diagnostics;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Runs <c>dotnet publish</c> for one machine, so that the same sources give the same executable wherever they lie.</summary>
internal static class NativePublish
{
    /// <param name="project">The project's file.</param>
    /// <param name="rid">For what machine.</param>
    /// <param name="folder">Gets what was published.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="BadInputException">It does not publish; its message is what the compiler said.</exception>
    public static async Task RunAsync(string project, string rid, string folder, CancellationToken cancellation)
    {
        string here = Path.GetDirectoryName(project)!;
        string[] arguments =
        [
            "publish", project, "-c", "Release", "-r", rid, "-o", folder, "-v", "q", "--nologo", "-clp:NoSummary",
            // No path of this machine in the executable: the props of the Sdk see to it.
            "-p:ProcVisionPackaging=true",
            .. ForeignToolchain.PropertiesFor(rid, folder + ".toolchain"),
        ];
        var start = new ProcessStartInfo(Dotnet.Path, arguments)
        {
            WorkingDirectory = here,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        using var publish = Start(start);
        var said = Task.WhenAll(publish.StandardOutput.ReadToEndAsync(CancellationToken.None), publish.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            await publish.WaitForExitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            publish.Kill(entireProcessTree: true);
            throw;
        }

        // A compiler server may outlive the build and hold the pipes open.
        await Task.WhenAny(said, Task.Delay(TimeSpan.FromSeconds(2), CancellationToken.None)).ConfigureAwait(false);
        if (publish.ExitCode != 0)
        {
            string text = said.IsCompletedSuccessfully ? DotnetBuild.Once(string.Concat(await said.ConfigureAwait(false))) : "";
            throw new BadInputException(Words.Of($"项目无法发布 ({rid}): {project}", $"The project does not publish ({rid}): {project}") + Environment.NewLine + text, ToolCode.Build);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new BadInputException(Words.Of($"无法运行 {start.FileName}: {e.Message}。打包需要 .NET 10 SDK", $"{start.FileName} cannot be run: {e.Message}. To make a package the .NET 10 SDK is needed"), ToolCode.Toolchain);
        }
    }
}

using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A project: built, as far as MSBuild finds that there is something to build, and asked what it has made.</summary>
internal static class ProjectTarget
{
    /// <exception cref="BadInputException">It does not build, or has no manifest.</exception>
    public static async Task<AlgorithmTarget> BuildAsync(
        string project, string? manifest, Action<string> note, CancellationToken cancellation)
    {
        var build = await DotnetBuild.RunAsync(project, note, cancellation).ConfigureAwait(false);
        var properties = build.Member("Properties");
        if (properties.Text("RunCommand") is not { Length: > 0 } executable)
            throw new BadInputException(Words.Of($"项目不是可执行程序 (OutputType 应为 Exe): {project}", $"The project is no program (OutputType must be Exe): {project}"), ToolCode.Build);
        return new(
            Manifests(build, Path.GetDirectoryName(project)!, manifest),
            _ => executable,
            // Without an executable of its own it is `dotnet` with `exec "file.dll"`.
            Split(properties.Text("RunArguments") ?? ""),
            DotnetRoot(properties.Text("NetCoreRoot")))
        { IsBuilt = true };
    }

    /// <summary>Words between spaces; what stands in quotes is one, for a path may have spaces.</summary>
    internal static string[] Split(string text) =>
    [
        .. text.Split('"').SelectMany(static (part, index) =>
            index % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries)),
    ];

    /// <summary>The files the compiler took for manifests; the folder's, when the project does not say.</summary>
    private static IReadOnlyList<ManifestFile> Manifests(JsonElement build, string folder, string? given)
    {
        if (given is not null)
            return ManifestSearch.Find(folder, given);
        ManifestFile[] compiled =
        [
            .. build.Member("Items").Member("AdditionalFiles").Items()
                .Where(static item => string.Equals(item.Text("ProcVisionManifest"), "true", StringComparison.OrdinalIgnoreCase))
                .Select(static item => item.Text("Identity"))
                .OfType<string>()
                // Not FullPath: MSBuild makes that one from the folder it happens to be in when it answers.
                .Select(path => Path.GetFullPath(path, folder))
                .Distinct()
                .Select(ManifestFile.Read),
        ];
        return compiled.Length > 0 ? compiled : ManifestSearch.Find(folder, null);
    }

    /// <summary>A built executable finds its runtime by this when .NET is not where the system expects it.</summary>
    private static Dictionary<string, string> DotnetRoot(string? root)
    {
        const string Name = "DOTNET_ROOT";
        return root is { Length: > 0 } && Environment.GetEnvironmentVariable(Name) is null ? new() { [Name] = root } : [];
    }
}

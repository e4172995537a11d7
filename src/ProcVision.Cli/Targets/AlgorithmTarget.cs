using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What can be run: an executable, and the manifests that describe it.</summary>
/// <param name="Manifests">At least one.</param>
/// <param name="Executable">Which executable belongs to a manifest.</param>
/// <param name="Before">Arguments that come before the platform's own.</param>
/// <param name="Environment">What the executable needs beside what every algorithm gets.</param>
internal sealed record AlgorithmTarget(
    IReadOnlyList<ManifestFile> Manifests,
    Func<ManifestFile, string> Executable,
    IReadOnlyList<string> Before,
    IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Whether it was built from a project.</summary>
    public bool IsBuilt { get; init; }

    /// <summary>Finds out what a path on the command line stands for, and builds it when it is a project.</summary>
    /// <param name="path">A folder with a project, a project, a folder with an executable, or an executable.</param>
    /// <param name="manifest">The manifest to take; null when it is to be found.</param>
    /// <param name="python">The interpreter of a Python package; null for that of its own environment.</param>
    /// <param name="note">Gets a line about what takes its time.</param>
    /// <param name="cancellation">Ends a build.</param>
    /// <exception cref="BadInputException">There is nothing to run.</exception>
    public static async Task<AlgorithmTarget> FindAsync(
        string path, string? manifest, string? python, Action<string> note, CancellationToken cancellation)
    {
        if (!Directory.Exists(path) && !File.Exists(path))
            throw new BadInputException(Words.Of(
                $"项目目录不存在: {path}。请给出项目目录、发布目录或可执行文件", $"There is no {path}. Give a project folder, a published folder or an executable"), ToolCode.NotFound);
        path = Path.GetFullPath(path);
        if (python is not null && !File.Exists(python))
            throw new BadInputException(Words.Of($"--python 指定的解释器不存在: {python}", $"There is no interpreter {python} (--python)"), ToolCode.NotFound);
        if (python is null && ProjectFile.In(path) is { } project)
            return await ProjectTarget.BuildAsync(project, manifest, note, cancellation).ConfigureAwait(false);

        string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(path)!;
        var manifests = ManifestSearch.Find(folder, manifest);
        return new(
            manifests,
            found => python is not null ? Path.GetFullPath(python) : folder == path ? PublishedExecutable.Find(folder, found) : path,
            [],
            new Dictionary<string, string>());
    }

    /// <summary>How it is started with one of its manifests.</summary>
    public AlgorithmLaunch Launch(ManifestFile manifest)
    {
        string executable = Executable(manifest);
        var launch = PythonPackage.IsPython(executable)
            ? AlgorithmLaunch.Python(executable, manifest.Folder, manifest.Model.EntryPoint)
            : AlgorithmLaunch.Adapter(executable, manifest.Folder, manifest.Model.EntryPoint, Before);
        return launch with { Environment = Environment };
    }
}

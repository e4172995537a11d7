using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>One <c>procvision validate</c>, from the words on the command line to the exit code. Each check that fails says what to do.</summary>
internal sealed class Validation(ValidateRequest request)
{
    private readonly CheckList _checks = new(request.Strict);

    public Task<int> RunAsync(CancellationToken cancellation) => CommandEnd.OfAsync(request.Json, () => ValidateAsync(cancellation), cancellation);

    private async Task<int> ValidateAsync(CancellationToken cancellation)
    {
        await CheckAsync(TrialPictures.Of(request.Image, request.Full), cancellation).ConfigureAwait(false);
        ValidationOutput.Write(_checks, request.Json);
        return _checks.IsPassed ? ExitCode.Success : ExitCode.Error;
    }

    private async Task CheckAsync(IReadOnlyList<Picture> pictures, CancellationToken cancellation)
    {
        string path = request.Target;
        if (!Path.Exists(path))
            throw new BadInputException(Words.Of($"项目目录不存在: {path}。请给出项目目录、发布目录、可执行文件或 .zip", $"There is no {path}. Give a project folder, a published folder, an executable or a .zip"), ToolCode.NotFound);
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || Directory.Exists(path))
        {
            await CheckFolderAsync(path, pictures, cancellation).ConfigureAwait(false);
            return;
        }

        using var unpacked = ZipChecks.Run(_checks, path);
        if (unpacked is not null)
            await CheckFolderAsync(unpacked.Folder, pictures, cancellation).ConfigureAwait(false);
    }

    private async Task CheckFolderAsync(string path, IReadOnlyList<Picture> pictures, CancellationToken cancellation)
    {
        string folder = Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!;
        string[] manifests = ManifestSearch.Paths(folder, request.Manifest);
        if (manifests.Length == 0)
        {
            _checks.Fail("manifest_exists", "manifest.json not found");
            return;
        }

        // All of them, also behind a bad one: whoever mends wants the whole list.
        if (manifests.Count(manifest => ManifestChecks.Run(_checks, manifest) is not null) < manifests.Length)
            return;
        if (await TargetAsync(path, cancellation).ConfigureAwait(false) is not { } target)
            return;
        foreach (var manifest in target.Manifests)
            await new Trial(_checks, manifest, target.Launch(manifest), request).RunAsync(pictures, cancellation).ConfigureAwait(false);
    }

    /// <summary>What there is to run; a project that does not build, and a package that cannot run here, are findings as any other.</summary>
    private async Task<AlgorithmTarget?> TargetAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var target = await AlgorithmTarget.FindAsync(path, request.Manifest, request.Python, ToolStreams.Note, cancellation).ConfigureAwait(false);
            // Which executable it is, is asked now: not to be found is a finding.
            foreach (var manifest in target.Manifests)
                target.Launch(manifest);
            if (target.IsBuilt)
                _checks.Pass("build", "0 errors");
            return target;
        }
        catch (BadInputException e) when (e.ErrorCode is ToolCode.Build or ToolCode.NotFound or ToolCode.Ambiguous or ToolCode.Package)
        {
            _checks.Fail(e.ErrorCode == ToolCode.Build ? "build" : "entry_import", e.Message);
            return null;
        }
    }
}

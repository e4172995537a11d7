using System.Text.Json;
using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What is known before the first picture: what to start, and which of its steps with which parameters.</summary>
internal sealed class PreparedRun : IDisposable
{
    private readonly UnpackedPackage? _package;

    private PreparedRun(UnpackedPackage? package, ManifestFile manifest, IReadOnlyList<ManifestStep> steps, JsonElement given, AlgorithmLaunch launch)
    {
        _package = package;
        Manifest = manifest;
        Steps = steps;
        Given = given;
        Launch = launch;
    }

    public ManifestFile Manifest { get; }

    /// <summary>Those that are run.</summary>
    public IReadOnlyList<ManifestStep> Steps { get; }

    /// <summary>The object of <c>--params</c>.</summary>
    public JsonElement Given { get; }

    public AlgorithmLaunch Launch { get; }

    /// <param name="request">What was asked for.</param>
    /// <param name="note">Gets what is odd and does no harm.</param>
    /// <param name="cancellation">Ends a build.</param>
    /// <exception cref="BadInputException">There is nothing that could be run so.</exception>
    public static async Task<PreparedRun> OfAsync(RunRequest request, Action<string> note, CancellationToken cancellation)
    {
        var given = GivenParameters.Read(request.Parameters);
        var package = ZipTarget.Open(request.Target);
        try
        {
            var target = await AlgorithmTarget.FindAsync(package?.Folder ?? request.Target, request.Manifest, request.Python, note, cancellation).ConfigureAwait(false);
            var manifest = request.Pid.Length == 0 && target.Manifests is [var only] ? only : ManifestChoice.Choose(target.Manifests, request.Pid);
            foreach (string problem in manifest.Problems)
                note(problem);
            return new(package, manifest, StepChoice.Choose(manifest, request.Step), given, target.Launch(manifest));
        }
        catch
        {
            package?.Dispose();
            throw;
        }
    }

    public void Dispose() => _package?.Dispose();
}

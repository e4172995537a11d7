using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>The names that a manifest yields inside its algorithm class, by step and as a set.</summary>
internal sealed class AlgorithmNames
{
    private readonly ManifestModel _manifest;
    private readonly ManifestNames _names;
    private readonly Dictionary<int, StepNames> _steps = [];

    public AlgorithmNames(ManifestModel manifest)
    {
        _manifest = manifest;
        _names = ManifestNames.Of(manifest, manifest.EntryClass);
        ResourceTypes = ManifestNames.ResourceTypesOf(manifest);
        for (int i = 0; i < manifest.Steps.Count; i++)
            _steps[manifest.Steps[i].Index] = _names.Steps[i];
        Yielded = new HashSet<string>(Types(), StringComparer.Ordinal);
    }

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<string> ResourceTypes { get; }

    /// <summary>The names of all types that are nested in the class.</summary>
    public ISet<string> Yielded { get; }

    public StepNames this[ManifestStep step] => _steps[step.Index];

    public string PidAt(int position) => _names.Pids[position];

    public string ResourceAt(int position) => _names.ResourceTypes[position];

    /// <summary>The type of a step; null when the manifest has no such step.</summary>
    public string? TypeOf(int step) => _steps.TryGetValue(step, out var names) ? names.StepType : null;

    /// <summary>The step that a type belongs to, or null.</summary>
    public ManifestStep? StepOf(string type) =>
        _manifest.Steps.FirstOrDefault(s => this[s].StepType == type || this[s].ParamsType == type || this[s].Params.Any(p => p.EnumType == type));

    private IEnumerable<string> Types()
    {
        yield return ManifestNames.DispatchType;
        yield return ManifestNames.PidsType;
        if (ResourceTypes.Count > 0)
            yield return ManifestNames.AssetsType;
        foreach (var step in _manifest.Steps)
        {
            yield return this[step].StepType;
            if (!step.Params.IsEmpty)
                yield return this[step].ParamsType;
            foreach (var param in this[step].Params.Where(p => p.EnumType.Length > 0))
                yield return param.EnumType;
        }
    }
}

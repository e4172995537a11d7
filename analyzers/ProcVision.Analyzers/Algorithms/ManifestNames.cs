using System.Globalization;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>The C# names of everything that a manifest yields inside its algorithm class. They follow from the manifest alone.</summary>
internal sealed class ManifestNames
{
    public const string Dispatch = "ProcVisionDispatch";
    public const string Pids = "Pids";
    public const string Assets = "Assets";

    private readonly Dictionary<int, StepNames> _steps = [];

    public ManifestNames(ManifestModel manifest)
    {
        string[] stems = Identifiers.Unique([.. manifest.Steps.Select(StemText)], "Step", TakenStems(manifest.EntryClass));
        for (int i = 0; i < stems.Length; i++)
        {
            var step = manifest.Steps[i];
            _steps[step.Index] = new StepNames
            {
                Stem = stems[i],
                Type = step.Id is null ? stems[i] : stems[i] + "Step",
                Params = stems[i] + "Params",
                Properties = Identifiers.Unique([.. step.Params.Select(p => p.Key)], "Param", [stems[i] + "Params"]),
            };
        }

        NameEnums(manifest);
        PidNames = Identifiers.Unique([.. manifest.Pids], "Pid", [Pids]);
        AssetKinds = [.. manifest.RequiredAssets.Select(a => a.ResourceType)
            .Concat(manifest.DefaultConfig.Select(a => a.ResourceType)).Distinct().OrderBy(k => k, StringComparer.Ordinal)];
        AssetNames = Identifiers.Unique(AssetKinds, "Asset", [Assets, "Of"]);
        Yielded = new HashSet<string>(AllTypes(manifest), StringComparer.Ordinal);
    }

    /// <summary>In the order of the manifest's pids.</summary>
    public IReadOnlyList<string> PidNames { get; }

    /// <summary>The resource types of all pids and of <c>default_config</c>.</summary>
    public IReadOnlyList<string> AssetKinds { get; }

    /// <summary>In the order of <see cref="AssetKinds"/>.</summary>
    public IReadOnlyList<string> AssetNames { get; }

    /// <summary>The names of all types that are nested in the class.</summary>
    public ISet<string> Yielded { get; }

    public StepNames this[ManifestStep step] => _steps[step.Index];

    /// <summary>The step that a type belongs to, or null.</summary>
    public ManifestStep? StepOf(ManifestModel manifest, string type) => manifest.Steps.FirstOrDefault(s => this[s].Type == type);

    private static string StemText(ManifestStep step) => step.Id ?? "Step" + step.Index.ToString(CultureInfo.InvariantCulture);

    /// <summary>A nested type must not be named like the class around it (CS0542).</summary>
    private static IEnumerable<string> TakenStems(string className)
    {
        yield return className;
        foreach (string suffix in (string[])["Step", "Params"])
        {
            if (className.EndsWith(suffix, StringComparison.Ordinal))
                yield return className.Substring(0, className.Length - suffix.Length);
        }
    }

    private void NameEnums(ManifestModel manifest)
    {
        var enums = manifest.Steps.SelectMany(s => s.Params.OfType<EnumParam>().Select(p => (Step: s, Param: p))).ToList();
        var taken = _steps.Values.SelectMany(s => (string[])[s.Type, s.Params]).Concat([Dispatch, Pids, Assets, manifest.EntryClass]);
        string[] names = Identifiers.Unique([.. enums.Select(e => StemText(e.Step) + "_" + e.Param.Key)], "Choice", taken);
        for (int i = 0; i < names.Length; i++)
            this[enums[i].Step].Enums[enums[i].Param.Key] = names[i];
    }

    private IEnumerable<string> AllTypes(ManifestModel manifest)
    {
        yield return Dispatch;
        yield return Pids;
        if (AssetKinds.Count > 0)
            yield return Assets;
        foreach (var step in manifest.Steps)
        {
            yield return this[step].Type;
            if (!step.Params.IsEmpty)
                yield return this[step].Params;
            foreach (string name in this[step].Enums.Values)
                yield return name;
        }
    }
}

using ProcVision.Analyzers.Sources;
using ProcVision.Collections;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Computes everything that is printed for an algorithm.</summary>
internal static class AlgorithmParser
{
    public static AlgorithmModel Parse(AlgorithmClass algorithm, ManifestSource file, AlgorithmNames names)
    {
        var manifest = file.Model!;
        return new()
        {
            ClassName = algorithm.Place.Name,
            GlobalName = "global::" + algorithm.Place.FullName,
            Name = manifest.Name,
            Version = manifest.Version,
            ManifestPath = file.Path,
            Info = InfoJson.Write(manifest),
            Session = algorithm.Session,
            ExecuteOnly = algorithm.ExecuteOnly,
            Hooks = algorithm.Hooks,
            Pids = manifest.Pids.Select((pid, i) => new PidModel(names.PidAt(i), pid)).ToEquatableArray(),
            Steps = manifest.Steps.Select(step => ParseStep(step, algorithm, names)).ToEquatableArray(),
            Enums = manifest.Steps
                .SelectMany(step => step.Params.Select((param, i) => EnumParser.Parse(param, names[step].Params[i])).OfType<EnumModel>())
                .ToEquatableArray(),
            Assets = names.ResourceTypes.Select((kind, i) => new AssetModel(names.ResourceAt(i), kind, IsForEveryPid(manifest, kind))).ToEquatableArray(),
            AssetFiles = manifest.RequiredAssets
                .Select(a => new AssetFile(a.Pid, a.ResourceType, a.Path))
                .Concat(manifest.DefaultConfig.Select(a => new AssetFile(null, a.ResourceType, a.Path)))
                .ToEquatableArray(),
        };
    }

    private static StepModel ParseStep(ManifestStep step, AlgorithmClass algorithm, AlgorithmNames names) => new()
    {
        Index = step.Index,
        Name = step.Name,
        Summary = Summary(step),
        Type = names[step].StepType,
        ParamsType = names[step].ParamsType,
        Params = step.Params.Select((_, i) => ParamParser.Parse(step, i, names)).ToEquatableArray(),
        Pre = StepMatcher.MethodOf(algorithm.Methods, step, StepPhase.Pre, names),
        Execute = StepMatcher.MethodOf(algorithm.Methods, step, StepPhase.Execute, names),
    };

    private static string Summary(ManifestStep step)
    {
        string name = DocText.Escape($"step {step.Index} {step.Name}");
        return step.Description is { Length: > 0 } description ? $"{name}: {DocText.Escape(description)}" : name;
    }

    private static bool IsForEveryPid(ManifestModel manifest, string kind) =>
        manifest.DefaultConfig.Any(a => a.ResourceType == kind)
        || manifest.Pids.All(pid => manifest.RequiredAssets.Any(a => a.Pid == pid && a.ResourceType == kind));
}

using ProcVision.Collections;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Finds the method of each step: the one opinion of generator and analyzer about which method is called when.</summary>
internal static class StepMatcher
{
    /// <summary>The method for a phase of a step, or null.</summary>
    public static StepMethod? MethodOf(EquatableArray<StepMethod> methods, ManifestStep step, StepPhase phase, ManifestNames names) =>
        methods.FirstOrDefault(m => m.Phase == phase && m.Step == step.Index && m.ParameterType == names[step].Type);

    /// <summary>Everything in which a class and its manifest disagree.</summary>
    public static IEnumerable<BindingFinding> Disagreements(AlgorithmClass algorithm, ManifestModel manifest, ManifestNames names)
    {
        foreach (string taken in algorithm.TakenNames.Where(names.Yielded.Contains))
            yield return new(ClassRules.NameTaken, BindingPlace.Member, -1, null, taken, What(taken, manifest, names), algorithm.Place.Name);

        for (int i = 0; i < algorithm.Methods.Count; i++)
        {
            if (Disagreement(algorithm.Methods[i], i, manifest, names) is { } finding)
                yield return finding;
        }

        foreach (var step in manifest.Steps)
        {
            int pre = Find(algorithm, step, StepPhase.Pre);
            if (Find(algorithm, step, StepPhase.Execute) >= 0)
                continue;
            yield return pre >= 0
                ? new(StepRules.PreWithoutExecute, BindingPlace.Method, pre, step.Index, algorithm.Methods[pre].Name, step.Index, names[step].Stem, names[step].Type)
                : new(StepRules.StepWithoutMethod, BindingPlace.Class, -1, step.Index, step.Index, step.Name, algorithm.Place.Name, names[step].Stem, names[step].Type);
        }
    }

    private static BindingFinding? Disagreement(StepMethod method, int index, ManifestModel manifest, ManifestNames names)
    {
        if (manifest.Steps.FirstOrDefault(s => s.Index == method.Step) is not { } step)
            return new(StepRules.MethodWithoutStep, BindingPlace.StepNumber, index, null, method.Step, method.Name, StepsOf(manifest));

        string type = names[step].Type;
        if (method.ParameterType == type)
            return null;
        if (names.StepOf(manifest, method.ParameterType) is { } other)
            return new(StepRules.ForeignStepType, BindingPlace.ParameterType, index, null, method.Name, method.Step, method.ParameterType, other.Index, type);
        return new(
            StepRules.WrongSignature,
            BindingPlace.ParameterType,
            index,
            null,
            method.Name,
            $"it takes '{method.ParameterType}', which is no step of the manifest",
            $"{method.Phase.ResultName()} {method.Name}(in {type} step)");
    }

    private static string StepsOf(ManifestModel manifest) => manifest.Steps.IsEmpty
        ? "Add the step to manifest.json, which has none"
        : $"Write one of {string.Join(", ", manifest.Steps.Select(s => $"{s.Index} ({s.Name})"))} or add the step to manifest.json";

    private static int Find(AlgorithmClass algorithm, ManifestStep step, StepPhase phase)
    {
        for (int i = 0; i < algorithm.Methods.Count; i++)
        {
            if (algorithm.Methods[i].Phase == phase && algorithm.Methods[i].Step == step.Index)
                return i;
        }

        return -1;
    }

    private static string What(string name, ManifestModel manifest, ManifestNames names)
    {
        if (name is ManifestNames.Pids)
            return "the constants of supported_pids";
        if (name is ManifestNames.Assets)
            return "the files of required_assets and default_config";
        return manifest.Steps.FirstOrDefault(s => names[s].Type == name || names[s].Params == name || names[s].Enums.ContainsValue(name)) is { } step
            ? $"step {step.Index} of the manifest"
            : "the calls of the steps";
    }
}

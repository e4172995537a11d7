using ProcVision.Collections;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>Finds the method of each step: the one opinion of generator and analyzer about which method is called when.</summary>
internal static class StepMatcher
{
    /// <summary>The method for a phase of a step, or null.</summary>
    public static StepMethod? MethodOf(EquatableArray<StepMethod> methods, ManifestStep step, StepPhase phase, AlgorithmNames names) =>
        methods.FirstOrDefault(m => m.Phase == phase && m.Step == step.Index && m.ParameterType == names[step].StepType);

    /// <summary>Everything in which a class and its manifest disagree.</summary>
    public static IEnumerable<BindingFinding> Disagreements(AlgorithmClass algorithm, ManifestModel manifest, AlgorithmNames names)
    {
        foreach (string taken in algorithm.TakenNames.Where(names.Yielded.Contains))
            yield return new(ClassRules.NameTaken, BindingPlace.Member, -1, null, taken, What(taken, names), algorithm.Place.Name);

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
                ? new(StepRules.PreWithoutExecute, BindingPlace.Method, pre, step.Index, algorithm.Methods[pre].Name, step.Index, MethodNameFor(names[step].StepType), names[step].StepType)
                : new(StepRules.StepWithoutMethod, BindingPlace.Class, -1, step.Index, step.Index, step.Name, algorithm.Place.Name, MethodNameFor(names[step].StepType), names[step].StepType);
        }
    }

    private static BindingFinding? Disagreement(StepMethod method, int index, ManifestModel manifest, AlgorithmNames names)
    {
        if (manifest.Steps.FirstOrDefault(s => s.Index == method.Step) is not { } step)
            return new(StepRules.MethodWithoutStep, BindingPlace.StepNumber, index, null, method.Step, method.Name, StepsOf(manifest));

        string type = names[step].StepType;
        if (method.ParameterType == type)
            return null;
        if (names.StepOf(method.ParameterType) is { } other)
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

    /// <summary>A method's name to propose: <c>LocateTray</c> for <c>LocateTrayStep</c>, <c>RunStep1</c> for <c>Step1</c>.</summary>
    private static string MethodNameFor(string stepType) =>
        stepType.EndsWith("Step", StringComparison.Ordinal) ? stepType.Substring(0, stepType.Length - "Step".Length) : "Run" + stepType;

    private static string What(string name, AlgorithmNames names) => name switch
    {
        ManifestNames.PidsType => "the constants of supported_pids",
        ManifestNames.AssetsType => "the files of required_assets and default_config",
        _ => names.StepOf(name) is { } step ? $"step {step.Index} of the manifest" : "the calls of the steps",
    };
}

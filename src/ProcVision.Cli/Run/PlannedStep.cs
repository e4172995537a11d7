using System.Text.Json;
using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A step that was to run, and the parameters it runs with.</summary>
/// <param name="Index">Its index in the manifest.</param>
/// <param name="Name">Its name for people; may be empty.</param>
/// <param name="Parameters">In the order of the manifest.</param>
internal sealed record PlannedStep(int Index, string Name, IReadOnlyList<UsedParameter> Parameters)
{
    /// <param name="manifest">What the manifest says about the step.</param>
    /// <param name="step">What is sent.</param>
    /// <param name="given">What the user gave, for all steps.</param>
    public static PlannedStep Of(ManifestStep manifest, DetectionStep step, JsonElement given)
    {
        var declared = manifest.Params.Select(param => UsedParameter.Of(param, step, given));
        var others = step.Parameters
            .Where(sent => manifest.Params.All(param => param.Key != sent.Key))
            .Select(static sent => new UsedParameter(sent.Key, JsonText.Of(sent.Value), null, ParameterOrigin.Given, null));
        return new(step.Index, step.Name, [.. declared, .. others]);
    }
}

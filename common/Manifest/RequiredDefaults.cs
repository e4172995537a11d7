namespace ProcVision.Manifests;

/// <summary>
/// Finds required parameters with a default. A matter of the algorithm as well: one for the execute-only profile, whose calls carry no
/// parameters, takes such a default.
/// </summary>
internal static class RequiredDefaults
{
    /// <summary>The problems of a manifest whose algorithm is not for the execute-only profile.</summary>
    public static IEnumerable<ManifestProblem> Find(ManifestReading reading)
    {
        foreach (var step in reading.Model?.Steps ?? [])
        {
            foreach (var parameter in step.Params.Where(static p => p.Required && p.HasDefault))
            {
                if (reading.Places.ParamField(step.Index, parameter.Key, "default") is { } place)
                    yield return new(ManifestRules.RequiredWithDefault, place, Wording.Shorten(parameter.Key));
            }
        }
    }
}

namespace ProcVision.Manifests;

/// <summary>What came of reading a manifest.</summary>
/// <param name="Model">The good parts; <see langword="null"/> only when the text holds no JSON object.</param>
/// <param name="Problems">What is wrong, in the order of the text.</param>
/// <param name="Places">Where things stand in the text.</param>
internal sealed record ManifestReading(ManifestModel? Model, IReadOnlyList<ManifestProblem> Problems, ManifestPlaces Places);

namespace ProcVision;

/// <summary>What the guide of a step says beside its picture (conformance 298).</summary>
/// <param name="Regions">What the picture shows, and where.</param>
/// <param name="Description">The step's description.</param>
internal sealed record Guide(IReadOnlyList<GuideRegion> Regions, string Description);

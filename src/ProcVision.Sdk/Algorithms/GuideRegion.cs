namespace ProcVision;

/// <summary>One entry of <c>guide_info</c>: something that the guide picture shows, and where (conformance 91).</summary>
/// <param name="Label">What it is called, as the platform wrote it; empty when it wrote none.</param>
/// <param name="Places">
/// Where it is, in pixels from the top-left corner; fractions are rounded. Not checked against any picture. Empty when the platform sends only
/// labels, as one part of it declares (C39).
/// </param>
public sealed record GuideRegion(string Label, IReadOnlyList<Rect> Places);

namespace ProcVision.Testing;

/// <summary>The guide of a step for <see cref="AlgorithmTest.ExecuteOnly"/>: what the platform would send beside the camera picture.</summary>
/// <param name="image">The guide picture (wire: <c>cur_image</c>, conformance 89), sides 100…8000; null where no method of the step looks at pictures.</param>
public sealed class TestGuide(ImageBuffer? image)
{
    /// <summary>The guide picture.</summary>
    public ImageBuffer? Image { get; } = image;

    /// <summary>What it shows, and where (wire: <c>guide_info</c>).</summary>
    public IReadOnlyList<GuideRegion> Regions { get; init; } = [];

    /// <summary>What the worker is to do (wire: <c>step_desc</c>).</summary>
    public string Description { get; init; } = "";
}

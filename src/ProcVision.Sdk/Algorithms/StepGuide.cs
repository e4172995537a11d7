using System.ComponentModel;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// The step's guide as calls of the execute-only profile bring it (C6): how the step should look. In the full profile there is none, and
/// every member is empty.
/// </summary>
/// <remarks>
/// Beware of the names on the wire: the guide picture is <c>cur_image</c> there, and <c>guide_image</c> is the camera's picture, which is
/// <c>step.Image</c> in both profiles (conformance 89).
/// </remarks>
public readonly ref struct StepGuide
{
    private readonly StepCall? _call;

    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public StepGuide(StepCall call) => _call = call;

    /// <summary>Whether the call is of the execute-only profile; false in the full profile.</summary>
    public bool IsPresent => _call?.Guide is not null;

    /// <summary>
    /// The guide picture (wire: <c>cur_image</c>), with the promises of <see cref="StepImage"/>: checked before the step, its pixels decoded at their
    /// first use, borrowed until the step returns. Empty in the full profile, and in a method with <c>[NoImage]</c>.
    /// </summary>
    public StepImage Image => new(_call?.GuideImage);

    /// <summary>What the guide picture shows, and where (<c>guide_info</c>), in the platform's order; often empty. May be kept after the step.</summary>
    public IReadOnlyList<GuideRegion> Regions => _call?.Guide?.Regions ?? [];

    /// <summary>What the worker is to do in this step (<c>step_desc</c>, conformance 88), Chinese or English; empty when the platform says nothing.</summary>
    public string Description => _call?.Guide?.Description ?? "";
}

using System.Text;
using ProcVision.CompilerServices;
using ProcVision.Protocol;

namespace ProcVision;

/// <content>Calls of the execute-only profile (DESIGN §7, conformance 87–94).</content>
internal sealed partial class AlgorithmInstance
{
    private const string GuidePicture = "引导图";
    private const string NoParameters = "；execute-only 调用不带参数，请在 manifest.json 中为其设置 default";

    /// <summary>
    /// Runs pre and then, unless it ended with ERROR (C38), execute of one step, with one loan of the pictures; never throws. Diagnostics of both
    /// are one list, and what pre found beside its message goes out with the result of execute.
    /// </summary>
    internal CallOutcome ExecuteOnly(scoped in StepRequest request, CancellationToken cancellation)
    {
        var pictures = Begin(request);
        var outcome = Run(request with { Phase = Phase.Pre }, ref pictures, cancellation);
        if (outcome.Error is null)
        {
            var (calibration, extra) = (outcome.Calibration, outcome.Extra);
            outcome = Run(request with { Phase = Phase.Execute }, ref pictures, cancellation);
            outcome = outcome with { Calibration = calibration, Extra = ExtraData.Join(outcome.Extra, extra) };
        }

        End(pictures);
        return outcome with { IsExecuteOnly = true };
    }

    /// <summary>
    /// The guide and the camera's picture, checked before the first half of the step for both. The pictures are not opened where neither half looks
    /// at any.
    /// </summary>
    private CallProblem? CheckBoth(scoped in StepRequest request, StepDescriptor step, ref CallPictures pictures)
    {
        var guide = request.Guide;
        if (ReadGuide(guide) is { } infoProblem)
        {
            return new CallProblem(ErrorCode.InvalidParams, infoProblem);
        }

        if (!step.ExecuteNeedsImage && !(step.HasPre && step.PreNeedsImage))
        {
            return null;
        }

        if (CheckImage(request, ref pictures.Camera) is { } problem)
        {
            return problem;
        }

        if (CheckImage(guide.ImageId, guide.ImageMeta, guide.ImageMetaProblem, ref pictures.Guide) is { } guideProblem)
        {
            return guideProblem with { Message = $"{GuidePicture}: {guideProblem.Message}" };
        }

        pictures.Guide!.Subject = GuidePicture;
        return null;
    }

    private string? ReadGuide(scoped in GuideRequest guide)
    {
        if (_call.Guide is not null)
        {
            return null;
        }

        if (guide.Given is not null)
        {
            _call.Guide = guide.Given;
            return null;
        }

        var problem = GuideInfo.Read(guide.Info, out var regions);
        _call.Guide = new Guide(regions, Encoding.UTF8.GetString(guide.Description));
        return problem;
    }

    private static Rect? WholeOf(ImageFrame? image) => image is null ? null : new Rect(0, 0, image.Width, image.Height);
}

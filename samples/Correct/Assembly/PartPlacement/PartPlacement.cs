using ProcVision;
using Shared;

namespace GuidedAssembly.Placement;

/// <summary>Each region of the guide picture must look as bright in the camera's: the worker has put the part there.</summary>
[Algorithm(ExecuteOnly = true)]
public sealed partial class PartPlacement
{
    [PreExecute(1)]
    private PreResult Compare(in CheckPlacementStep step)
    {
        if (!step.Guide.IsPresent)
            return PreResult.Ok("没有指导图，只检查亮度");

        var guide = step.Guide.Image;
        return guide.Width == step.Image.Width && guide.Height == step.Image.Height
            ? PreResult.Ok()
            : PreResult.Error(ErrorCode.InvalidParams, $"指导图 {guide.Width}x{guide.Height} 与图像 {step.Image.Width}x{step.Image.Height} 尺寸不同");
    }

    [Execute(1)]
    private ExecuteResult CheckPlacement(in CheckPlacementStep step) => step.Guide.IsPresent ? Guided(step) : Unguided(step);

    private static ExecuteResult Guided(in CheckPlacementStep step)
    {
        var (width, height) = (step.Image.Width, step.Image.Height);
        var places = new List<PositionRect>();
        var wrong = new List<DefectRect>();
        foreach (var region in step.Guide.Regions)
        {
            foreach (var place in region.Places.Where(place => place.IsInside(width, height)))
            {
                var difference = Math.Abs(MeanOf.Box(step.Guide.Image, place) - MeanOf.Box(step.Image, place));
                if (difference <= step.Params.MaxDifference)
                    places.Add(new PositionRect(place, region.Label));
                else
                    wrong.Add(new DefectRect(place, region.Label));
            }
        }

        step.Log.Info(step.Guide.Description);
        return wrong.Count == 0 ? ExecuteResult.Ok(places) : ExecuteResult.Ng($"{wrong.Count} 个零件未放好", places, wrong);
    }

    private static ExecuteResult Unguided(in CheckPlacementStep step) =>
        MeanOf.Box(step.Image, step.Params.Whole) is > 10 and < 245
            ? ExecuteResult.Ok()
            : ExecuteResult.Ng("图像过暗或过亮");
}

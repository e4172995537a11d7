using InspectionKit;
using ProcVision;

namespace Welding.Spatter;

/// <summary>An abstract ancestor of this project: what the plate looks like is decided below it.</summary>
public abstract class PlateInspection
{
    protected abstract byte PlateLevel { get; }

    protected int CountSpecks(in Gray picture)
    {
        var specks = 0;
        for (var y = 1; y < picture.Height; y++)
        {
            var row = picture.Row(y);
            var above = picture.Row(y - 1);
            for (var x = 1; x < row.Length; x++)
            {
                // The top left corner of a speck: nothing bright above it nor before it.
                if (row[x] > PlateLevel && row[x - 1] <= PlateLevel && above[x] <= PlateLevel && above[x - 1] <= PlateLevel)
                    specks++;
            }
        }

        return specks;
    }
}

[Algorithm]
public sealed partial class SpatterCheck : PlateInspection
{
    protected override byte PlateLevel => 200;

    [Execute(1)]
    private ExecuteResult Check(in CheckSpatterStep step)
    {
        using var gray = new Gray(step.Image);
        var specks = CountSpecks(gray);
        step.Diagnostics.Publish("specks", specks);
        return specks <= step.Params.MaxSpatter ? ExecuteResult.Ok() : ExecuteResult.Ng($"飞溅 {specks} 处，最多 {step.Params.MaxSpatter} 处");
    }
}

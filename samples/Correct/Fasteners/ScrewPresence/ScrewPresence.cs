using System.Text.Json;
using ProcVision;

namespace Fasteners.Screws;

/// <summary>A bright cover with dark screw heads: finds the cover, then looks at each place where a screw belongs.</summary>
[Algorithm(Session = typeof(CoverSession))]
public sealed partial class ScrewPresence
{
    private const int MinCoverSide = 40;

    private readonly Dictionary<string, ScrewLayout> _layouts = [];

    private void Setup(SetupContext context)
    {
        foreach (var pid in context.Pids)
        {
            var json = File.ReadAllBytes(Assets.Of(context, pid).Layout);
            _layouts[pid] = JsonSerializer.Deserialize(json, ScrewLayoutJson.Default.ScrewLayout)
                ?? throw new JsonException($"The screw layout of {pid} is null.");
        }

        context.Log.Info("螺丝布局已加载", ("pids", _layouts.Count));
    }

    [Execute(1)]
    private ExecuteResult FindCover(in FindCoverStep step)
    {
        var search = step.Params.Search;
        var cover = BrightBox(step.Image, search, step.Params.MinLevel);
        if (cover is not { Width: >= MinCoverSide, Height: >= MinCoverSide })
            return ExecuteResult.Error(ErrorCode.InvalidParams, $"在区域 {search} 内未找到盖板");

        step.Session.Cover = cover;
        return ExecuteResult.Ok([new PositionRect(cover.Value, "盖板")]);
    }

    [Execute(2)]
    private ExecuteResult CheckScrews(in CheckScrewsStep step)
    {
        if (step.Session.Cover is not { } cover)
            return ExecuteResult.Error(ErrorCode.ModelNotFound, "未找到盖板，请先执行定位步骤");

        var layout = _layouts[step.Pid];
        var found = new List<PositionRect>();
        var missing = new List<DefectRect>();
        foreach (var place in layout.Places)
        {
            var box = BoxAt(cover, place, layout.Radius);
            var share = DarkShare(step.Image, box);
            if (share >= step.Params.Darkness)
                found.Add(new PositionRect(box, "螺丝", Math.Round(share, 3)));
            else
                missing.Add(new DefectRect(box, "缺螺丝", Math.Round(1 - share, 3)));
        }

        step.Diagnostics.Publish("screw_count", found.Count);
        return missing.Count == 0
            ? ExecuteResult.Ok(found)
            : ExecuteResult.Ng($"缺少{missing.Count}颗螺丝", found, missing);
    }

    private static Rect BoxAt(Rect cover, ScrewPlace place, int radius)
    {
        var x = cover.X + (int)(place.X * cover.Width);
        var y = cover.Y + (int)(place.Y * cover.Height);
        return new Rect(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Rect? BrightBox(StepImage image, Rect area, long level)
    {
        int left = int.MaxValue, right = -1, top = int.MaxValue, bottom = -1;
        for (var y = area.Y; y < area.Bottom; y++)
        {
            var row = GreenRow.Of(image, y);
            for (var x = area.X; x < area.Right; x++)
            {
                if (row[x] < level)
                    continue;
                left = Math.Min(left, x);
                right = Math.Max(right, x);
                top = Math.Min(top, y);
                bottom = y;
            }
        }

        return right < 0 ? null : new Rect(left, top, right - left + 1, bottom - top + 1);
    }

    private static double DarkShare(StepImage image, Rect box)
    {
        var dark = 0;
        for (var y = box.Y; y < box.Bottom; y++)
        {
            var row = GreenRow.Of(image, y);
            for (var x = box.X; x < box.Right; x++)
                dark += row[x] < 80 ? 1 : 0;
        }

        return (double)dark / (box.Width * box.Height);
    }
}

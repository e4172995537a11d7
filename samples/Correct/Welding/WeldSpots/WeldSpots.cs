using System.Collections.Immutable;
using System.Globalization;
using InspectionKit;
using ProcVision;

namespace Welding.Spots;

public sealed record SpotSettings(int Count, int Level);

public readonly record struct Spot(double X, double Y)
{
    public double DistanceTo(Spot other) => Math.Sqrt(Math.Pow(X - other.X, 2) + Math.Pow(Y - other.Y, 2));
}

[Session]
public readonly ref partial struct SpotSession
{
    [MaxBytes(1600)]
    public partial ImmutableArray<Spot> Reference { get; set; }

    public partial DateTimeOffset? TakenAt { get; set; }
}

/// <summary>Step 1 sees the door before it is welded in place and keeps where its spots are; step 2 sees it after, and compares.</summary>
[Algorithm(Session = typeof(SpotSession))]
public sealed partial class WeldSpots : InspectionBase<SpotSettings>
{
    protected override string SettingsKind => "spots";

    protected override SpotSettings Read(string text)
    {
        var values = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split(' '))
            .ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture));
        return new SpotSettings(values["spots"], values["level"]);
    }

    [Execute(1)]
    private ExecuteResult Reference(in ReferenceStep step)
    {
        var settings = SettingsOf(step.Pid);
        using var gray = new Gray(step.Image);
        var spots = SpotFinder.Find(gray, settings.Level);
        if (spots.Length != settings.Count)
            return ExecuteResult.Ng($"焊点 {spots.Length} 个，应为 {settings.Count} 个");

        step.Session.Reference = spots;
        step.Session.TakenAt = DateTimeOffset.FromUnixTimeMilliseconds(step.Image.TimestampMs);
        return ExecuteResult.Ok();
    }

    [Execute(2)]
    private ExecuteResult CheckSpots(in CheckSpotsStep step)
    {
        var reference = step.Session.Reference;
        if (reference.IsDefaultOrEmpty)
            return ExecuteResult.Error(ErrorCode.ModelNotFound, "没有基准，请先执行第一步");

        if (step.Session.TakenAt is { } taken)
            step.Diagnostics.Publish("age_ms", step.Image.TimestampMs - taken.ToUnixTimeMilliseconds());

        using var gray = new Gray(step.Image);
        var spots = SpotFinder.Find(gray, SettingsOf(step.Pid).Level);
        if (spots.IsEmpty)
            return ExecuteResult.Ng("没有焊点");

        var maxShift = step.Params.MaxShift;
        var moved = reference
            .Select(place => (Place: place, Shift: spots.Min(spot => spot.DistanceTo(place))))
            .Where(pair => pair.Shift > maxShift)
            .Select(pair => new DefectRect(Around(pair.Place, gray), $"偏移 {pair.Shift:F1} px"))
            .ToArray();
        return moved is [] ? ExecuteResult.Ok() : ExecuteResult.Ng($"{moved.Length} 个焊点偏移或缺失", moved);
    }

    private static Rect Around(Spot spot, Gray picture)
    {
        const int Side = 12;
        var x = Math.Clamp((int)spot.X - (Side / 2), 0, picture.Width - Side);
        var y = Math.Clamp((int)spot.Y - (Side / 2), 0, picture.Height - Side);
        return new Rect(x, y, Side, Side);
    }
}

internal static class SpotFinder
{
    private const int Near = 10;

    /// <summary>Gathers bright pixels to the nearest spot that has begun, else begins one: enough for spots that are well apart.</summary>
    public static ImmutableArray<Spot> Find(in Gray picture, int level)
    {
        var sums = new List<(double X, double Y, int Count)>();
        for (var y = 0; y < picture.Height; y++)
        {
            var row = picture.Row(y);
            for (var x = 0; x < row.Length; x++)
            {
                if (row[x] < level)
                    continue;
                var nearest = sums.FindIndex(s => Math.Abs((s.X / s.Count) - x) < Near && Math.Abs((s.Y / s.Count) - y) < Near);
                if (nearest < 0)
                    sums.Add((x, y, 1));
                else
                    sums[nearest] = (sums[nearest].X + x, sums[nearest].Y + y, sums[nearest].Count + 1);
            }
        }

        return [.. sums.Select(s => new Spot(s.X / s.Count, s.Y / s.Count))];
    }
}

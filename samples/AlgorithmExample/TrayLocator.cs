using ProcVision;

namespace AlgorithmExample;

/// <summary>Step 1: finds the tray and checks that the picture can be inspected at all.</summary>
public sealed class TrayLocator
{
    /// <summary>A tray must be this many pixels wide and high: below, parts would be a few pixels only.</summary>
    public const int MinSide = 48;

    /// <summary>The tray is found on a picture reduced to about this many pixels: its place is not needed more exactly.</summary>
    private const int WorkingSide = 320;

    /// <summary>A light table seen in the picture covers at least this share of the region of interest …</summary>
    private const float MinShare = 0.1f;

    /// <summary>… and of its own bounding rectangle, though parts lie on it. Bright lines or spots spread over the picture do not.</summary>
    private const float MinFill = 0.5f;

    private readonly ConnectedComponents _components = new();

    /// <summary>Finds the tray inside the region of interest.</summary>
    /// <param name="image">The camera picture.</param>
    /// <param name="roi">Where to look; it must lie inside the picture.</param>
    /// <param name="config">What the tray of this pid is.</param>
    /// <param name="tray">The tray, when found.</param>
    /// <param name="reason">Why it was not found, else empty.</param>
    public bool TryLocate(GrayView image, Rect roi, PartsConfig config, out Tray tray, out string reason)
    {
        tray = default;
        if (Math.Min(roi.Width, roi.Height) < MinSide)
        {
            reason = $"检测区域过小: {roi.Width}x{roi.Height}，至少{MinSide}x{MinSide}";
            return false;
        }

        var factor = Plane.ReductionFor(Math.Max(roi.Width, roi.Height), WorkingSide);
        using var plane = Plane.Read(image, roi, factor, Polarity.Bright);
        using var mask = new Plane(plane.Width, plane.Height);
        Neighbourhood.Smooth(plane, mask);
        var light = Threshold.Of(mask);
        if (light.Contrast < config.MinContrast)
        {
            reason = $"料盘对比度不足: {light.Contrast:F0} < {config.MinContrast:F0}";
            return false;
        }

        var area = config.Tray == TrayKind.LightTable ? FindLightTable(mask, light.Level, factor, roi) : roi;
        reason = area is null ? "检测区域内没有发亮的料盘" : "";
        if (area is not { } found)
            return false;

        var brightness = config.Polarity == Polarity.Dark ? light.BrightMean : light.DarkMean;
        tray = new Tray(found.X, found.Y, found.Width, found.Height, brightness, light.Contrast);
        return true;
    }

    private Rect? FindLightTable(Plane mask, int level, int factor, Rect roi)
    {
        Threshold.Apply(mask, level);
        _components.Find(mask, byte.MaxValue);
        Blob table = default;
        foreach (ref readonly var blob in _components.Blobs)
        {
            if (blob.Area > table.Area)
                table = blob;
        }

        var width = table.Right - table.Left;
        var height = table.Bottom - table.Top;
        var isTable = table.Area >= MinShare * mask.Width * mask.Height
            && table.Area >= MinFill * width * height
            && Math.Min(width, height) * factor >= MinSide;
        if (!isTable)
            return null;

        // One reduced pixel more on each side: those on the table's edge are half table, half surroundings.
        var left = Math.Max(0, (table.Left - 1) * factor);
        var top = Math.Max(0, (table.Top - 1) * factor);
        var right = Math.Min(roi.Width, (table.Right + 1) * factor);
        var bottom = Math.Min(roi.Height, (table.Bottom + 1) * factor);
        return new Rect(roi.X + left, roi.Y + top, right - left, bottom - top);
    }
}

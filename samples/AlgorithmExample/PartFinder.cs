using ProcVision;

namespace AlgorithmExample;

/// <summary>
/// Step 2: finds everything that lies on the tray and judges it.
/// Even out the light, split tray from parts, clean the mask, take its connected blobs, compare each with the config.
/// </summary>
public sealed class PartFinder
{
    /// <summary>In fast mode the tray is reduced until its longer side has at most this many pixels: time no longer grows with the camera.</summary>
    private const int FastSide = 512;

    /// <summary>In accurate mode every pixel is used, up to this many; beyond, lenses are blurrier than a pixel, and memory stays bounded.</summary>
    private const int AccurateSide = 4096;

    /// <summary>
    /// Where between bare tray and mean part the border lies. Below the middle, since parts are not evenly bright
    /// and the tray, once the light is evened out, is.
    /// </summary>
    private const float Border = 0.35f;

    private readonly ConnectedComponents _components = new();
    private readonly List<Part> _parts = [];

    /// <summary>Finds all parts and defects, from top to bottom. The list is valid until the next call.</summary>
    /// <param name="image">The camera picture.</param>
    /// <param name="tray">The tray that step 1 found in it.</param>
    /// <param name="config">What good parts look like.</param>
    /// <param name="minScore">What matches the config less than this is a defect, 0…1.</param>
    /// <param name="accurate">Full resolution and measured edges instead of a reduced picture.</param>
    public IReadOnlyList<Part> Find(GrayView image, Tray tray, PartsConfig config, double minScore, bool accurate)
    {
        _parts.Clear();
        var factor = Plane.ReductionFor(tray.LongerSide, accurate ? AccurateSide : FastSide);
        var unit = (float)tray.LongerSide / factor;
        using var plane = Plane.Read(image, tray.Area, factor, config.Polarity);
        using var mask = new Plane(plane.Width, plane.Height);
        Background.Subtract(plane, config.Size.Max * unit);
        Neighbourhood.Smooth(plane, mask);
        var light = Threshold.Of(mask);
        if (light.Contrast < config.MinContrast)
            return _parts;

        Threshold.Apply(mask, (int)(light.DarkMean + (Border * light.Contrast)));
        Clean(mask, config.Size.Min * unit);
        _components.Find(mask, byte.MaxValue);
        foreach (ref readonly var blob in _components.Blobs)
        {
            // What touches the rim is the tray's frame or a part cut off by the picture: it cannot be measured, so it is not counted.
            if (blob.RimContact > 0 || blob.Size < config.MinForeignSize * unit)
                continue;
            var area = accurate ? EdgeRefiner.Refine(plane, mask, blob) : blob.Bounds;
            var inPicture = new Rect(tray.X + (area.X * factor), tray.Y + (area.Y * factor), area.Width * factor, area.Height * factor);
            _parts.Add(PartJudge.Judge(blob, inPicture, unit, config, minScore));
        }

        return _parts;
    }

    /// <summary>Fills what a part encloses (an embossed coin is dark inside), then removes specks and threads.</summary>
    private void Clean(Plane mask, float partSize)
    {
        using var scratch = new Plane(mask.Width, mask.Height);
        _components.FillHoles(mask, (int)(partSize * partSize));
        Neighbourhood.Open(mask, scratch);
    }
}

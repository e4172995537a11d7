using System.Text.Json;
using ProcVision;

namespace AlgorithmExample.Tests;

/// <summary>A photograph of one pid, and where its parts are: marked by eye on enlarged crops, not by the algorithm.</summary>
public sealed record Sample(string Pid, GrayPicture Picture, Rect[] Expected)
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static Sample Load(string pid)
    {
        var (image, rects) = pid == "p001" ? ("pca_test1.jpg", "blades") : ("coins.png", "coins");
        return new Sample(pid, GrayPicture.Load(Path.Combine(AppContext.BaseDirectory, "Images", image)),
            JsonSerializer.Deserialize<Rect[]>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Expected", $"{rects}.expected.json")), Web)!);
    }

    public int ExpectedCount => ConfigOf(Pid).ExpectedCount;

    public static PartsConfig ConfigOf(string pid) =>
        PartsConfig.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "assets", $"{pid}.json")));

    /// <summary>The same sample, photographed in another way: the picture and every expected rectangle change alike.</summary>
    public Sample Photographed(string variant)
    {
        int width = Picture.Width, height = Picture.Height;
        return variant switch
        {
            "as it is" => this,
            "turned by 90" => With(Picture.Turned(), r => new Rect(height - r.Bottom, r.X, r.Height, r.Width)),
            "turned by 180" => Photographed("turned by 90").Photographed("turned by 90"),
            "turned by 270" => Photographed("turned by 180").Photographed("turned by 90"),
            "mirrored" => With(Picture.Mirrored(), r => r with { X = width - r.Right }),
            "darker" => With(Picture.Brightened(0.6), r => r),
            "brighter" => With(Picture.Brightened(1.4), r => r),
            "noisy" => With(Picture.Noisy(10, seed: 1), r => r),
            "half size" => With(Picture.Halved(), r => new Rect((r.X + 1) / 2, (r.Y + 1) / 2, ((r.Right + 1) / 2) - ((r.X + 1) / 2), ((r.Bottom + 1) / 2) - ((r.Y + 1) / 2))),
            "double size" => With(Picture.Doubled(), r => new Rect(2 * r.X, 2 * r.Y, 2 * r.Width, 2 * r.Height)),
            _ => throw new ArgumentException(variant, nameof(variant)),
        };
    }

    /// <summary>Only a part of the picture: what is not wholly in it is no longer expected.</summary>
    public Sample Cropped(Rect area) => new(Pid, Picture.Cropped(area),
    [
        .. from r in Expected
           where r.X > area.X && r.Y > area.Y && r.Right < area.Right && r.Bottom < area.Bottom
           select r with { X = r.X - area.X, Y = r.Y - area.Y },
    ]);

    private Sample With(GrayPicture picture, Func<Rect, Rect> move) => new(Pid, picture, [.. Expected.Select(move)]);
}

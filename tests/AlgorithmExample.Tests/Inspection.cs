using ProcVision;

namespace AlgorithmExample.Tests;

/// <summary>Both steps on one picture, as the algorithm class runs them.</summary>
public sealed record Inspection(string Error, IReadOnlyList<Part> Parts, string? Fault)
{
    public IEnumerable<Part> Good => Parts.Where(part => part.IsGood);

    public IEnumerable<Part> Defects => Parts.Where(part => !part.IsGood);

    public static Inspection Of(Sample sample, bool accurate, double threshold = 0.7) => Of(sample.Picture, sample.Config, accurate, threshold);

    public static Inspection Of(GrayPicture picture, PartsConfig config, bool accurate, double threshold = 0.7)
    {
        if (!new TrayLocator().TryLocate(picture.View, new Rect(0, 0, picture.Width, picture.Height), config, out var tray, out var reason))
            return new Inspection(reason, [], null);
        var parts = new PartFinder().Find(picture.View, tray, config, threshold, accurate);
        return new Inspection("", parts, Verdict.Fault(parts, config));
    }

    /// <summary>Asserts that exactly the expected rectangles were found, each overlapping by at least 0.8 of the union.</summary>
    public void AssertFinds(IEnumerable<Rect> expected)
    {
        Assert.Equal("", Error);
        var found = Good.Select(part => part.Area).ToList();
        foreach (var rect in expected)
        {
            Assert.True(found.Count > 0, $"{rect} was not found");
            var best = found.MaxBy(area => Overlap(area, rect));
            Assert.True(Overlap(best, rect) >= 0.8, $"{rect}: nearest is {best}, overlap {Overlap(best, rect):F2}");
            found.Remove(best);
        }

        Assert.Empty(found);
        Assert.All(Parts, part => Assert.InRange(part.Score, 0, 1));
    }

    public static double Overlap(Rect a, Rect b)
    {
        var width = Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X);
        var height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Y, b.Y);
        if (width <= 0 || height <= 0)
            return 0;
        double both = (double)width * height;
        return both / (((double)a.Width * a.Height) + ((double)b.Width * b.Height) - both);
    }
}

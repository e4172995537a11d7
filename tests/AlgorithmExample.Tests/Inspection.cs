using ProcVision;
using ProcVision.Testing;

namespace AlgorithmExample.Tests;

/// <summary>A whole detection of one picture: both steps, as the Runner calls them, with the checks and result rules of the line.</summary>
public sealed record Inspection(string Error, IReadOnlyList<PositionRect> Good, IReadOnlyList<DefectRect> Defects, string? Fault)
{
    public static Inspection Of(Sample sample, bool accurate, double threshold = 0.7) => Of(sample.Picture.Image, sample.Pid, accurate, threshold);

    public static Inspection Of(GrayPicture picture, string pid, bool accurate, double threshold = 0.7) => Of(picture.Image, pid, accurate, threshold);

    public static Inspection Of(ImageBuffer image, string pid, bool accurate, double threshold = 0.7)
    {
        using var test = AlgorithmTest.Start<PartInspection>(pid);
        var roi = $$"""{"roi":"0,0,{{image.Width}},{{image.Height}}"}""";
        var parameters = FormattableString.Invariant($$"""{"threshold":{{threshold}},"mode":"{{(accurate ? "accurate" : "fast")}}"}""");
        Func<StepResult>[] calls =
        [
            () => test.PreExecute(1, image, roi), () => test.Execute(1, image, roi), () => test.PreExecute(2, image, parameters),
            () => test.Execute(2, image, parameters),
        ];
        var result = calls[0]();
        foreach (var call in calls.Skip(1).TakeWhile(_ => result.IsOk))
            result = call();

        return result.IsOk
            ? new Inspection("", result.Positions, result.Defects, result.Verdict == Verdict.Ng ? result.Message : null)
            : new Inspection(result.Message, [], [], null);
    }

    /// <summary>Asserts that exactly the expected rectangles were found, each overlapping by at least 0.8 of the union.</summary>
    public void AssertFinds(IEnumerable<Rect> expected)
    {
        Assert.Equal("", Error);
        var found = Good.Select(part => part.Box).ToList();
        foreach (var rect in expected)
        {
            Assert.True(found.Count > 0, $"{rect} was not found");
            var best = found.MaxBy(area => Overlap(area, rect));
            Assert.True(Overlap(best, rect) >= 0.8, $"{rect}: nearest is {best}, overlap {Overlap(best, rect):F2}");
            found.Remove(best);
        }

        Assert.Empty(found);
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

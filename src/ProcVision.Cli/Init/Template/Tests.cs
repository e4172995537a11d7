using ProcVision;
using ProcVision.Imaging;
using ProcVision.Testing;
using Xunit;

namespace {{namespace}}.Tests;

public sealed class {{class}}Tests
{
    private static readonly ImageBuffer Sample = ImageFile.Load(Path.Combine(AppContext.BaseDirectory, "images", "sample.png"));

    [Fact]
    public void The_sample_image_is_bright_enough()
    {
        using var test = AlgorithmTest.Start<{{class}}>({{pid-code}});
        var result = test.Execute(step: 1, Sample, """{"area":"0,0,300,300"}""");
        Assert.Equal(Verdict.Ok, result.Verdict);
    }

    [Fact]
    public void Too_dark_is_NG_with_the_area_as_the_defect()
    {
        using var test = AlgorithmTest.Start<{{class}}>({{pid-code}});
        var result = test.Execute(step: 1, Sample, """{"area":"10,20,50,60","min_brightness":254}""");
        Assert.Equal(Verdict.Ng, result.Verdict);
        Assert.Equal(new Rect(10, 20, 50, 60), Assert.Single(result.Defects).Box);
    }
}

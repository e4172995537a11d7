using ProcVision;
using ProcVision.Imaging;
using ProcVision.Testing;

namespace AlgorithmExample.Tests;

public sealed class PhotographTests
{
    public static readonly MatrixTheoryData<string, string, bool> Variants = new(
        ["p001", "p002"],
        [
            "as it is", "turned by 90", "turned by 180", "turned by 270", "mirrored", "darker", "brighter", "noisy", "half size", "double size",
        ],
        [false, true]);

    public static readonly MatrixTheoryData<string, bool> Photographs = new(["p001", "p002"], [false, true]);

    [Theory]
    [MemberData(nameof(Variants))]
    public void Every_part_is_found_however_it_is_photographed(string pid, string variant, bool accurate)
    {
        var sample = Sample.Load(pid).Photographed(variant);
        var inspection = Inspection.Of(sample, accurate);
        inspection.AssertFinds(sample.Expected);
        Assert.Empty(inspection.Defects);
        Assert.Null(inspection.Fault);
    }

    [Theory]
    [InlineData("p001")]
    [InlineData("p002")]
    public void A_host_of_the_execute_only_profile_which_sends_no_parameters_gets_the_same_parts(string pid)
    {
        var sample = Sample.Load(pid);
        using var test = AlgorithmTest.Start<PartInspection>(pid);
        var guide = new TestGuide(sample.Picture.Image) { Description = "检查零件" };

        var located = test.ExecuteOnly(step: 1, sample.Picture.Image, guide);
        var inspected = test.ExecuteOnly(step: 2, sample.Picture.Image, guide);

        Assert.True(located.IsOk, located.ToString());
        Assert.Equal(["brightness", "contrast", "light"], located.Debug.Keys); // what pre published, and execute
        Assert.Equal(Verdict.Ok, inspected.Verdict);
        new Inspection("", inspected.Positions, inspected.Defects, null).AssertFinds(sample.Expected);
    }

    [Theory]
    [InlineData("p001", 224, 0, 576, 600, 5)] // without the upright blade
    [InlineData("p001", 0, 0, 800, 430, 4)] // through the lowest blade and the upright one
    [InlineData("p002", 0, 0, 384, 226, 18)] // without the lowest row
    [InlineData("p002", 0, 20, 384, 283, 23)] // through the tallest coin of the first row
    [InlineData("p002", 70, 85, 236, 148, 8)] // in the middle
    public void A_cropped_picture_lacks_the_parts_that_are_not_wholly_in_it(string pid, int x, int y, int width, int height, int count)
    {
        var sample = Sample.Load(pid).Cropped(new Rect(x, y, width, height));
        Assert.Equal(count, sample.Expected.Length);
        foreach (var accurate in new[] { false, true })
        {
            var inspection = Inspection.Of(sample, accurate);
            inspection.AssertFinds(sample.Expected);
            Assert.Equal($"缺少{sample.ExpectedCount - sample.Expected.Length}个零件", inspection.Fault);
        }
    }

    [Theory]
    [MemberData(nameof(Photographs))]
    public void Each_part_that_is_covered_is_missed(string pid, bool accurate)
    {
        var sample = Sample.Load(pid);
        foreach (var rect in sample.Expected)
        {
            // The rectangles of lying blades overlap: one blade alone is taken away in the next test.
            if (sample.Expected.Any(other => other != rect && Inspection.Overlap(other, rect) > 0))
                continue;
            var covered = sample.Picture.Covered(new Rect(rect.X - 3, rect.Y - 3, rect.Width + 6, rect.Height + 6));
            var inspection = Inspection.Of(covered, sample.Pid, accurate);
            inspection.AssertFinds(sample.Expected.Where(other => other != rect));
            Assert.Equal("缺少1个零件", inspection.Fault);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_blade_that_is_taken_away_is_missed(bool accurate)
    {
        var sample = Sample.Load("p001");
        foreach (var rect in sample.Expected)
        {
            var without = sample.Picture.WithoutDarkAt(rect.X + (rect.Width / 2), rect.Y + (rect.Height / 2), table: 205);
            var inspection = Inspection.Of(without, sample.Pid, accurate);
            inspection.AssertFinds(sample.Expected.Where(other => other != rect));
            Assert.Equal("缺少1个零件", inspection.Fault);
        }
    }

    [Theory]
    [MemberData(nameof(Photographs))]
    public void A_half_covered_part_is_a_defect(string pid, bool accurate)
    {
        var sample = Sample.Load(pid);
        var rect = sample.Expected[0];
        var half = pid == "p001" ? new Rect(rect.X - 3, rect.Y - 3, rect.Width + 6, (rect.Height / 2) + 3) : new Rect(rect.X - 3, rect.Y - 3, (rect.Width / 2) + 3, rect.Height + 6);
        var inspection = Inspection.Of(sample.Picture.Covered(half), sample.Pid, accurate);
        inspection.AssertFinds(sample.Expected[1..]);
        var defect = Assert.Single(inspection.Defects);
        Assert.Equal("缺少1个零件，发现1个异常零件", inspection.Fault);
        Assert.True(Inspection.Overlap(defect.Box, rect) > 0.3);
    }

    [Theory]
    [InlineData(0.5, null)]
    [InlineData(0.6, null)]
    [InlineData(0.7, "缺少1个零件，发现1个异常零件")]
    [InlineData(0.9, "缺少1个零件，发现1个异常零件")]
    public void The_threshold_decides_how_much_of_a_part_may_be_covered(double threshold, string? fault)
    {
        var sample = Sample.Load("p002");
        var coin = sample.Expected[21];
        var covered = sample.Picture.Covered(new Rect(coin.X - 3, coin.Y - 3, (coin.Width * 2 / 5) + 3, coin.Height + 6));
        foreach (var accurate in new[] { false, true })
            Assert.Equal(fault, Inspection.Of(covered, sample.Pid, accurate, threshold).Fault);
    }

    [Theory]
    [MemberData(nameof(Photographs))]
    public void The_photographs_are_good_at_the_strictest_threshold(string pid, bool accurate) =>
        Assert.Null(Inspection.Of(Sample.Load(pid), accurate, threshold: 0.9).Fault);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Two_touching_coins_are_one_defect(bool accurate)
    {
        var sample = Sample.Load("p002");
        Rect first = sample.Expected[7], second = sample.Expected[8];
        var apart = sample.Picture.Covered(new Rect(second.X - 3, second.Y - 3, second.Width + 6, second.Height + 6));
        var touching = apart.WithCopy(first, first.Right - 1, first.Y);
        var inspection = Inspection.Of(touching, sample.Pid, accurate);
        inspection.AssertFinds(sample.Expected.Where(rect => rect != first && rect != second));
        var defect = Assert.Single(inspection.Defects);
        Assert.True(Inspection.Overlap(defect.Box, first with { Width = (2 * first.Width) - 1 }) >= 0.8);
        Assert.Equal("缺少2个零件，发现1个异常零件", inspection.Fault);
    }

    [Theory]
    [MemberData(nameof(Photographs))]
    public void A_part_too_many_is_counted(string pid, bool accurate)
    {
        var sample = Sample.Load(pid);
        var config = Sample.ConfigOf(pid) with { ExpectedCount = sample.ExpectedCount - 1 };
        Assert.True(new TrayLocator().TryLocate(sample.Picture.View, new Rect(0, 0, sample.Picture.Width, sample.Picture.Height), config, out var tray, out _));
        var parts = new PartFinder().Find(sample.Picture.View, tray, config, 0.7, accurate);
        Assert.Equal("多出1个零件", Faults.Describe(parts, config));
    }

    [Fact]
    public void Nothing_outside_the_region_of_interest_is_seen()
    {
        var image = Sample.Load("p001").Picture.Image;
        using var test = AlgorithmTest.Start<PartInspection>("p001");
        var tray = Assert.Single(test.Execute(1, image, """{"roi":"224,0,400,599"}""").Positions);
        Assert.True(Inspection.Overlap(tray.Box, new Rect(224, 0, 400, 548)) > 0.98);
        Assert.All(test.Execute(2, image).Positions, part => Assert.True(part.Box.X >= 224));

        var beside = test.Execute(1, image, """{"roi":"700,0,100,150"}""");
        Assert.StartsWith("料盘对比度不足", beside.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(32)]
    public void Step_2_needs_the_tray_of_step_1()
    {
        using var test = AlgorithmTest.Start<PartInspection>("p001");
        var result = test.Execute(2, Sample.Load("p001").Picture.Image);
        Assert.Equal(ErrorCode.ModelNotFound, result.Code);
        Assert.Equal("未找到料盘，请先执行定位步骤", result.Message);
    }

    [Fact]
    public void A_tray_of_another_picture_is_refused()
    {
        using var test = AlgorithmTest.Start<PartInspection>("p001");
        TraySession.Over(test.Session).Tray = new Tray(0, 0, 1600, 1200, 200, 100);
        Assert.Equal(ErrorCode.CoordinateInvalid, test.Execute(2, Sample.Load("p001").Picture.Image).Code);
    }

    [Theory]
    [InlineData("p001", 12.5)]
    [InlineData("p001", 16)]
    [InlineData("p002", 12.5)]
    public void A_photograph_is_bright_enough_for_its_exposure(string pid, double exposure) =>
        Assert.True(Light(Sample.Load(pid).Picture, pid, exposure).IsOk);

    [Fact]
    public void A_longer_exposure_must_give_a_brighter_picture()
    {
        var dim = Sample.Load("p001").Picture.Brightened(0.45);
        Assert.True(Light(dim, "p001", exposure: 12.5).IsOk);
        var result = Light(dim, "p001", exposure: 16);
        Assert.Equal(ErrorCode.ImageLoadFailed, result.Code);
        Assert.StartsWith("光照不足", result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("p001", "pca_test1.jpg", 6)]
    [InlineData("p002", "coins.png", 24)]
    public void The_photograph_files_themselves_are_good(string pid, string file, int count)
    {
        var inspection = Inspection.Of(ImageFile.Load(Path.Combine(AppContext.BaseDirectory, "Images", file)), pid, accurate: true);
        inspection.AssertFinds(Sample.Load(pid).Expected);
        Assert.Equal(count, inspection.Good.Count);
    }

    [Theory]
    [InlineData("p001", 440, 500, 18, 5, "过小", false)]
    [InlineData("p001", 440, 500, 18, 5, "过小", true)]
    [InlineData("p002", 340, 85, 6, 200, "过小", false)]
    [InlineData("p002", 340, 85, 6, 200, "过小", true)]
    public void A_foreign_body_is_a_defect(string pid, int x, int y, int radius, byte brightness, string label, bool accurate)
    {
        var sample = Sample.Load(pid);
        var inspection = Inspection.Of(sample.Picture.WithDisc(x, y, radius, brightness), sample.Pid, accurate);
        inspection.AssertFinds(sample.Expected);
        var defect = Assert.Single(inspection.Defects);
        Assert.Equal(label, defect.Label);
        Assert.True(Inspection.Overlap(defect.Box, new Rect(x - radius, y - radius, (2 * radius) + 1, (2 * radius) + 1)) >= 0.6);
        Assert.Equal("发现1个异常零件", inspection.Fault);
    }

    [Fact]
    public void A_colour_picture_with_padded_rows_gives_what_its_gray_one_gives()
    {
        var sample = Sample.Load("p001");
        var picture = sample.Picture;
        var stride = (picture.Width * 3) + 8;
        var colour = new byte[stride * picture.Height];
        for (var y = 0; y < picture.Height; y++)
        {
            for (var x = 0; x < picture.Width; x++)
                colour[(y * stride) + (3 * x) + 1] = picture[x, y];
        }

        var view = new GrayView(colour, picture.Width, picture.Height, stride, channels: 3);
        var config = Sample.ConfigOf("p001");
        Assert.True(new TrayLocator().TryLocate(view, new Rect(0, 0, picture.Width, picture.Height), config, out var tray, out _));
        var found = new PartFinder().Find(view, tray, config, 0.7, accurate: false);
        Assert.Equal(Inspection.Of(sample, accurate: false).Good.Select(part => part.Box), found.Select(part => part.Area));
    }

    private static StepResult Light(GrayPicture picture, string pid, double exposure)
    {
        using var test = AlgorithmTest.Start<PartInspection>(pid);
        return test.PreExecute(1, picture.Image, FormattableString.Invariant($$"""{"roi":"0,0,100,100","exposure":{{exposure}}}"""));
    }
}

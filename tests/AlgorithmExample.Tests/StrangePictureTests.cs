namespace AlgorithmExample.Tests;

/// <summary>Pictures of anything but a tray: the answer is an error with a reason or NG, and never an exception.</summary>
public sealed class StrangePictureTests
{
    public static readonly MatrixTheoryData<string, string, bool> Pictures = new(
        ["p001", "p002"],
        [
            "black 800x600", "white 800x600", "gray 100x100", "noise 100x100", "noise 800x600", "checkers1 1024x1024", "checkers2 1024x1024",
            "checkers4 1024x1024", "checkers7 800x600", "checkers1 8000x100", "checkers4 100x8000", "slope 800x600", "noise 8000x100",
            "stripes 8000x100", "stripes 100x100", "checkers4 4000x4000", "frame 640x480", "noise 49x48", "brick",
        ],
        [false, true]);

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_picture_without_a_tray_is_never_good(string pid, string kind, bool accurate)
    {
        var picture = Make(kind);
        var inspection = Inspection.Of(picture, pid, accurate);
        Assert.True(inspection.Error.Length > 0 || inspection.Fault is not null);
        Assert.All(inspection.Defects, defect => Assert.True(defect.Box.IsInside(picture.Width, picture.Height)));
    }

    [Fact]
    public void A_brick_wall_is_not_a_light_table() =>
        Assert.Equal("检测区域内没有发亮的料盘", Inspection.Of(Make("brick"), "p001", accurate: false).Error);

    [Fact]
    public void A_brick_wall_has_no_coins()
    {
        var inspection = Inspection.Of(Make("brick"), "p002", accurate: false);
        Assert.Empty(inspection.Good);
        Assert.StartsWith("缺少24个零件", inspection.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dark_picture_is_an_error_that_names_the_light() =>
        Assert.Equal("光照不足: 0.0 < 40.0", Inspection.Of(Make("black 800x600"), "p001", accurate: false).Error);

    [Fact]
    public void A_picture_without_contrast_is_an_error_that_names_the_contrast() =>
        Assert.Equal("料盘对比度不足: 0 < 25", Inspection.Of(Make("white 800x600"), "p001", accurate: false).Error);

    private static GrayPicture Make(string kind)
    {
        if (kind == "brick")
            return GrayPicture.Load(Path.Combine(AppContext.BaseDirectory, "Images", "brick.png"));
        var words = kind.Split(' ', 'x');
        int width = int.Parse(words[1]), height = int.Parse(words[2]);
        var random = new Random(1);
        return GrayPicture.Make(width, height, words[0] switch
        {
            "black" => (_, _) => 0,
            "white" => (_, _) => 255,
            "gray" => (_, _) => 128,
            "noise" => (_, _) => random.Next(256),
            "slope" => (x, _) => x * 255 / width,
            "stripes" => (x, _) => x / 5 % 2 * 255,
            "frame" => (x, y) => x < 20 || y < 20 || x >= width - 20 || y >= height - 20 ? 255 : 0,
            _ => (x, y) => ((x / (words[0][8] - '0')) + (y / (words[0][8] - '0'))) % 2 * 255,
        });
    }
}

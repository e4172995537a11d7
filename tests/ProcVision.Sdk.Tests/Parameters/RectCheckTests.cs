using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Parameters;

public class RectCheckTests
{
    [Theory]
    [InlineData(0, 0, 640, 480, true)]
    [InlineData(639, 479, 1, 1, true)]
    [InlineData(-1, 0, 10, 10, false)]
    [InlineData(0, -1, 10, 10, false)]
    [InlineData(0, 0, 641, 480, false)]
    [InlineData(0, 1, 640, 480, false)]
    [InlineData(0, 0, 0, 10, false)]
    [InlineData(0, 0, 10, -1, false)]
    [InlineData(2147483647, 0, 2147483647, 10, false)]
    [Conformance(132)]
    public void A_rectangle_must_have_an_area_and_lie_inside_the_picture(int x, int y, int width, int height, bool isInside)
    {
        var check = new RectCheck(640, 480);
        check.Check("roi", new Rect(x, y, width, height));
        Assert.Equal(isInside ? null : $"参数 roi 超出图像范围: {x},{y},{width},{height} 不在 640x480 内", check.Problem);
    }

    [Fact]
    public void The_first_rectangle_outside_is_told_and_an_absent_one_is_inside()
    {
        var check = new RectCheck(640, 480);
        check.Check("none", (Rect?)null);
        Assert.Null(check.Problem);
        check.Check("a", (Rect?)new Rect(0, 0, 641, 1));
        check.Check("b", new Rect(-1, 0, 1, 1));
        Assert.StartsWith("参数 a ", check.Problem, StringComparison.Ordinal);
    }
}

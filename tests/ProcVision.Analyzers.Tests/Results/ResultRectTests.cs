namespace ProcVision.Analyzers.Results;

/// <summary>PV3007, PV3013 and PV3017: rectangles that the Sdk refuses.</summary>
public sealed class ResultRectTests
{
    [Theory]
    [InlineData("new DefectRect(new Rect(1, 2, {|PV3007:0|}, 4), \"x\")", "width", "0", "a width above 0")]
    [InlineData("new DefectRect(new(1, 2, 3, {|PV3007:-4|}), \"x\")", "height", "-4", "a height above 0")]
    [InlineData("new PositionRect(new(Y: 2, X: {|PV3007:-1|}, Width: 3, Height: 4), \"x\")", "x", "-1", "a left edge in the picture, 0 or above")]
    [InlineData("new CalibrationRect(new(Count, {|PV3007:-2|}, Count, 4), \"x\")", "y", "-2", "a top edge in the picture, 0 or above")]
    [InlineData("new CalibrationRect({|PV3007:default|}, \"x\")", "width", "0", "a width above 0")]
    [InlineData("new CalibrationRect({|PV3007:new Rect()|}, \"x\")", "width", "0", "a width above 0")]
    [InlineData("new DefectRect({|PV3007:new Rect { X = 1, Y = 1, Width = 5 }|}, \"x\")", "height", "0", "a height above 0")]
    [InlineData("new DefectRect(Flag ? _box : new(0, 0, {|PV3007:Nothing|}, 5), \"x\")", "width", "0", "a width above 0")]
    [InlineData("new DefectRect(_box with { Width = {|PV3007:Nothing|} }, \"x\")", "width", "0", "a width above 0")]
    [InlineData("new DefectRect(_box, \"x\") with { Box = new(1, 1, 1, {|PV3007:0|}) }", "height", "0", "a height above 0")]
    [InlineData("new DefectRect { Label = \"x\", Box = new(1, 1, {|PV3007:0|}, 1) }", "width", "0", "a width above 0")]
    public async Task No_place_in_a_picture(string rect, string side, string value, string cure)
    {
        string message = Assert.Single(await ResultStep.FindAsync($"var rect = {rect}; step.Log.Info($\"{{rect}}\");", "private const int Nothing = 0;"));
        Assert.Equal($"The {side} of this rectangle is {value}, so the call is answered with 1007 in place of the result. Give it {cure}.", message);
    }

    [Fact]
    public async Task A_rectangle_in_a_variable() => _ = await ResultStep.FindAsync(
        """
        var whole = new Rect(-5, 0, 10, 10);
        int width = 0;
        if (Flag) return ExecuteResult.Ok([new({|PV3007:whole|}, "x"), new(new(1, 1, {|PV3007:width|}, 4), "x")]);
        """);

    [Theory]
    [InlineData("new DefectRect(_box, \"x\", {|PV3013:1.5|})", "1.5", ", 0.015 for 1.5 %")]
    [InlineData("new DefectRect(_box, \"x\", {|PV3013:95|})", "95", ", 0.95 for 95 %")]
    [InlineData("new PositionRect(_box, \"x\", Score: {|PV3013:-0.1|})", "-0.1", "")]
    [InlineData("new PositionRect(_box, \"x\", {|PV3013:double.NaN|})", "NaN", "")]
    [InlineData("new PositionRect(_box, \"x\", Flag ? 1 : {|PV3013:1.0 / 0|})", "Infinity", "")]
    [InlineData("new PositionRect(_box, \"x\") with { Score = {|PV3013:255|} }", "255", "")]
    public async Task A_score_outside_0_to_1(string rect, string score, string hint)
    {
        string message = Assert.Single(await ResultStep.FindAsync($"var rect = {rect}; step.Log.Info($\"{{rect}}\");"));
        Assert.Equal($"The score is {score}, and one outside 0 to 1 makes the call an ERROR 1006 in place of the result. Give the score as a fraction{hint}.", message);
    }

    [Theory]
    [InlineData("new DefectRect(_box, {|PV3017:null!|})")]
    [InlineData("{|PV3017:new DefectRect { Box = new(1, 2, 3, 4) }|}")]
    [InlineData("new DefectRect(_box, Flag ? \"x\" : {|PV3017:null!|})")]
    [InlineData("new DefectRect(_box, \"x\") with { Label = {|PV3017:default!|} }")]
    public async Task No_label(string rect)
    {
        string message = Assert.Single(await ResultStep.FindAsync($"var rect = {rect}; step.Log.Info($\"{{rect}}\");"));
        Assert.Equal("This 'DefectRect' has no label, which makes the call an ERROR 1006 in place of the result. Say what the rectangle shows.", message);
    }

    [Fact]
    public async Task Rectangles_that_may_be_sent_and_those_of_other_use() => Assert.Empty(await ResultStep.FindAsync(
        """
        var empty = new Rect(0, 0, 0, 0);
        var union = default(Rect);
        if (Flag) union = new Rect(1, 1, 1, 1);
        var position = new PositionRect(union, "");
        var other = new DefectRect(new(0, 0, 1, 1), "x", 0);
        var best = new DefectRect(new(Count, Count, Count, Count), Text, Count) with { Score = 1 };
        var named = new CalibrationRect { Box = empty with { Width = 4, Height = 4 }, Label = "x" };
        return ExecuteResult.Ng($"{empty} {named}", [position], [other, best]);
        """));
}

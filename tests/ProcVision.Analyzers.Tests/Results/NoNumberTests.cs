namespace ProcVision.Analyzers.Results;

/// <summary>PV3015: NaN and infinities.</summary>
public sealed class NoNumberTests
{
    private const string Types = "public sealed record Size(double Width, double Height) { public double[] All { get; init; } = []; }";

    [Theory]
    [InlineData("\"size\", {|PV3015:double.NaN|}, Json<double>()", "NaN")]
    [InlineData("\"size\", {|PV3015:float.PositiveInfinity|}, Json<float>()", "Infinity")]
    [InlineData("\"size\", new Size(1, {|PV3015:double.NaN|}), Json<Size>()", "NaN")]
    [InlineData("\"size\", new Size(1, Flag ? 2 : {|PV3015:-1.0 / 0|}), Json<Size>()", "-Infinity")]
    [InlineData("\"size\", new Size(1, 2) { All = [1, {|PV3015:double.NaN|}] }, Json<Size>()", "NaN")]
    public async Task In_a_record(string arguments, string number)
    {
        string message = Assert.Single(await ResultStep.FindReturnAsync($"ExecuteResult.Ok().With({arguments})", types: Types));
        Assert.Equal(
            $"{number} has no form in JSON, so 'With' throws an ArgumentException and the call is answered with 9999. Leave the value out, or give a number that says the same.", message);
    }

    [Fact]
    public async Task In_diagnostics()
    {
        var messages = await ResultStep.FindAsync(
            """
            double none = double.NaN;
            double gap = Count > 0 ? 1.5 : double.NaN;
            step.Diagnostics.Publish("gap", {|PV3015:none|});
            step.Diagnostics.Publish("gap", {|PV3015:gap|});
            step.Diagnostics.Publish("gap", Count > 0 ? 1.5 : {|PV3015:double.NaN|});
            """);
        Assert.Equal("NaN has no form in JSON, so it is sent as a text, where readers expect a number. Leave the value out, or give a number that says the same.", messages[0]);
    }

    [Fact]
    public async Task Numbers_and_comparisons_are_fine() => Assert.Empty(await ResultStep.FindAsync(
        """
        double best = double.NegativeInfinity;
        if (Flag) best = 3;
        step.Diagnostics.Publish("best", best);
        step.Diagnostics.Publish("max", double.MaxValue);
        step.Diagnostics.Publish("none", "NaN");
        step.Diagnostics.Publish("is_nan", best is double.NaN);
        if (Count > 1) return ExecuteResult.Ok().With("size", new Size(best, 0) { All = [.. new double[3]] }, Json<Size>());
        """,
        types: Types));

    [Theory]
    [InlineData("if (double.IsNaN(gap)) return ExecuteResult.Ng(\"没有间隙\"); step.Diagnostics.Publish(\"gap\", gap);")]
    [InlineData("if (double.IsFinite(gap)) step.Diagnostics.Publish(\"gap\", gap);")]
    [InlineData("if (gap is not double.NaN) step.Diagnostics.Publish(\"gap\", gap);")]
    [InlineData("if (gap >= 0) step.Diagnostics.Publish(\"gap\", gap);")]
    public async Task A_value_that_the_author_has_asked_about_is_fine(string use) =>
        Assert.Empty(await ResultStep.FindAsync("double gap = Count switch { 0 => double.NaN, _ => 1.5 };\n" + use));
}

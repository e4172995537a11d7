namespace ProcVision.Cli.Tests;

public sealed class BenchTests
{
    [Fact]
    public async Task It_measures_start_first_detection_hand_over_every_call_and_memory()
    {
        using var folder = new PublishedStandIn();
        var run = await BenchAsync(folder, "--count", "10", "--starts", "2");
        Assert.Equal(0, run.ExitCode);
        var figures = run.Json.GetProperty("figures");
        Assert.Equal(
            ["start_p50_ms", "first_detection_p50_ms", "hand_over_p50_ms", "step_1_pre_execute_p50_ms", "step_1_pre_execute_p99_ms", "step_1_execute_p50_ms", "step_1_execute_p99_ms",
                "step_2_pre_execute_p50_ms", "step_2_pre_execute_p99_ms", "step_2_execute_p50_ms", "step_2_execute_p99_ms", "memory_idle_bytes", "memory_busy_bytes"],
            figures.EnumerateObject().Select(static figure => figure.Name));
        Assert.All(figures.EnumerateObject(), static figure => Assert.True(figure.Value.GetDouble() > 0, figure.Name));
        // Two processes, one detection of the first; twenty to warm up and ten that count of the second; two steps with two calls.
        Assert.Equal(2, folder.Recorded.Count(static entry => entry.TryGetProperty("environment", out _)));
        Assert.Equal(31 * 2 * 2, folder.Calls.Count);
        folder.AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_baseline_that_is_passed_by_more_than_the_tolerance_is_exit_code_1_with_the_names()
    {
        using var folder = new PublishedStandIn();
        string baseline = folder.InFolder("bench.json");
        Assert.Equal(0, (await BenchAsync(folder, "--count", "10", "--starts", "1", "--save", baseline)).ExitCode);
        Assert.Equal(0, (await BenchAsync(folder, "--count", "10", "--starts", "1", "--baseline", baseline, "--tolerance", "100")).ExitCode);

        await File.WriteAllTextAsync(baseline, """{"figures":{"memory_idle_bytes":1000,"start_p50_ms":1e9,"gone_ms":1}}""", TestContext.Current.CancellationToken);
        var run = await BenchAsync(folder, "--count", "10", "--starts", "1", "--baseline", baseline);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("memory_idle_bytes [PVT10]", run.Error, StringComparison.Ordinal);
        Assert.Contains("gone_ms", run.Error, StringComparison.Ordinal);
        Assert.Equal(["memory_idle_bytes"], run.Json.GetProperty("regressions").EnumerateArray().Select(static name => name.GetString()));
    }

    [Theory]
    [InlineData("start_p50_ms", 10, 10, 0.25, false)]
    [InlineData("start_p50_ms", 13, 10, 0.25, true)]
    [InlineData("start_p50_ms", 12.4, 10, 0.25, false)]
    [InlineData("start_p50_ms", 0.15, 0.01, 0.25, false)]
    [InlineData("step_1_execute_p99_ms", 30, 10, 0.25, false)]
    [InlineData("memory_busy_bytes", 3000000, 1000000, 0.25, true)]
    [InlineData("memory_busy_bytes", 900000, 100000, 0.25, false)]
    public void A_regression_is_more_than_the_tolerance_and_more_than_noise(string name, double value, double before, double tolerance, bool expected) =>
        Assert.Equal(expected, new BenchFigure(name, value, before).IsRegression(tolerance));

    [Fact]
    public async Task An_ERROR_is_not_measured()
    {
        using var folder = new PublishedStandIn("error");
        var run = await BenchAsync(folder, "--count", "10");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("1003", run.Json.GetProperty("error").GetProperty("error_code").GetString());
    }

    [Theory]
    [InlineData("基线文件不存在", "--baseline", "no.json")]
    [InlineData("--save 应为 .json 文件", "--save", "picture.png")]
    [InlineData("--save 的目录不存在", "--save", "no/such/bench.json")]
    [InlineData("--count 必须是整数 (10 到", "--count", "3")]
    [InlineData("--tolerance 必须是", "--tolerance", "much")]
    public async Task Bad_input_is_told_before_anything_is_started(string said, params string[] arguments)
    {
        using var folder = new PublishedStandIn();
        var run = await BenchAsync(folder, arguments);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.Empty(folder.Recorded);
    }

    private static Task<ToolRun> BenchAsync(PublishedStandIn folder, params string[] more) =>
        ToolRun.OfAsync(["bench", folder.Folder, "--image", folder.Picture, "--json", .. more]);
}

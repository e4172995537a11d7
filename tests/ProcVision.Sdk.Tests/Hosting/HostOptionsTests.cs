using ProcVision.Hosting;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>Arguments and environment (conformance 309–316).</summary>
public class HostOptionsTests
{
    [Theory, Conformance(309)]
    [InlineData("m:Flag", "m:Env", "m:Flag")]
    [InlineData(null, "m:Env", "m:Env")]
    [InlineData("", "m:Env", null)]
    [InlineData(null, null, null)]
    public void The_entry_flag_wins_over_the_environment(string? flag, string? variable, string? expected)
    {
        var options = Parse(flag is null ? [] : ["--entry", flag], ("PROC_ENTRY_POINT", variable));

        Assert.Equal(expected, options.Entry);
        Assert.Empty(options.Warnings);
    }

    [Theory, Conformance(311)]
    [InlineData("debug", LogLevel.Debug)]
    [InlineData("WARNING", LogLevel.Warn)]
    [InlineData("error", LogLevel.Error)]
    public void A_level_is_read_in_any_case_from_flag_and_environment(string text, LogLevel level)
    {
        Assert.Equal(level, Parse(["--log-level=" + text]).Level);
        Assert.Equal(level, Parse([], ("PROC_LOG_LEVEL", text)).Level);
    }

    [Fact, Conformance(311, 511)]
    public void Everything_the_platform_may_pass_is_understood()
    {
        var options = Parse(
            ["-m", "procvision_algorithm_sdk.adapter", "--entry", "a.b:C", "--log-level", "info", "--heartbeat-interval-ms", "5000", "--heartbeat-grace-ms", "2000"]);

        Assert.Equal("a.b:C", options.Entry);
        Assert.Empty(options.Warnings);
    }

    [Fact, Conformance(312, "C42")]
    public void What_is_not_understood_is_named_and_the_rest_still_counts()
    {
        var options = Parse(["serve", "--color-space-default", "RGB", "--log-level", "loud", "--entry"]);

        Assert.Equal(5, options.Warnings.Count);
        Assert.Contains("'serve'", options.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("'loud'", options.Warnings[3], StringComparison.Ordinal);
        Assert.Contains("'--entry' without a value", options.Warnings[4], StringComparison.Ordinal);
        Assert.Equal(LogLevel.Info, options.Level);
    }

    private static HostOptions Parse(string[] args, params (string Name, string? Value)[] environment) =>
        HostOptions.Parse(args, name => environment.FirstOrDefault(variable => variable.Name == name).Value);
}

using System.Text;

namespace ProcVision.Runner.Tests.Configuration;

/// <summary><c>runner_config.json</c> (conformance 483–496).</summary>
public sealed class RunnerConfigurationTests
{
    /// <summary>The file of today's documents.</summary>
    private const string Example = """
        {"pre_execute_timeout_ms": 3000, "execute_timeout_ms": 5000, "heartbeat_interval_ms": 5000, "heartbeat_grace_ms": 2000, "max_retries": 2,
         "log_level": "info", "save_debug_fields": ["latency_ms", "model_version"], "shared_memory_backend": "native", "image_encoding": "jpeg",
         "max_defects": 20, "allow_local_import": true, "local_store_path": "<runner_root>/algorithms/local"}
        """;

    [Fact]
    public void The_example_of_todays_documents_is_the_preset_of_that_name()
    {
        var options = Read(Example);
        Assert.Equal(RunnerTimings.ConfigExample, options.Timings);
        Assert.Equal(2, options.Supervision.MaxRetries);
    }

    [Fact]
    public void What_a_file_does_not_name_is_that_of_its_preset()
    {
        var options = Read("""{"preset": "platform", "restart_backoff_ms": [0, 250], "breaker_pause_ms": 10000, "kill_grace_ms": 0}""");
        Assert.Equal(TimeSpan.FromSeconds(100), options.Timings.Execute);
        Assert.Equal(TimeSpan.Zero, options.Timings.TerminateGrace);
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMilliseconds(250)], options.Supervision.Backoff);
        Assert.Equal(TimeSpan.FromSeconds(10), options.Supervision.BreakerPause);
        Assert.Equal(0, options.Supervision.MaxRetries);
    }

    [Fact]
    public void The_presets_have_no_problems_and_an_empty_file_is_the_specification()
    {
        Assert.Empty(RunnerOptions.Spec.Problems());
        Assert.Empty(RunnerOptions.ConfigExample.Problems());
        Assert.Empty(RunnerOptions.Platform.Problems());
        Assert.Equal(RunnerOptions.Spec, Read("\uFEFF{}"));
    }

    [Theory]
    [InlineData("""{"execute_timeout_ms": 0}""", "execute_timeout_ms 的值 0 超出范围；应为整数，1 到 86400000 毫秒")]
    [InlineData("""{"execute_timeout_ms": "5000"}""", "execute_timeout_ms 的值 \"5000\" 无效；应为整数，1 到 86400000 毫秒")]
    [InlineData("""{"execute_timeout_ms": 1.5}""", "execute_timeout_ms 的值 1.5 无效；应为整数，1 到 86400000 毫秒")]
    [InlineData("""{"execute_timeout_ms": null}""", "execute_timeout_ms 的值 null 无效；应为整数，1 到 86400000 毫秒")]
    [InlineData("""{"max_retries": -1}""", "max_retries 的值 -1 超出范围；应为整数，0 到 1000000")]
    [InlineData("""{"max_retries": 99999999999}""", "max_retries 的值 99999999999 超出范围；应为整数，0 到 1000000")]
    [InlineData("""{"breaker_crashes": 0}""", "breaker_crashes 的值 0 超出范围；应为整数，1 到 1000000")]
    [InlineData("""{"restart_backoff_ms": []}""", "restart_backoff_ms 不能为空；应为整数列表，每个 0 到 86400000 毫秒")]
    [InlineData("""{"restart_backoff_ms": [0, "1"]}""", "restart_backoff_ms 的值 [0, \"1\"] 无效；应为整数列表，每个 0 到 86400000 毫秒")]
    [InlineData("""{"heartbeat_grace_ms": 6000}""", "heartbeat_grace_ms 6000 不能大于 heartbeat_interval_ms 5000：下一次心跳会在上一次有结果之前发出")]
    [InlineData("""{"max_retrys": 1}""", "未知的键 max_retrys；是否想写 max_retries?")]
    [InlineData("""{"max_retries": 1, "max_retries": 2}""", "max_retries 出现了不止一次；请只保留一个")]
    [InlineData("""{"preset": "fast"}""", "preset 的值 \"fast\" 无效；可用: spec, config-example, platform")]
    [InlineData("[]", "应为 JSON 对象")]
    [InlineData("{\n  \"max_retries\": ,\n}", "不是有效的 JSON: 第 2 行第 18 字节附近")]
    [InlineData("", "不是有效的 JSON: 第 1 行第 1 字节附近")]
    public void A_mistake_is_told_with_its_key_its_value_and_what_is_allowed(string file, string problem) =>
        Assert.Equal([problem], Assert.Throws<RunnerConfigurationException>(() => Read(file)).Problems);

    [Fact]
    public void All_mistakes_are_told_at_once_with_the_file()
    {
        var refusal = Assert.Throws<RunnerConfigurationException>(() => Read("""{"preset": 1, "max_retries": "2", "colour": "red"}"""));
        Assert.Equal(3, refusal.Problems.Count);
        Assert.StartsWith("runner_config.json: preset", refusal.Message, StringComparison.Ordinal);
    }

    private static RunnerOptions Read(string file) => RunnerConfigurationFile.Parse("runner_config.json", Encoding.UTF8.GetBytes(file));
}

using System.Text.Json;
using ProcVision.Manifests;

namespace ProcVision.Runner.Tests;

public sealed class ParameterAssignmentTests
{
    private const string Manifest = """
        {
          "name": "a", "version": "1.0.0", "entry_point": "a:B", "supported_pids": ["p001"],
          "steps": [
            { "index": 1, "name": "定位", "params": [
              { "key": "roi", "type": "rect", "required": true },
              { "key": "exposure", "type": "float", "default": 12.5, "min": 8, "max": 16, "unit": "ms" },
              { "key": "gain", "type": "int", "required": true, "default": 3 } ] },
            { "index": 2, "name": "检测", "params": [
              { "key": "threshold", "type": "float", "default": 0.7, "min": 0.5, "max": 0.9 },
              { "key": "count", "type": "int", "min": 1, "max": 50, "clamp": true },
              { "key": "mode", "type": "enum", "choices": ["fast", "accurate"], "default": "fast" },
              { "key": "strict", "type": "bool" },
              { "key": "batch", "type": "string", "required": true, "pattern": "^B[0-9]+$", "max_length": 6 } ] }
          ]
        }
        """;

    [Fact]
    public void Each_step_takes_its_own_and_what_is_assumed_is_said()
    {
        var made = Make("""{"batch":"B12","exposure":9.5,"threshold":0.6,"mode":"accurate","strict":true,"count":4}""");
        Assert.Empty(made.Problems);
        Assert.Equal("""{"x":0,"y":0,"width":800,"height":600}""", made.Steps[0].Parameters["roi"].GetRawText());
        Assert.Equal("3", made.Steps[0].Parameters["gain"].GetRawText());
        Assert.Equal(["exposure", "gain", "roi"], made.Steps[0].Parameters.Keys.Order());
        Assert.Equal(["batch", "count", "mode", "strict", "threshold"], made.Steps[1].Parameters.Keys.Order());
        Assert.Equal(2, made.Notes.Count);
        Assert.Contains(made.Notes, static note => note.Contains("roi", StringComparison.Ordinal) && note.Contains("0,0,800,600", StringComparison.Ordinal));
    }

    [Fact]
    [Conformance(130)]
    public void A_required_parameter_that_is_not_given_is_named_unless_its_step_is_not_run()
    {
        Assert.Contains("batch", Assert.Single(Make("{}").Problems), StringComparison.Ordinal);
        Assert.Contains("batch", Assert.Single(Make("""{"batch":null}""").Problems), StringComparison.Ordinal);
        Assert.Empty(Make("{}", step: 1).Problems);
    }

    [Theory]
    [InlineData("""{"exposure":20}""", "exposure")]
    [InlineData("""{"exposure":"12"}""", "exposure")]
    [InlineData("""{"gain":1.5}""", "gain")]
    [InlineData("""{"roi":"1,2,3"}""", "roi")]
    [InlineData("""{"mode":"quick"}""", "mode")]
    [InlineData("""{"strict":1}""", "strict")]
    [InlineData("""{"batch":"C1"}""", "batch")]
    [InlineData("""{"batch":"B123456"}""", "batch")]
    [Conformance(127, 129)]
    public void A_value_that_does_not_fit_is_refused_before_any_call(string json, string key)
    {
        var given = JsonElement.Parse(json);
        string all = given.TryGetProperty("batch", out _) ? json : json[..^1] + ""","batch":"B1"}""";
        Assert.Contains(key, Assert.Single(Make(all).Problems), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance("C12")]
    public void A_value_that_will_be_clipped_is_passed_on() =>
        Assert.Empty(Make("""{"batch":"B1","count":500}""").Problems);

    [Theory]
    [InlineData("treshold", "是否想写 'threshold'?")]
    [InlineData("Mode", "是否想写 'mode'?")]
    [InlineData("exposrue", "是否想写 'exposure'?")]
    [InlineData("zzz", "可用的参数: roi, exposure")]
    public void An_unknown_key_is_refused_with_what_was_probably_meant(string key, string cure)
    {
        string problem = Assert.Single(Make($$"""{"batch":"B1","{{key}}":1}""").Problems);
        Assert.Contains($"'{key}'", problem, StringComparison.Ordinal);
        Assert.Contains(cure, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_a_step_that_is_not_run_is_no_mistake() => Assert.Empty(Make("""{"threshold":0.6}""", step: 1).Problems);

    [Fact]
    [Conformance(106)]
    public void Without_steps_in_the_manifest_everything_is_passed_on()
    {
        var run = ManifestReader.Read(Manifest).Model!.Steps;
        var made = ParameterAssignment.Make([], [run[0]], JsonElement.Parse("""{"any":[1]}"""), 800, 600);
        Assert.Empty(made.Problems);
        Assert.Equal("[1]", Assert.Single(made.Steps).Parameters["any"].GetRawText());
    }

    private static ParameterAssignment Make(string given, int? step = null)
    {
        var steps = ManifestReader.Read(Manifest).Model!.Steps;
        return ParameterAssignment.Make(steps, [.. steps.Where(s => step is null || s.Index == step)], JsonElement.Parse(given), 800, 600);
    }
}

using System.Text.Json;
using ProcVision.Manifests;

namespace ProcVision.Runner.Tests;

public sealed class AlgorithmInfoTests
{
    [Fact]
    public void All_six_kinds_of_parameters_are_read_whatever_the_name_and_version_look_like()
    {
        // Conformance 118 to 125: the rules for a manifest's name are none for the name of a Python class.
        var info = Parse("""
            [{ "index": 1, "name": "检测", "params": [
              { "key": "count", "type": "int", "min": 1, "max": 50, "required": true },
              { "key": "threshold", "type": "float", "default": 0.7, "min": 0.5, "max": 0.9 },
              { "key": "roi", "type": "rect", "format": "x,y,width,height", "default": "0,0,10,10" },
              { "key": "mode", "type": "enum", "choices": ["fast", "accurate"], "default": "fast" },
              { "key": "strict", "type": "bool", "default": false },
              { "key": "batch", "type": "string", "min_length": 1, "max_length": 6, "pattern": "^B[0-9]+$" } ] }]
            """);
        Assert.Empty(info.Problems);
        Assert.Equal("螺丝 Check!", info.Name);
        Assert.Equal(["count", "threshold", "roi", "mode", "strict", "batch"], Assert.Single(info.Schema).Params.Select(static param => param.Key));
        Assert.Contains("count", Assert.Single(ProblemsOf(info, "{}")), StringComparison.Ordinal);
        Assert.Contains("mode", Assert.Single(ProblemsOf(info, """{"count":1,"mode":"slow"}""")), StringComparison.Ordinal);
        Assert.Contains("thresholt", Assert.Single(ProblemsOf(info, """{"count":1,"thresholt":0.6}""")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_native_algorithm_makes_of_its_manifest_is_read_back_as_the_same()
    {
        var manifest = ManifestReader.Read("""
            { "name": "a", "version": "1.0.0", "entry_point": "a:B", "supported_pids": ["p002", "p001"], "steps": [
              { "index": 1, "id": "locate", "name": "定位", "description": "定位料盘", "operation_guide": "放好料盘", "params": [
                { "key": "roi", "type": "rect", "required": true, "default": "1,2,3,4" },
                { "key": "count", "type": "int", "min": 1, "max": 50, "clamp": true, "unit": "个", "description": "零件数" } ] },
              { "index": 2, "name": "检测", "operation_guide": "等待" , "params": [] } ] }
            """).Model!;
        var info = AlgorithmInfo.Parse(JsonElement.Parse(InfoJson.Write(manifest)))!;
        Assert.Equal(("a", "1.0.0"), (info.Name, info.Version));
        Assert.Equal(manifest.Pids, info.Pids);
        Assert.Equal(manifest.Steps, info.Schema);
    }

    [Fact]
    public void Both_sets_of_names_for_a_step_are_read_and_the_documented_one_comes_first()
    {
        // Conformance 519.
        var info = Parse("""
            [{ "index": 1, "name": "a", "step_number": 7, "step_name": "x" }, { "step_number": 2, "step_name": "b", "index": null }, { "index": 3, "name": " " }]
            """);
        Assert.Equal([(1, "a"), (2, "b"), (3, "步骤 3")], info.Steps.Select(static step => (step.Index, step.Name)));
    }

    [Fact]
    public void A_single_step_zero_is_step_one()
    {
        // Conformance 300, C2.
        Assert.Equal(1, Assert.Single(Parse("""[{ "index": 0, "name": "a", "params": [] }]""").Schema).Index);
    }

    [Theory]
    [InlineData("""[{ "index": 1, "name": "a", "params": [{ "key": "list", "type": "array" }] }]""")]
    [InlineData("""[{ "index": 1, "name": "a", "params": [{ "key": "batch", "type": "string", "pattern": "(?P<n>" }] }]""")]
    [InlineData("""[{ "index": 1, "name": "a", "params": ["threshold"] }]""")]
    [InlineData("""[{ "index": 0, "name": "a", "params": [] }, { "index": 1, "name": "b", "params": [] }]""")]
    [InlineData("""[{ "name": "a", "params": [] }]""")]
    [InlineData("""["a"]""")]
    [InlineData("7")]
    public void What_cannot_be_read_is_said_and_no_parameter_is_refused_because_of_it(string steps)
    {
        var info = Parse(steps);
        Assert.NotEmpty(info.Problems);
        Assert.Empty(info.Schema);
        Assert.Equal(["p001"], info.Pids);
    }

    [Theory]
    [InlineData("""[{ "index": 1, "name": "a" }]""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void An_algorithm_that_does_not_describe_its_parameters_has_none_refused(string steps)
    {
        var info = Parse(steps);
        Assert.Empty(info.Problems);
        Assert.Empty(info.Schema);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"info\"")]
    public void What_is_no_object_is_no_info(string info) => Assert.Null(AlgorithmInfo.Parse(JsonElement.Parse(info)));

    [Fact]
    public void An_empty_info_is_one_without_anything()
    {
        var info = AlgorithmInfo.Parse(JsonElement.Parse("""{"name":7,"supported_pids":["p001",2]}"""))!;
        Assert.Equal(("", "", 1), (info.Name, info.Version, info.Pids.Count));
        Assert.Empty(info.Steps);
        Assert.Empty(info.Problems);
    }

    private static AlgorithmInfo Parse(string steps) =>
        AlgorithmInfo.Parse(JsonElement.Parse($$"""{"name":"螺丝 Check!","version":"v2 beta","supported_pids":["p001"],"steps":{{steps}}}"""))!;

    private static IReadOnlyList<string> ProblemsOf(AlgorithmInfo info, string given) =>
        ParameterAssignment.Make(info.Schema, info.Schema, JsonElement.Parse(given), 640, 480).Problems;
}

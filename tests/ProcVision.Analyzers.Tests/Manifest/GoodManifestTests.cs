namespace ProcVision.Analyzers.Manifest;

/// <summary>What no rule complains about.</summary>
public sealed class GoodManifestTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("int", """ "default": 3, "min": 3, "max": 3, "unit": "px", "clamp": true""")]
    [InlineData("int", """ "required": true, "default": -9223372036854775808""")]
    [InlineData("float", """ "default": 12.5, "min": 8, "max": 16, "unit": "ms", "description": "曝光" """)]
    [InlineData("float", """ "default": 1e-3, "min": 0, "max": 1""")]
    [InlineData("float", """ "default": null, "min": null, "max": 1e3, "unit": "lux", "description": null""")]
    [InlineData("rect", """ "required": true, "format": "x,y,width,height" """)]
    [InlineData("rect", """ "default": "0, 0, 640, 480" """)]
    [InlineData("rect", """ "default": {"x": 0, "y": 0, "width": 1, "height": 1}""")]
    [InlineData("enum", """ "choices": ["fast", "准确"], "default": "准确" """)]
    [InlineData("bool", """ "default": false""")]
    [InlineData("string", """ "default": "中文字", "min_length": 3, "max_length": 3, "pattern": "^.{3}$" """)]
    [InlineData("string", """ "default": "", "min": null""")]
    [InlineData("string", "")]
    public Task A_good_parameter(string type, string fields) => ExpectNothing(ManifestText.WithParam(type, fields));

    [Theory]
    [InlineData("name", "\"a_b-2\"")]
    [InlineData("version", "\"10.0.123\"")]
    [InlineData("entry_point", "\"中文.main:检测_1\"")]
    [InlineData("entry_point", "\"a:b:C\"")]
    [InlineData("supported_pids", "[\"A01\", \"12:3\", \"型号 一\"]")]
    public Task A_good_field(string field, string value) => ExpectNothing(field switch
    {
        "name" => ManifestText.Of(name: value),
        "version" => ManifestText.Of(version: value),
        "entry_point" => ManifestText.Of(entryPoint: value),
        _ => ManifestText.Of(pids: value),
    });

    [Theory]
    [InlineData(""" "steps": []""")]
    [InlineData(""" "steps": null, "required_assets": {}, "default_config": {}""")]
    [InlineData(""" "steps": [{"index": 1, "name": "b"}, {"index": 2, "name": "a", "id": "class", "operation_guide": "放好"}]""")]
    [InlineData(""" "required_assets": {"p002": {"config": "assets/p002.json", "model": "m..x/model.onnx"}}, "default_config": {"config": "assets/默认.json", "model": "m.onnx"}""")]
    [InlineData(""" "python_version": "3.10", "author": {"name": "x", "tags": [1, {"name": "y"}]}""")]
    public Task Good_optional_fields_and_fields_of_others(string more) => ExpectNothing(ManifestText.Of(more: more));

    [Fact]
    [Conformance(113)]
    public Task A_byte_order_mark() => ExpectNothing("\uFEFF" + ManifestText.Of());

    [Fact]
    public Task A_file_without_the_item_metadata_is_no_manifest() =>
        new ManifestTest<ManifestAnalyzer>().Add("no manifest", "manifest.json", mark: "").RunAsync(Cancellation);

    [Fact]
    public Task The_name_of_a_manifest_does_not_matter() =>
        new ManifestTest<ManifestAnalyzer>()
            .Add("{|#0:1|}", "inspect.txt")
            .Expect("PV0004", "The field 'manifest.json' must be an object, but this is a number. Write it as { \"name\": … }.")
            .RunAsync(Cancellation);

    /// <summary>After a syntax error, fields that the reader may just have lost are not called missing.</summary>
    [Fact]
    public Task A_syntax_error_is_the_only_finding() =>
        new ManifestTest<ManifestAnalyzer>()
            .Add("""{"name": "demo"} {|#0:,|} "version": "1.0.0" """)
            .Expect("PV0002", "The manifest is not valid JSON: there is more text after the end of the document. Remove it, or put it inside the brackets.")
            .RunAsync(Cancellation);

    [Fact]
    public Task A_global_configuration_sets_the_severity()
    {
        var test = new ManifestTest<ManifestAnalyzer>().Add(ManifestText.Of(name: "\"My Algorithm\""));
        test.TestState.AnalyzerConfigFiles.Add(("/project/quiet.globalconfig", "is_global = true\ndotnet_diagnostic.PV0010.severity = none\n"));
        return test.RunAsync(Cancellation);
    }

    private static Task ExpectNothing(string manifest) => new ManifestTest<ManifestAnalyzer>().Add(manifest).RunAsync(Cancellation);
}

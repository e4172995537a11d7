namespace ProcVision.Analyzers.Manifest;

/// <summary>What can be built, but is probably not meant: keys, products, steps and assets.</summary>
public sealed class ManifestAdviceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("defaultConfig", "Write it as 'default_config' if that is meant")]
    [InlineData("required_asset", "Write it as 'required_assets' if that is meant")]
    [InlineData("assets", "Write it as 'required_assets' if that is meant")]
    [InlineData("stesp", "Write it as 'steps' if that is meant")]
    [InlineData("timeout", "Remove it, or write it as 'x_timeout' if another program reads it")]
    [Conformance(98, 107)]
    public Task PV0006_an_unknown_key_of_the_manifest(string key, string cure) =>
        Expect(ManifestText.Of(more: $"{{|#0:\"{key}\"|}}: null"), "PV0006", $"Nobody reads the key '{key}' in the manifest. {cure}.");

    [Theory]
    [InlineData("desc", "Write it as 'description' if that is meant")]
    [InlineData("operationGuide", "Write it as 'operation_guide' if that is meant")]
    [InlineData("parameters", "Write it as 'params' if that is meant")]
    [InlineData("timeout_ms", "Remove it, or write it as 'x_timeout_ms' if another program reads it")]
    public Task PV0006_an_unknown_key_of_a_step(string key, string cure) =>
        Expect(ManifestText.WithSteps($"{{\"index\": 1, \"name\": \"定位\", {{|#0:\"{key}\"|}}: \"x\"}}"), "PV0006", $"Nobody reads the key '{key}' in step 1. {cure}.");

    [Theory]
    [InlineData("maximum", "Write it as 'max' if that is meant")]
    [InlineData("defualt", "Write it as 'default' if that is meant")]
    [InlineData("minLength", "Write it as 'min_length' if that is meant")]
    [InlineData("options", "Write it as 'choices' if that is meant")]
    [InlineData("regex", "Write it as 'pattern' if that is meant")]
    [InlineData("Min", "Write it as 'min' if that is meant")]
    [InlineData("step", "Remove it, or write it as 'x_step' if another program reads it")]
    [Conformance(119)]
    public Task PV0006_an_unknown_key_of_a_parameter(string key, string cure) =>
        Expect(ManifestText.WithParam("int", $"{{|#0:\"{key}\"|}}: 1"), "PV0006", $"Nobody reads the key '{key}' in the parameter 'p'. {cure}.");

    [Theory]
    [InlineData(""" "x_ui": 1, "x-line": {"anything": 1}, "$schema": "manifest.schema.json", "_note": "", "//": "a comment", "comment": "" """)]
    [InlineData(""" "python_version": "3.10", "author": "x", "license": "MIT", "keywords": ["tray"]""")]
    [InlineData(""" "steps": [{"index": 1, "name": "a", "x_ui": {}, "params": [{"key": "p", "type": "rect", "format": "x,y,width,height", "x_row": 2}]}]""")]
    [InlineData(""" "default_config": {"anything": "assets/a.json"}, "required_assets": {"p001": {"whatever": "b.json"}, "p002": {"whatever": "c.json"}}""")]
    public Task PV0006_is_silent_on_keys_of_others_and_names_of_the_author(string more) => ExpectNothing(ManifestText.Of(more: more));

    [Fact]
    public Task PV0006_is_silent_when_the_text_is_broken_anyway() =>
        Expect("""{"name": "demo", "nmae" {|#0:"x"|}}""", "PV0002", "The manifest is not valid JSON: ':' is missing between a name and its value. Write \"name\": value.");

    [Theory]
    [InlineData("""{|#0:{|}"name": "demo", "version": "1.0.0", "entry_point": "m:Demo", "supported_pids": ["p001"]}""")]
    [InlineData("""{|#0:{|}"description": null, "name": "demo", "version": "1.0.0", "entry_point": "m:Demo", "supported_pids": ["p001"]}""")]
    [InlineData("""{"description": {|#0:" "|}, "name": "demo", "version": "1.0.0", "entry_point": "m:Demo", "supported_pids": ["p001"]}""")]
    [Conformance(107)]
    public Task PV0015_no_description(string manifest) =>
        Expect(
            manifest,
            "PV0015",
            "The manifest has no description, so a list of algorithms shows no more than its name. Add \"description\" with a sentence about what is inspected.");

    [Theory]
    [InlineData("PID_TO_FILL")]
    [InlineData("pid_to_fill")]
    [Conformance(117)]
    public Task PV0024_the_placeholder_of_a_new_project(string pid) =>
        Expect(
            ManifestText.Of(pids: $"[\"p001\", {{|#0:\"{pid}\"|}}]"),
            "PV0024",
            $"The product id '{pid}' is the placeholder of a new project, and no product has it. Write the id of a product that this algorithm inspects.");

    [Fact]
    [Conformance(102)]
    public Task PV0025_more_pids_than_advised() =>
        Expect(
            ManifestText.Of(pids: $"[{Pids(20)}, {{|#0:\"q1\"|}}, \"q2\"]"),
            "PV0025",
            "The list supported_pids has 22 product ids, and the platform advises at most 20. Split the algorithm into several manifests.");

    [Fact]
    [Conformance(102)]
    public Task PV0025_is_silent_up_to_twenty() => ExpectNothing(ManifestText.Of(pids: $"[{Pids(20)}]"));

    [Theory]
    [InlineData("p001", "P001")]
    [InlineData("éclair", "ÉCLAIR")]
    public Task PV0026_pids_that_differ_only_by_case(string one, string other) =>
        Expect(
            ManifestText.Of(pids: $"[\"{one}\", {{|#0:\"{other}\"|}}]"),
            "PV0026",
            $"The product id '{other}' differs from '{one}' only by the case of its letters, and on Windows both have one and the same file. Rename or remove one of the two.");

    [Theory]
    [InlineData("A/1", "A/1", "'/'")]
    [InlineData("A\\\\1", "A\\1", "'\\'")]
    [InlineData("A*", "A*", "'*'")]
    [InlineData("A?1", "A?1", "'?'")]
    [InlineData("A1.", "A1.", "a '.' at its end")]
    public Task PV0027_a_pid_that_cannot_be_a_file(string written, string pid, string fault) =>
        Expect(
            ManifestText.Of(pids: $"[{{|#0:\"{written}\"|}}]"),
            "PV0027",
            $"The product id '{pid}' holds {fault}, and the platform keeps a file of that name for every product. Write it with letters, digits, '_', '-' and ':' only.");

    [Theory]
    [InlineData("\"12:3\", \"12:4\"")]
    [InlineData("\"型号 一\", \"型号 二\"")]
    [InlineData("\"A-1_b.c\", \"A01\"")]
    [Conformance(115, 116)]
    public Task PV0026_and_PV0027_are_silent_on_the_pids_of_the_platform(string pids) => ExpectNothing(ManifestText.Of(pids: $"[{pids}]"));

    [Theory]
    [InlineData("""{"index": 2, "name": "b"}, {"index": {|#0:1|}, "name": "a"}""", 1, 2)]
    [InlineData("""{"index": 1, "name": "a"}, {"index": 3, "name": "c"}, {"index": {|#0:2|}, "name": "b"}""", 2, 3)]
    [InlineData("""{"index": 3, "name": "c"}, {"index": {|#0:2|}, "name": "b"}, {"index": 1, "name": "a"}""", 2, 3)]
    public Task PV0033_steps_out_of_their_order(string steps, int step, int earlier) =>
        Expect(
            ManifestText.WithSteps(steps),
            "PV0033",
            $"The step {step} stands after the step {earlier}, and people read the steps in the order of the file. Sort the steps by their index.");

    [Theory]
    [InlineData("""{"index": {|#0:2|}, "name": "a"}""", "1", "and the first step is 2")]
    [InlineData("""{"index": 1, "name": "a"}, {"index": {|#0:3|}, "name": "b"}, {"index": 5, "name": "c"}""", "2", "which stands between 1 and 3")]
    [InlineData("""{"index": {|#0:10|}, "name": "a"}, {"index": 20, "name": "b"}""", "1", "and the first step is 10")]
    [Conformance("C2")]
    public Task PV0034_a_gap_in_the_numbers(string steps, string missing, string reason) =>
        Expect(ManifestText.WithSteps(steps), "PV0034", $"No step has the index {missing}, {reason}. Number the steps 1, 2, 3 and so on.");

    [Theory]
    [InlineData("检测", "检测")]
    [InlineData("检测 ", "检测")]
    public Task PV0035_two_steps_of_one_name(string written, string name) =>
        Expect(
            ManifestText.WithSteps($"{{\"index\": 1, \"name\": \"检测\"}}, {{\"index\": 2, \"name\": {{|#0:\"{written}\"|}}}}"),
            "PV0035",
            $"The step name '{name}' already belongs to step 1, and people cannot tell the two apart. Give this step another name.");

    [Theory]
    [InlineData("""{"index": 1, "name": "检测"}, {"index": 2, "name": "检测二"}, {"index": 3, "name": "复检"}""")]
    [InlineData("""{"index": 1, "name": "Inspect"}, {"index": 2, "name": "inspect"}""")]
    [InlineData("")]
    public Task Steps_in_order_are_good(string steps) => ExpectNothing(ManifestText.WithSteps(steps));

    [Theory]
    [InlineData("""{"p001": {"config": "a.json"}}""", "{|#0:\"p002\"|}", "p002", "'config'")]
    [InlineData("""{"p001": {"config": "a.json", "model": "m"}, "p002": {"config": "b.json", "model": "m"}, {|#0:"p003"|}: {"config": "c.json"}}""", "\"p002\"", "p003", "'model'")]
    [InlineData("""{"p001": {"config": "a.json", "model": "m"}, {|#0:"p002"|}: {}, "p003": {"config": "c.json", "model": "n"}}""", "\"p002\"", "p002", "'config' or 'model'")]
    [Conformance(103, 104)]
    public Task PV0055_a_product_without_the_file_of_the_others(string assets, string pid, string name, string kinds)
    {
        string pids = assets.Contains("p003", StringComparison.Ordinal) ? $"[\"p001\", {pid}, \"p003\"]" : $"[\"p001\", {pid}]";
        return Expect(
            ManifestText.Of(pids: pids, more: $"\"required_assets\": {assets}"),
            "PV0055",
            $"The product '{name}' has no {kinds} in required_assets, and default_config has none either. Add it to one of the two.");
    }

    [Theory]
    [InlineData(""" "required_assets": {"p001": {"config": "a.json"}}, "default_config": {"config": "d.json"}""")]
    [InlineData(""" "required_assets": {"p001": {"config": "a.json", "template": "t.png"}, "p002": {"config": "b.json"}}""")]
    [InlineData(""" "required_assets": {"p001": {}}""")]
    [InlineData(""" "default_config": {"config": "d.json"}""")]
    public Task PV0055_is_silent_on_what_only_some_products_have(string more) => ExpectNothing(ManifestText.Of(more: more));

    [Fact]
    [Conformance(117)]
    public Task PV0055_asks_no_file_of_a_placeholder_that_PV0024_asks_to_replace() => Expect(
        ManifestText.Of(pids: """["p001", {|#0:"PID_TO_FILL"|}]""", more: """ "required_assets": {"p001": {"config": "a.json"}}"""),
        "PV0024",
        "The product id 'PID_TO_FILL' is the placeholder of a new project, and no product has it. Write the id of a product that this algorithm inspects.");

    private static string Pids(int count) => string.Join(", ", Enumerable.Range(1, count).Select(n => $"\"p{n}\""));

    private static Task Expect(string manifest, string id, string message) =>
        new ManifestTest<ManifestAnalyzer>().Add(manifest).Expect(id, message).RunAsync(Cancellation);

    private static Task ExpectNothing(string manifest) => new ManifestTest<ManifestAnalyzer>().Add(manifest).RunAsync(Cancellation);
}

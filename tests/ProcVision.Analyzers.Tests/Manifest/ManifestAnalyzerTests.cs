using System.Text;

namespace ProcVision.Analyzers.Manifest;

/// <summary>Every rule at its exact place, with its whole message, and nothing beside it.</summary>
public sealed class ManifestAnalyzerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"name": "demo" {|#0:"version"|}: "1.0.0"}""", "',' is missing before this name. Add ','")]
    [InlineData("""{|#0:{|}"name": "demo" """, "the text ends before this bracket is closed. Add '}' where it should end")]
    public Task PV0002_a_manifest_that_is_not_JSON(string manifest, string reason) =>
        Expect(manifest, "PV0002", $"The manifest is not valid JSON: {reason}.");

    [Fact]
    public Task PV0002_an_empty_manifest() =>
        Expect("{|#0:|}", "PV0002", "The manifest is not valid JSON: the text is empty. Write an object, {}.");

    [Theory]
    [InlineData("name", "\"my-algorithm\"")]
    [InlineData("version", "\"1.0.0\"")]
    [InlineData("entry_point", "\"main:MyAlgorithm\"")]
    [InlineData("supported_pids", "[\"p001\"]")]
    [Conformance(96)]
    public Task PV0003_a_required_field_of_the_manifest(string field, string example)
    {
        string[] lines = ManifestText.Of(more: "\"description\": \"d\"").Split('\n');
        string manifest = string.Join('\n', lines.Where(line => !line.Contains($"\"{field}\"", StringComparison.Ordinal)));
        return Expect("{|#0:{|}" + manifest[1..], "PV0003", $"The field '{field}' is missing or empty in the manifest. Add \"{field}\": {example}.");
    }

    [Theory]
    [InlineData("""{|#0:{|}"name": "定位"}""", "index", "the step at position 1", "\"index\": 1")]
    [InlineData("""{|#0:{|}"index": 1}""", "name", "step 1", "\"name\": \"…\"")]
    [InlineData("""{"index": 1, "name": {|#0:" "|}}""", "name", "step 1", "\"name\": \"…\"")]
    [InlineData("""{"index": 1, "name": "定位", "params": [{|#0:{|}"type": "int"}]}""", "key", "the parameter at position 1", "\"key\": \"threshold\"")]
    [InlineData("""{"index": 1, "name": "定位", "params": [{"key": {|#0:""|}, "type": "int"}]}""", "key", "the parameter at position 1", "\"key\": \"threshold\"")]
    [InlineData("""{"index": 1, "name": "定位", "params": [{|#0:{|}"key": "roi"}]}""", "type", "the parameter 'roi'", "\"type\": \"float\"")]
    public Task PV0003_a_required_field_of_a_step_or_parameter(string step, string field, string place, string example) =>
        Expect(ManifestText.WithSteps(step), "PV0003", $"The field '{field}' is missing or empty in {place}. Add {example}.");

    [Theory]
    [InlineData("""{|#0:[|}1]""", "manifest.json", "an object", "an array", "{ \"name\": … }")]
    [InlineData("""{|#0:"x"|}""", "manifest.json", "an object", "a string", "{ \"name\": … }")]
    public Task PV0004_a_document_of_the_wrong_kind(string manifest, string field, string kind, string actual, string example) =>
        Expect(manifest, "PV0004", $"The field '{field}' must be {kind}, but this is {actual}. Write it as {example}.");

    [Theory]
    [InlineData("name", "{|#0:5|}", "a string", "a number", "\"my-algorithm\"")]
    [InlineData("name", "{|#0:null|}", "a string", "null", "\"my-algorithm\"")]
    [InlineData("version", "{|#0:1.0|}", "a string", "a number", "\"1.0.0\"")]
    [InlineData("entry_point", "{|#0:{|}\"module\": \"main\"}", "a string", "an object", "\"main:MyAlgorithm\"")]
    [InlineData("supported_pids", "{|#0:\"p001\"|}", "a list of strings", "a string", "[\"p001\"]")]
    [InlineData("supported_pids", "[\"p002\", {|#0:1|}]", "a list of strings", "a number", "\"p001\"")]
    [InlineData("description", "{|#0:true|}", "a string", "a truth value", "\"…\"")]
    [InlineData("steps", "{|#0:{|}}", "a list of objects", "an object", "[{ \"index\": 1, \"name\": \"…\" }]")]
    [InlineData("steps", "[{|#0:1|}]", "a list of objects", "a number", "{ \"index\": 1, \"name\": \"…\" }")]
    [InlineData("required_assets", "{|#0:[|}]", "an object", "an array", "{ \"p001\": { \"config\": \"assets/p001.json\" } }")]
    [InlineData("default_config", "{|#0:\"a.json\"|}", "an object", "a string", "{ \"config\": \"assets/default.json\" }")]
    public Task PV0004_a_field_of_the_wrong_kind(string field, string value, string kind, string actual, string example)
    {
        string manifest = field switch
        {
            "name" => ManifestText.Of(name: value),
            "version" => ManifestText.Of(version: value),
            "entry_point" => ManifestText.Of(entryPoint: value),
            "supported_pids" => ManifestText.Of(pids: value),
            _ => ManifestText.Of(more: $"\"{field}\": {value}"),
        };
        return Expect(manifest, "PV0004", $"The field '{field}' must be {kind}, but this is {actual}. Write it as {example}.");
    }

    [Theory]
    [InlineData("""{"index": {|#0:"1"|}, "name": "n"}""", "index", "a whole number from 1 on", "a string", "1")]
    [InlineData("""{"index": {|#0:1.5|}, "name": "n"}""", "index", "a whole number from 1 on", "1.5", "1")]
    [InlineData("""{"index": {|#0:3000000000|}, "name": "n"}""", "index", "a whole number from 1 on", "3000000000", "1")]
    [InlineData("""{"index": 1, "name": "n", "id": {|#0:7|}}""", "id", "a string", "a number", "\"locate_tray\"")]
    [InlineData("""{"index": 1, "name": "n", "params": {|#0:{|}}}""", "params", "a list of objects", "an object", "[{ \"key\": \"threshold\", \"type\": \"float\" }]")]
    [InlineData("""{"index": 1, "name": "n", "params": [{|#0:"roi"|}]}""", "params", "a list of objects", "a string", "{ \"key\": \"threshold\", \"type\": \"float\" }")]
    [InlineData("""{"index": 1, "name": "n", "params": [{"key": "k", "type": "int", "required": {|#0:"yes"|}}]}""", "required", "true or false", "a string", "true")]
    [InlineData("""{"index": 1, "name": "n", "params": [{"key": "k", "type": "int", "clamp": {|#0:1|}}]}""", "clamp", "true or false", "a number", "true")]
    public Task PV0004_a_field_of_a_step_or_parameter_of_the_wrong_kind(string step, string field, string kind, string actual, string example) =>
        Expect(ManifestText.WithSteps(step), "PV0004", $"The field '{field}' must be {kind}, but this is {actual}. Write it as {example}.");

    [Theory]
    [InlineData("""{"name": "a", {|#0:"name"|}: "demo", "version": "1.0.0", "description": "d", "entry_point": "m:Demo", "supported_pids": ["p001"]}""", "name")]
    [InlineData("""{"name": "demo", "version": "1.0.0", "description": "d", "entry_point": "m:Demo", "supported_pids": ["p001"], "x_tags": [{"y": 1, {|#0:"\u0079"|}: 2}]}""", "y")]
    public Task PV0005_a_key_twice_also_where_nobody_reads(string manifest, string key) =>
        Expect(manifest, "PV0005", $"The key '{key}' was already given in this object, and only the last one would count. Remove one of the two.");

    [Fact]
    public Task PV0007_a_manifest_in_another_encoding() =>
        new ManifestTest<ManifestAnalyzer>()
            .Add("{|#0:|}" + ManifestText.Of(), encoding: Encoding.Latin1)
            .Expect("PV0007", "The manifest is stored as 'iso-8859-1' and not as UTF-8, so other programs read its Chinese text differently. Save the file as UTF-8.")
            .RunAsync(Cancellation);

    /// <summary>On Linux the compiler reads GBK as UTF-8 with replacement characters.</summary>
    [Fact]
    public Task PV0007_a_manifest_that_could_not_be_decoded() =>
        Expect(
            ManifestText.Of(more: "\"description\": \"{|#0:\uFFFD|}\uFFFD\""),
            "PV0007",
            "The manifest is stored in an encoding that could not be read and not as UTF-8, so other programs read its Chinese text differently. Save the file as UTF-8.");

    [Theory]
    [InlineData("My Algorithm", "my-algorithm")]
    [InlineData("detect.parts", "detect-parts")]
    [InlineData("检测", "my-algorithm")]
    [InlineData("", "my-algorithm")]
    [Conformance(99)]
    public Task PV0010_a_name_the_platform_does_not_take(string name, string proposal) =>
        Expect(ManifestText.Of(name: $"{{|#0:\"{name}\"|}}"), "PV0010", $"The name '{name}' may hold only lower-case letters a-z, digits, '_' and '-'. Write it as '{proposal}'.");

    [Theory]
    [InlineData("1.0", "1.0.0")]
    [InlineData("v2.1.3", "2.1.3")]
    [InlineData("1.2.3.4", "1.2.3")]
    [InlineData("1.02.3", "1.0.0")]
    [InlineData("1.0.0-rc.1", "1.0.0")]
    [InlineData("latest", "1.0.0")]
    [Conformance(100)]
    public Task PV0011_a_version_not_of_three_parts(string version, string proposal) =>
        Expect(ManifestText.Of(version: $"{{|#0:\"{version}\"|}}"), "PV0011", $"The version '{version}' is not of the form major.minor.patch. Write it as '{proposal}'.");

    [Theory]
    [InlineData("{|#0:\"Demo\"|}", "Demo", "main:Demo")]
    [InlineData("{|#0:\"pkg.main.Demo\"|}", "pkg.main.Demo", "main:Demo")]
    [InlineData("{|#0:\":Demo\"|}", ":Demo", "main:Demo")]
    [InlineData("{|#0:\"main:\"|}", "main:", "main:MyAlgorithm")]
    [InlineData("\"main:{|#0:Space.Demo|}\"", "main:Space.Demo", "main:Demo")]
    [InlineData("\"main:{|#0:class|}\"", "main:class", "main:MyAlgorithm")]
    [InlineData("\"main:{|#0:1st|}\"", "main:1st", "main:MyAlgorithm")]
    [Conformance(101)]
    public Task PV0012_an_entry_point_without_a_class(string value, string written, string proposal) =>
        Expect(ManifestText.Of(entryPoint: value), "PV0012", $"The entry_point '{written}' is not of the form 'module:Class' with a C# class name after the ':'. Write it as '{proposal}'.");

    [Fact]
    public Task PV0020_no_pids() =>
        Expect(ManifestText.Of(pids: "{|#0:[]|}"), "PV0020", "The list supported_pids is empty, so the platform can never activate this algorithm. Add at least one product id, for example \"p001\".");

    [Fact]
    public Task PV0021_a_pid_twice() =>
        Expect(ManifestText.Of(pids: """["p001", "p002", {|#0:"p001"|}]"""), "PV0021", "The product id 'p001' is already in supported_pids. Remove one of the two.");

    [Fact]
    [Conformance(102)]
    public Task PV0022_more_pids_than_the_platform_takes()
    {
        string fifty = string.Join(", ", Enumerable.Range(1, 50).Select(n => $"\"p{n}\""));
        return Expect(ManifestText.Of(pids: $"[{fifty}, {{|#0:\"p51\"|}}]"), "PV0022", "The list supported_pids has 51 product ids, and the platform takes at most 50. Split the algorithm into several manifests.");
    }

    [Theory]
    [InlineData("", "", "is empty")]
    [InlineData(" p001", " p001", "begins or ends with white space")]
    [InlineData("p\\n1", "p\n1", "holds a control character")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234", "012345678901234567890123456789012345678…", "is 65 characters long")]
    [Conformance(115)]
    public Task PV0023_a_pid_the_platform_does_not_take(string pid, string shown, string fault) =>
        Expect(ManifestText.Of(pids: $"[{{|#0:\"{pid}\"|}}]"), "PV0023", $"The product id '{shown}' {fault}. Write 1 to 64 characters without white space around them and without control characters.");

    private static Task Expect(string manifest, string id, string message) =>
        new ManifestTest<ManifestAnalyzer>().Add(manifest).Expect(id, message).RunAsync(Cancellation);
}

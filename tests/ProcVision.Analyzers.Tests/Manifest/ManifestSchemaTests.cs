using System.Text.Json;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Manifest;

/// <summary>The schema that editors check a manifest with says what the rules say, as far as a schema can.</summary>
public sealed class ManifestSchemaTests
{
    private static readonly JsonSchema Schema = new(Parse(File.ReadAllText(Path.Combine(Catalogue.Root, "analyzers", "schema", "manifest.schema.json"))));

    /// <summary>What is told of one value by itself. The rest compares values, or looks at code, files or the bytes of the text.</summary>
    private static readonly HashSet<string> Expressible =
    [
        "PV0003", "PV0004", "PV0006", "PV0010", "PV0011", "PV0012", "PV0020", "PV0021", "PV0022", "PV0023", "PV0024", "PV0030", "PV0040", "PV0043",
        "PV0046", "PV0048", "PV0049", "PV0056",
    ];

    public static TheoryData<string> Examples => [.. RuleExample.All.Keys.Order(StringComparer.Ordinal).Where(id => id is not ("PV0002" or "PV0007"))];

    public static TheoryData<string> GoodManifests =>
    [
        .. new[] { Path.Combine("samples", "AlgorithmExample"), Path.Combine("samples", "Correct") }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Catalogue.Root, folder), "*manifest*.json", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Catalogue.Root, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(GoodManifests))]
    public void A_correct_sample_is_valid(string path) => Assert.True(Schema.IsValid(Parse(File.ReadAllText(Path.Combine(Catalogue.Root, path)))));

    [Theory]
    [InlineData(SampleManifest.Text)]
    [InlineData(SampleManifest.Rewritten)]
    public void A_manifest_with_everything_in_it_is_valid(string manifest) => Assert.True(Schema.IsValid(Parse(manifest)));

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_failing_example_is_invalid_where_a_schema_can_tell_and_a_fixed_one_is_valid(string id)
    {
        var example = RuleExample.Of(id);
        bool fails = example.Files("Failing", "json").Any(file => !Schema.IsValid(Parse(File.ReadAllText(file.Path))));

        Assert.Equal(Expressible.Contains(id), fails);
        Assert.All(example.Files("Fixed", "json"), file => Assert.True(Schema.IsValid(Parse(File.ReadAllText(file.Path))), file.Path));
    }

    [Theory]
    [InlineData("rect", "\"1,2,3,4\"", true)]
    [InlineData("rect", "\"1,2,0,4\"", false)]
    [InlineData("rect", "{ \"x\": 0, \"y\": 0, \"width\": 1, \"height\": 1 }", true)]
    [InlineData("rect", "[0, 0, 1, 1]", false)]
    [InlineData("int", "1.5", false)]
    [InlineData("float", "1.5", true)]
    [InlineData("bool", "\"true\"", false)]
    [InlineData("string", "5", false)]
    [InlineData("string", "null", true)]
    public void A_default_must_be_of_its_type(string type, string value, bool isValid) =>
        Assert.Equal(isValid, Schema.IsValid(Parse(ManifestText.WithParam(type, $"\"default\": {value}"))));

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement;
}

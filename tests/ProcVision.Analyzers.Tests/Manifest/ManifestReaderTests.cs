using ProcVision.Collections;
using ProcVision.Json;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Manifest;

public sealed class ManifestReaderTests
{
    private static readonly ManifestModel Sample = Model(SampleManifest.Text);

    [Fact]
    public void Everything_in_a_manifest_is_in_its_model()
    {
        var expected = new ManifestModel
        {
            Name = "algorithm-example",
            Version = "1.0.0",
            Description = "料盘检测",
            EntryPoint = "algorithm_example.main:PartInspection",
            EntryClass = "PartInspection",
            Pids = ["p002", "p001"],
            Steps =
            [
                new()
                {
                    Index = 1,
                    Id = "locate_tray",
                    Name = "定位料盘",
                    Description = null,
                    OperationGuide = "放好料盘",
                    Params =
                    [
                        new RectParam { Key = "roi", Required = true, Default = new(1, 2, 3, 4) },
                        new FloatParam { Key = "exposure", Default = 12.5, Min = 8, Max = 16, Unit = "ms", Clamp = true },
                    ],
                },
                new()
                {
                    Index = 2,
                    Id = null,
                    Name = "检测零件",
                    Description = "逐个检查",
                    OperationGuide = null,
                    Params =
                    [
                        new IntParam { Key = "count", Default = 6, Min = 0, Max = 24 },
                        new EnumParam { Key = "mode", Choices = ["fast", "accurate"], Default = "fast" },
                        new BoolParam { Key = "strict", Default = false },
                        new StringParam { Key = "lot", MinLength = 1, MaxLength = 20, Pattern = @"^[A-Z]\d+$", Description = "批号 \"A1\"" },
                    ],
                },
            ],
            RequiredAssets =
            [
                new("p001", "config", "assets/p001.json"),
                new("p001", "template", "assets/p001.png"),
                new("p002", "config", "assets/p002.json"),
            ],
            DefaultConfig = [new("config", "assets/default.json")],
        };

        Assert.Equal(expected, Sample);
        Assert.Equal(expected.GetHashCode(), Sample.GetHashCode());
    }

    [Fact]
    public void A_reformatted_and_reordered_manifest_has_an_equal_model()
    {
        var rewritten = Model(SampleManifest.Rewritten);

        Assert.Equal(Sample, rewritten);
        Assert.Equal(Sample.GetHashCode(), rewritten.GetHashCode());
    }

    [Theory]
    [InlineData("\"p002\", \"p001\"", "\"p001\", \"p002\"")]
    [InlineData("12.5", "12.6")]
    [InlineData("\"max\": 24", "\"max\": 25")]
    [InlineData("\"fast\", \"accurate\"", "\"accurate\", \"fast\"")]
    [InlineData("\"clamp\": true", "\"clamp\": false")]
    [InlineData("locate_tray", "locate-tray")]
    [InlineData("定位料盘", "定位托盘")]
    [InlineData("放好料盘", "放正料盘")]
    [InlineData("assets/p002.json", "assets/p2.json")]
    [InlineData("1,2,3,4", "1,2,3,5")]
    [InlineData("\"key\": \"strict\", \"type\": \"bool\"", "\"key\": \"strict\", \"required\": true, \"type\": \"bool\"")]
    [InlineData("^[A-Z]", "^[a-z]")]
    public void A_change_of_meaning_changes_the_model(string old, string changed) =>
        Assert.NotEqual(Sample, Model(SampleManifest.Text.Replace(old, changed, StringComparison.Ordinal)));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("nonsense")]
    public void Without_an_object_there_is_no_model_but_a_reason(string text)
    {
        var reading = ManifestReader.Read(text);

        Assert.Null(reading.Model);
        Assert.NotEmpty(reading.Problems);
    }

    [Fact]
    public void The_good_parts_of_a_bad_manifest_are_in_the_model()
    {
        const string Bad = """
            {
              "name": 5,
              "entry_point": "main",
              "supported_pids": ["p001", "p001", 2, ""],
              "steps": [
                "nonsense",
                { "index": 0, "name": "zero" },
                { "index": 2, "name": "two", "params": [
                  { "key": "a", "type": "int", "default": 99, "max": 5 },
                  { "key": "b", "type": "matrix" },
                  { "key": "a", "type": "bool" },
                  { "type": "bool" },
                  { "key": "c", "type": "enum", "choices": ["x", "x", 1, ""], "default": "y" },
                  { "key": "d", "type": "float", "min": "low", "default": "mid" }
                ] },
                { "index": 2, "name": "again" },
                { "index": 1 }
              ],
              "required_assets": { "p001": { "config": "../up.json", "model": "m.onnx" }, "p009": 1 },
            }
            """;

        var model = ManifestReader.Read(Bad).Model!;

        Assert.Equal(("", "", "main", ""), (model.Name, model.Version, model.EntryPoint, model.EntryClass));
        Assert.Equal(["p001"], model.Pids);
        Assert.Equal([(1, ""), (2, "two")], model.Steps.Select(s => (s.Index, s.Name)));
        EquatableArray<ManifestParam> expected =
        [
            new IntParam { Key = "a", Default = 99, Max = 5 },
            new EnumParam { Key = "c", Choices = ["x"] },
            new FloatParam { Key = "d" },
        ];
        Assert.Equal(expected, model.Steps[1].Params);
        Assert.Equal([new RequiredAsset("p001", "model", "m.onnx")], model.RequiredAssets);
    }

    [Fact]
    public void The_steps_before_a_syntax_error_and_after_it_are_in_the_model()
    {
        var reading = ManifestReader.Read(SampleManifest.Text.Replace("\"roi\", \"type\"", "\"roi\" \"type\"", StringComparison.Ordinal));

        Assert.Equal(["PV0002"], reading.Problems.Select(p => p.Rule.Id));
        Assert.Equal(Sample, reading.Model);
    }

    [Fact]
    public void Problems_come_in_the_order_of_the_text()
    {
        var problems = ManifestReader.Read("""{ "steps": [{"index": 0}], "name": "X", "supported_pids": [], }""").Problems;

        Assert.Equal(["PV0030", "PV0010", "PV0020", "PV0002"], problems.Select(p => p.Rule.Id));
    }

    [Fact]
    public void Places_point_at_the_value_in_the_text()
    {
        var places = ManifestReader.Read("\uFEFF" + SampleManifest.Text).Places;

        Assert.Equal("\"algorithm_example.main:PartInspection\"", At(places.Field("entry_point")));
        Assert.Equal("PartInspection", At(places.EntryClass));
        Assert.Equal("2", At(places.StepField(2, "index")));
        Assert.Equal("\"检测零件\"", At(places.StepField(2, "name")));
        Assert.Equal("\"exposure\"", At(places.ParamField(1, "exposure", "key")));
        Assert.Equal("16", At(places.ParamField(1, "exposure", "max")));
        Assert.Equal("\"assets/p001.png\"", At(places.RequiredAsset("p001", "template")));
        Assert.Equal("\"assets/default.json\"", At(places.DefaultAsset("config")));
        Assert.Null(places.StepField(3, "index"));
        Assert.Null(places.StepField(2, "id"));
        Assert.Null(places.ParamField(2, "exposure", "key"));

        static string? At(JsonSpan? span) => span is { } s ? ("\uFEFF" + SampleManifest.Text).Substring(s.Start, s.Length) : null;
    }

    /// <summary>The reader sees every text an author passes through while typing: it must never throw.</summary>
    [Fact]
    public void Every_beginning_of_a_manifest_is_read_without_a_fault()
    {
        for (int length = 0; length < SampleManifest.Text.Length; length++)
            Assert.NotEmpty(ManifestReader.Read(SampleManifest.Text[..length]).Problems);
    }

    private static ManifestModel Model(string text)
    {
        var reading = ManifestReader.Read(text);
        Assert.Empty(reading.Problems.Where(p => p.Rule.Severity == ManifestSeverity.Error).Select(p => $"{p.Rule.Id} {p.Message}"));
        return reading.Model!;
    }
}

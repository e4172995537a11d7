using System.Text.Json;
using CsCheck;
using ProcVision.Json;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Manifest;

public sealed class InfoJsonTests
{
    /// <summary>One line; broken here for the reader.</summary>
    private const string Expected = """
        {"name":"algorithm-example","version":"1.0.0","description":"料盘检测","supported_pids":["p002","p001"],"steps":[
        {"index":1,"name":"定位料盘","id":"locate_tray","params":[
        {"key":"roi","type":"rect","required":true,"format":"x,y,width,height","default":"1,2,3,4"},
        {"key":"exposure","type":"float","required":false,"default":12.5,"min":8,"max":16,"clamp":true,"unit":"ms"}],
        "step_number":1,"step_name":"定位料盘","operation_guide":"放好料盘"},
        {"index":2,"name":"检测零件","description":"逐个检查","params":[
        {"key":"count","type":"int","required":false,"default":6,"min":0,"max":24},
        {"key":"mode","type":"enum","required":false,"default":"fast","choices":["fast","accurate"]},
        {"key":"strict","type":"bool","required":false,"default":false},
        {"key":"lot","type":"string","required":false,"min_length":1,"max_length":20,"pattern":"^[A-Z]\\d+$","description":"批号 \"A1\""}],
        "step_number":2,"step_name":"检测零件","operation_guide":"逐个检查"}]}
        """;

    [Fact]
    [Conformance(111, 119, 519)]
    public void The_documented_fields_and_those_of_the_user_interface() =>
        Assert.Equal(
            Expected.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal),
            InfoJson.Write(ManifestReader.Read(SampleManifest.Text).Model!));

    [Fact]
    public void A_manifest_of_the_same_meaning_gives_the_same_text() =>
        Assert.Equal(
            InfoJson.Write(ManifestReader.Read(SampleManifest.Text).Model!),
            InfoJson.Write(ManifestReader.Read(SampleManifest.Rewritten).Model!));

    [Fact]
    public void Any_text_and_any_number_comes_back_from_System_Text_Json() =>
        Gen.Select(Gen.String, Gen.Double.Where(double.IsFinite), Gen.Long).Sample(
            static (text, real, whole) =>
            {
                // A half surrogate pair cannot come out of a manifest: the reader replaces it.
                text = string.Concat(text.Where(static c => !char.IsSurrogate(c)));
                string json = InfoJson.Write(Model(text, real, whole));
                using var info = JsonDocument.Parse(json);
                var parameters = info.RootElement.GetProperty("steps")[0].GetProperty("params");

                Assert.Equal(text, info.RootElement.GetProperty("name").GetString());
                Assert.Equal(text, parameters[0].GetProperty("key").GetString());
                Assert.Equal(real, parameters[0].GetProperty("default").GetDouble());
                Assert.Equal(whole, parameters[1].GetProperty("default").GetInt64());
                Assert.True(JsonTree.Parse(json).IsValid);
            },
            iter: 5_000);

    private static ManifestModel Model(string text, double real, long whole) => new()
    {
        Name = text,
        Version = "1.0.0",
        Description = null,
        EntryPoint = "main:Demo",
        EntryClass = "Demo",
        Pids = ["p001"],
        Steps =
        [
            new()
            {
                Index = 1,
                Id = null,
                Name = text,
                Description = text,
                OperationGuide = null,
                Params = [new FloatParam { Key = text, Default = real }, new IntParam { Key = "n", Default = whole }],
            },
        ],
        RequiredAssets = [],
        DefaultConfig = [],
    };
}

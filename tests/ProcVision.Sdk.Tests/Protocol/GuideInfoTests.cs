using System.Text;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

/// <summary><c>guide_info</c> (conformance 91, C39).</summary>
public class GuideInfoTests
{
    [Fact]
    [Conformance(91, "C39")]
    public void Labels_come_with_their_places_in_the_platforms_order()
    {
        var regions = Read("""
            [{"label":"1","posList":[{"x":10,"y":20,"width":30,"height":40},{"height":4,"width":3,"y":2,"x":1,"z":9}]},
             {"posList":[],"label":"螺\u4e1d","color":{"r":[1]}}]
            """);

        Assert.Equal(["1", "螺丝"], regions.Select(region => region.Label));
        Assert.Equal([new Rect(10, 20, 30, 40), new Rect(1, 2, 3, 4)], regions[0].Places);
        Assert.Empty(regions[1].Places);
    }

    [Fact]
    [Conformance("C39")]
    public void Texts_in_place_of_objects_are_labels_without_places()
    {
        var regions = Read("""["1","\"2\"",{"label":"3"}]""");

        Assert.Equal(["1", "\"2\"", "3"], regions.Select(region => region.Label));
        Assert.All(regions, region => Assert.Empty(region.Places));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [Conformance(91)]
    public void Nothing_is_an_empty_list(string json) => Assert.Empty(Read(json));

    [Theory]
    [InlineData("""[{}]""")]
    [InlineData("""[{"label":null,"posList":null}]""")]
    public void A_region_may_lack_its_label_and_its_places(string json)
    {
        var region = Assert.Single(Read(json));

        Assert.Equal("", region.Label);
        Assert.Empty(region.Places);
    }

    [Fact]
    public void Fractions_are_rounded_to_the_nearest_pixel() =>
        Assert.Equal(new Rect(10, -21, 31, 0), Read("""[{"posList":[{"x":10.4,"y":-20.5,"width":3.05e1,"height":0.0}]}]""")[0].Places[0]);

    [Theory]
    [InlineData("""{}""", "guide_info 应为数组: {}")]
    [InlineData("""[{"label":"a"},7]""", "guide_info[1] 应为对象或字符串: 7")]
    [InlineData("""[null]""", "guide_info[0] 应为对象或字符串: null")]
    [InlineData("""[{"posList":[{"x":1,"y":1,"width":1,"height":1}],"label":7}]""", "guide_info[0].label 应为字符串: 7")]
    [InlineData("""["a",{"posList":{}}]""", "guide_info[1].posList 应为数组: {}")]
    [InlineData("""["a",{"posList":[[]]}]""", "guide_info[1].posList[0] 应为对象: []")]
    [InlineData("""[{"posList":[{"x":1,"y":1,"width":1,"height":1},{"x":1,"width":1}]}]""", "guide_info[0].posList[1] 缺少 y")]
    [InlineData("""[{"posList":[{"x":"1","y":1,"width":1,"height":1}]}]""", "guide_info[0].posList[0].x 应为像素数: \"1\"")]
    [InlineData("""[{"posList":[{"x":1,"y":1,"width":1e99,"height":1}]}]""", "guide_info[0].posList[0].width 应为像素数: 1e99")]
    [InlineData("""[{"posList":[{"x":1,"y":1,"width":1e999,"height":1}]}]""", "guide_info[0].posList[0].width 应为像素数: 1e999")]
    [InlineData("""[{"posList":[{"x":1,"y":1,"width":1,"height":3000000000}]}]""", "guide_info[0].posList[0].height 应为像素数: 3000000000")]
    [InlineData("""["a",{"label":"b","label":"c"}]""", "guide_info[1].label 重复")]
    [InlineData("""[{"posList":[],"posList":[]}]""", "guide_info[0].posList 重复")]
    [InlineData("""[{"posList":[{"x":1,"y":1,"width":1,"x":2,"height":1}]}]""", "guide_info[0].posList[0].x 重复")]
    [Conformance("C39")]
    public void What_is_wrong_is_named_by_its_path(string json, string problem) =>
        Assert.Equal(problem, GuideInfo.Read(Encoding.UTF8.GetBytes(json), out _));

    private static IReadOnlyList<GuideRegion> Read(string json)
    {
        Assert.Null(GuideInfo.Read(Encoding.UTF8.GetBytes(json), out var regions));
        return regions;
    }
}

using System.Text;
using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Sessions.Codecs.Values;

namespace ProcVision.Sdk.Tests.Sessions.Codecs;

/// <summary>A record through a codec of the shape that the generator emits.</summary>
public class SessionJsonCodecTests
{
    private static readonly SessionJsonCodec<Template> Codec = ProcVisionCodecs.Template;

    private static Template Example => new("T-1", 0.5, Grade.Bad)
    {
        Points = [new Point { X = 1, Y = -2.5 }, default],
        Counts = new Dictionary<string, int?> { ["z"] = 1, ["a"] = null },
        Tags = ["料", "\"b\""],
        Roi = new Rect(1, 2, 3, 4),
        Children = [new Template("child", 1e300, (Grade)7) { Points = [] }],
        @class = "c",
    };

    [Fact]
    public void A_record_is_written_as_System_Text_Json_writes_it_and_each_reads_what_the_other_wrote()
    {
        var ours = Coding.Encode(Codec, Example);
        Assert.Equal(Shown(SystemTextJson.Write(Example)), Shown(ours));
        Assert.Equal(Shown(ours), Shown(SystemTextJson.Write(Coding.Decode(Codec, ours))));
        Assert.Equal(Shown(ours), Shown(SystemTextJson.Write(SystemTextJson.Read<Template>(ours))));
    }

    [Fact]
    public void Members_may_come_in_any_order_and_with_escapes_and_white_space()
    {
        var read = Coding.Decode(ProcVisionCodecs.Point, " {\n\t\"Y\" : 2 , \"\\u0058\":1 }\r\n");
        Assert.Equal(new Point { X = 1, Y = 2 }, read);
    }

    [Theory]
    [InlineData("""{"X":1}""", "K 处缺少", "'Y'")]
    [InlineData("""{"X":1,"Y":2,"X":3}""", "K 处有两个成员", "'X'")]
    [InlineData("""{"X":1,"Y":2,"Z":3}""", "K 处有", "'Z'")]
    [InlineData("""{"X":1,"y":2}""", "K 处有", "'y'")]
    [InlineData("""{"X":"1","Y":2}""", "K.X 处是 string", "double")]
    [InlineData("""{"X":null,"Y":2}""", "K.X 处是 null", "double")]
    [InlineData("""{"X":1e999,"Y":2}""", "K.X 处是 1e999", "double")]
    [InlineData("""{"X":NaN,"Y":2}""", "K.X 处不是有效的 JSON", "N")]
    [InlineData("""{"X":1,"Y":2""", "K.Y 处不是有效的 JSON", "JSON")]
    [InlineData("""{"X":1,"Y":2}{}""", "K 处不是有效的 JSON", "JSON")]
    [InlineData("""{"X":1,"Y":2,}""", "K 处不是有效的 JSON", "JSON")]
    [InlineData("""[1,2]""", "K 处是 array", "Point")]
    [InlineData("null", "K 处是 null", "Point")]
    [InlineData("", "K 处不是有效的 JSON", "JSON")]
    public void Wrong_JSON_is_refused_with_key_and_path(string json, string where, string what)
    {
        var e = Assert.Throws<SessionException>(() => Coding.Decode(ProcVisionCodecs.Point, json));
        Assert.Contains("会话键 'K'", e.Message, StringComparison.Ordinal);
        Assert.Contains(where, e.Message, StringComparison.Ordinal);
        Assert.Contains(what, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Score\":0.5", "\"Score\":true", "K.Score")]
    [InlineData("\"X\":0,\"Y\":0", "\"X\":0,\"Y\":[]", "K.Points[1].Y")]
    [InlineData("\"a\":null", "\"a\":1.5", "K.Counts.a")]
    [InlineData("\"a\":null", "\"z\":2", "K.Counts 处有两个成员 'z'")]
    [InlineData("\"a\":null", "\"a b\":{}", "K.Counts[\"a b\"]")]
    [InlineData("\"料\"", "\"\\ud800\"", "K.Tags[0]")]
    [InlineData("\"料\"", "null", "K.Tags[0]")]
    [InlineData("\"Grade\":7", "\"Grade\":256", "K.Children[0].Grade")]
    [InlineData("\"x\":1,", "", "K.Roi 处缺少")]
    [InlineData("\"Name\":\"child\"", "\"Name\":null", "K.Children[0].Name")]
    public void The_path_leads_to_the_value_that_is_wrong(string good, string bad, string path)
    {
        var json = Shown(Coding.Encode(Codec, Example));
        Assert.Contains(good, json, StringComparison.Ordinal);
        var e = Assert.Throws<SessionException>(() => Coding.Decode(Codec, json.Replace(good, bad, StringComparison.Ordinal)));
        Assert.Contains(path, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        byte[] json = [.. "{\"Name\":\""u8, 0xC3, 0x28, (byte)'"'];
        var e = Assert.Throws<SessionException>(() => Coding.Decode(Codec, json));
        Assert.Contains("K.Name", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_has_no_JSON_form_is_refused_with_its_path()
    {
        Refused(Example with { Score = double.NaN }, "K.Score", "NaN");
        Refused(Example with { Points = [default, new Point { Y = double.PositiveInfinity }] }, "K.Points[1].Y", "Infinity");
        Refused(Example with { Tags = ["a", "b\ud800"] }, "K.Tags[1]", "第 1 个字符");
        Refused(Example with { Counts = new() { ["\udc00"] = 1 } }, "K.Counts", "第 0 个字符");
        Refused(Example with { Tags = default }, "K.Tags", "default(ImmutableArray<string>)");
        Refused(Example with { Points = null! }, "K.Points", "null");
        Refused(Example with { Name = null! }, "K.Name", "null");
        Refused(Example with { Children = [null!] }, "K.Children[0]", "null");
        Refused(null!, "K", "null");
    }

    [Fact]
    public void A_value_that_contains_itself_is_refused_and_the_stack_holds()
    {
        var loop = Example;
        loop.Children.Add(loop);
        Refused(loop, "K.Children[1].Children[1].Children[1]", "64 层");
    }

    [Fact]
    public void Sixty_four_levels_are_written_and_read_and_one_more_is_neither()
    {
        // Each child is two levels: its list and itself.
        var deep = Nest(31);
        var json = Coding.Encode(Codec, deep);
        Assert.Equal(Shown(SystemTextJson.Write(deep)), Shown(json));
        Assert.Equal(Shown(json), Shown(SystemTextJson.Write(Coding.Decode(Codec, json))));
        Refused(Nest(32), "K.Children[0].Children[0]", "64 层");
        var e = Assert.Throws<SessionException>(() => Coding.Decode(Codec, string.Concat(Enumerable.Repeat("{\"Children\":[", 100))));
        Assert.Contains("K.Children[0].Children[0]", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_encoded_while_another_one_is_has_its_own_buffer()
    {
        var outer = SessionScratch.Rent();
        var bytes = ProcVisionCodecs.Point.Encode("A", new Point { X = 1 }, outer);
        Assert.Equal("""{"X":7,"Y":0}""", Shown(Coding.Encode(ProcVisionCodecs.Point, new Point { X = 7 })));
        Assert.Equal("""{"X":1,"Y":0}"""u8, bytes);
        outer.Return();
    }

    [Fact]
    public void After_a_refused_value_the_next_one_is_written_whole()
    {
        for (var i = 0; i < 3; i++)
        {
            Refused(Example with { Score = double.NaN }, "K.Score", "NaN");
            Assert.Equal(Shown(SystemTextJson.Write(Example)), Shown(Coding.Encode(Codec, Example)));
        }
    }

    [Fact]
    public void A_large_value_grows_the_buffer_and_one_past_any_region_is_refused()
    {
        var codec = new SessionJsonListCodec<string>(new SessionJsonText());
        List<string> large = [.. Enumerable.Repeat(new string('料', 100_000), 30)];
        Assert.Equal(SystemTextJson.Write(large), Coding.Encode(codec, large));
        List<string> tooLarge = [.. Enumerable.Repeat(new string('料', 1_000_000), 30)];
        var e = Assert.Throws<SessionException>(() => Coding.Encode(codec, tooLarge));
        Assert.Contains("K[2", e.Message, StringComparison.Ordinal);
    }

    private static void Refused(Template value, string path, string what)
    {
        var e = Assert.Throws<SessionException>(() => Coding.Encode(Codec, value));
        Assert.Contains("会话键 'K' 的值在 " + path, e.Message, StringComparison.Ordinal);
        Assert.Contains(what, e.Message, StringComparison.Ordinal);
    }

    private static Template Nest(int levels) => new("", 0, default) { Points = [], Children = levels == 0 ? [] : [Nest(levels - 1)] };

    private static string Shown(byte[] json) => Encoding.UTF8.GetString(json);
}

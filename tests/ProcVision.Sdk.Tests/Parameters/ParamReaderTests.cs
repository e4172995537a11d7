using System.Text;
using System.Text.RegularExpressions;
using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Parameters;

public class ParamReaderTests
{
    [Fact]
    public void A_required_parameter_that_a_call_cannot_carry_is_its_default_or_the_whole_picture()
    {
        var reader = new ParamReader([]) { TakesProposals = true, WholeImage = new Rect(0, 0, 640, 480) };

        Assert.Equal(0.5, reader.Missing("gain", 0.5));
        Assert.Equal(new Rect(0, 0, 640, 480), reader.MissingRect("roi"));
        Assert.Null(reader.Problem);
    }

    [Fact]
    public void Without_a_picture_there_is_no_whole_one()
    {
        var reader = new ParamReader([]) { TakesProposals = true };

        Assert.Equal(default, reader.MissingRect("roi"));
        Assert.Equal("缺少必需参数: roi", reader.Problem);
    }

    [Fact]
    public void In_a_call_that_could_have_carried_it_a_required_parameter_is_missing_whatever_its_default()
    {
        var reader = new ParamReader("{}"u8);

        _ = reader.Missing("gain", 0.5);
        _ = reader.MissingRect("roi");

        Assert.Equal("缺少必需参数: gain, roi", reader.Problem);
    }

    [Fact]
    [Conformance(118)]
    public void Reads_every_kind_of_parameter_whatever_the_order()
    {
        var all = Sample.Read("""
            {"mode":"accurate","unknown":{"a":[1,2]},"note":"料盘𝄞\n","on":true,"count":7,"exposure":12.5,"roi":{"x":1,"y":2,"width":3,"height":4}}
            """);
        Assert.Equal(new Sample(new(1, 2, 3, 4), 12.5, 7, true, "料盘𝄞\n", 1, null, null), all);
    }

    [Fact]
    public void Defaults_stand_for_keys_that_are_absent_or_null() => Assert.Equal(
        new Sample(new(1, 2, 3, 4), 10, 5, false, "", 0, null, null),
        Sample.Read("""{"exposure":null,"roi":"1,2,3,4","count":null}"""));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"roi":null}""")]
    [InlineData("""{"ROI":"1,2,3,4"}""")]
    [Conformance(130)]
    public void Every_missing_key_is_told(string json) => Assert.Equal("缺少必需参数: roi", Sample.Read(json).Problem);

    [Fact]
    public void The_first_wrong_value_and_all_missing_keys_are_told()
    {
        var reader = new ParamReader("""{"a":"x","b":"y"}"""u8);
        while (reader.Next())
        {
            _ = reader.Is("a"u8) ? reader.Int() : reader.Is("b"u8) ? reader.Int() : 0;
        }

        reader.Missing("roi");
        reader.Missing("exposure");
        Assert.Equal("参数 a 类型错误: \"x\" 不是整数；缺少必需参数: roi, exposure", reader.Problem);
    }

    [Theory]
    [InlineData("20", "参数 exposure 超出范围: 20 不在 [8, 16] ms")]
    [InlineData("7.999", "参数 exposure 超出范围: 7.999 不在 [8, 16] ms")]
    [InlineData("-1e3", "参数 exposure 超出范围: -1e3 不在 [8, 16] ms")]
    [InlineData("16", null)]
    [InlineData("8", null)]
    [InlineData("8.0e0", null)]
    [InlineData("1e999", "参数 exposure 类型错误: 1e999 不是可表示的数字")]
    [InlineData("\"12\"", "参数 exposure 类型错误: \"12\" 不是数字")]
    [InlineData("true", "参数 exposure 类型错误: true 不是数字")]
    [InlineData("[12]", "参数 exposure 类型错误: [12] 不是数字")]
    [Conformance(127, 128)]
    public void A_float_is_checked_against_its_limits(string value, string? problem) =>
        Assert.Equal(problem, Sample.Read($$"""{"roi":"1,2,3,4","exposure":{{value}}}""").Problem);

    [Theory]
    [InlineData("5", 5, null)]
    [InlineData("5.0", 5, null)]
    [InlineData("5e0", 5, null)]
    [InlineData("5.5", 0, "参数 count 类型错误: 5.5 不是整数")]
    [InlineData("\"5\"", 0, "参数 count 类型错误: \"5\" 不是整数")]
    [InlineData("0", 0, "参数 count 超出范围: 0 不在 [1, 10]")]
    [InlineData("11", 0, "参数 count 超出范围: 11 不在 [1, 10]")]
    [InlineData("99999999999999999999", 0, "参数 count 超出范围: 99999999999999999999 不在 [1, 10]")]
    [InlineData("-99999999999999999999", 0, "参数 count 超出范围: -99999999999999999999 不在 [1, 10]")]
    [Conformance(120)]
    public void An_int_is_a_number_without_a_fraction(string value, long expected, string? problem)
    {
        var read = Sample.Read($$"""{"roi":"1,2,3,4","count":{{value}}}""");
        Assert.Equal(problem, read.Problem);
        if (problem is null)
        {
            Assert.Equal(expected, read.Count);
        }
    }

    [Fact]
    public void Limits_on_one_side_are_told_as_such()
    {
        Assert.Equal("参数 k 超出范围: 0 < 1 lux", Int("0", min: 1));
        Assert.Equal("参数 k 超出范围: 2 > 1 lux", Int("2", max: 1));
        Assert.Equal("参数 k 超出范围: 99999999999999999999 过大 lux", Int("99999999999999999999"));
        Assert.Null(Int("-9223372036854775808"));

        static string? Int(string value, long min = long.MinValue, long max = long.MaxValue)
        {
            var reader = One(value);
            _ = reader.Int(min, max, unit: "lux");
            return reader.Problem;
        }
    }

    [Theory]
    [InlineData("20", 16.0, "参数 k 超出范围: 20 不在 [8, 16] ms，已改为 16")]
    [InlineData("-20", 8.0, "参数 k 超出范围: -20 不在 [8, 16] ms，已改为 8")]
    [InlineData("9", 9.0, null)]
    [Conformance("C12")]
    public void A_float_may_be_clipped_with_a_warning(string value, double expected, string? warning)
    {
        var reader = One(value);
        Assert.Equal(expected, reader.Float(8, 16, clamp: true, unit: "ms"));
        Assert.Equal((null, warning), (reader.Problem, reader.Warning));
    }

    [Theory]
    [InlineData("99", 10, "参数 k 超出范围: 99 不在 [1, 10]，已改为 10")]
    [InlineData("-99999999999999999999", 1, "参数 k 超出范围: -99999999999999999999 不在 [1, 10]，已改为 1")]
    [InlineData("3", 3, null)]
    [Conformance("C12")]
    public void An_int_may_be_clipped_with_a_warning(string value, long expected, string? warning)
    {
        var reader = One(value);
        Assert.Equal(expected, reader.Int(1, 10, clamp: true));
        Assert.Equal((null, warning), (reader.Problem, reader.Warning));
    }

    [Fact]
    public void Clipping_does_not_excuse_a_wrong_type()
    {
        var reader = One("\"20\"");
        _ = reader.Float(8, 16, clamp: true);
        Assert.Equal(("参数 k 类型错误: \"20\" 不是数字", null), (reader.Problem, reader.Warning));
    }

    [Theory]
    [InlineData("true", true, null)]
    [InlineData("false", false, null)]
    [InlineData("1", false, "参数 on 类型错误: 1 不是布尔值")]
    [InlineData("\"true\"", false, "参数 on 类型错误: \"true\" 不是布尔值")]
    [Conformance(124)]
    public void A_bool_is_true_or_false_and_nothing_else(string value, bool expected, string? problem)
    {
        var read = Sample.Read($$"""{"roi":"1,2,3,4","on":{{value}}}""");
        Assert.Equal((problem, expected), (read.Problem, read.On));
    }

    [Theory]
    [InlineData("\"fast\"", 0, null)]
    [InlineData("\"accurate\"", 1, null)]
    [InlineData("\"\\u0061ccurate\"", 1, null)]
    [InlineData("\"高速\"", 2, null)]
    [InlineData("\"slow\"", 0, "参数 mode 不是可选值: \"slow\"（可选: fast, accurate, 高速）")]
    [InlineData("\"Fast\"", 0, "参数 mode 不是可选值: \"Fast\"（可选: fast, accurate, 高速）")]
    [InlineData("\"\"", 0, "参数 mode 不是可选值: \"\"（可选: fast, accurate, 高速）")]
    [InlineData("0", 0, "参数 mode 不是可选值: 0（可选: fast, accurate, 高速）")]
    [Conformance(123)]
    public void An_enum_is_one_of_its_choices(string value, int expected, string? problem)
    {
        var read = Sample.Read($$"""{"roi":"1,2,3,4","mode":{{value}}}""");
        Assert.Equal((problem, expected), (read.Problem, read.Mode));
    }

    [Fact]
    public void A_choice_may_be_long()
    {
        var choice = new string('选', 500);
        var reader = One($"\"{choice}\"");
        Assert.Equal(1, reader.Choice(["a", choice]));
        Assert.Null(reader.Problem);
    }

    [Theory]
    [InlineData("\"料盘\"", null)]
    [InlineData("\"𝄞𝄞𝄞𝄞\"", null)]
    [InlineData("\"\\ud834\\udd1e\\u6599\"", null)]
    [InlineData("\"x\"", "参数 k 长度超出范围: 1 不在 [2, 4] 个字符")]
    [InlineData("\"料盘料盘料\"", "参数 k 长度超出范围: 5 不在 [2, 4] 个字符")]
    [InlineData("\"\"", "参数 k 长度超出范围: 0 不在 [2, 4] 个字符")]
    [InlineData("12", "参数 k 类型错误: 12 不是字符串")]
    [Conformance(129)]
    public void The_length_of_a_string_counts_characters(string value, string? problem)
    {
        var reader = One(value);
        _ = reader.Text(2, 4);
        Assert.Equal(problem, reader.Problem);
    }

    [Fact]
    [Conformance(125)]
    public void A_string_must_match_its_pattern_and_the_match_must_end()
    {
        var lot = new Regex("^LOT-[0-9]+$", RegexOptions.None, TimeSpan.FromMinutes(1));
        var reader = One("\"LOT-17\"");
        Assert.Equal("LOT-17", reader.Text(pattern: lot));
        Assert.Null(reader.Problem);

        reader = One("\"lot-17\"");
        _ = reader.Text(pattern: lot);
        Assert.Equal("参数 k 不符合格式: \"lot-17\" 不匹配 ^LOT-[0-9]+$", reader.Problem);

        reader = One($"\"{new string('a', 60)}!\"");
        _ = reader.Text(pattern: new Regex("^(a+)+$", RegexOptions.None, TimeSpan.FromMilliseconds(20)));
        Assert.Equal($"参数 k 的格式检查超时: \"{new string('a', 39)}…", reader.Problem);
    }

    [Theory]
    [InlineData("""{"x":1,"y":2,"width":3,"height":4}""", null)]
    [InlineData("""{"height":4.0,"label":"roi","width":3,"y":2,"x":1e0}""", null)]
    [InlineData("""{"\u0078":1,"y":2,"width":3,"height":4}""", null)]
    [InlineData("\"1,2,3,4\"", null)]
    [InlineData("\" 1, 2 ,3 , 4 \"", null)]
    [InlineData("\"\\u0031,2,3,4\"", null)]
    [InlineData("""{"x":1,"width":3}""", "参数 roi 不是矩形: 缺少 y, height")]
    [InlineData("""{"x":1,"y":2.5,"width":3,"height":4}""", "参数 roi 不是矩形: y 应为整数: 2.5")]
    [InlineData("""{"x":1,"y":"2","width":3,"height":4}""", "参数 roi 不是矩形: y 应为整数: \"2\"")]
    [InlineData("""{"x":1,"y":2,"width":3,"height":4294967296}""", "参数 roi 不是矩形: height 应为整数: 4294967296")]
    [InlineData("""{"x":1,"y":2,"width":3,"height":4,"x":1}""", "参数 roi 不是矩形: x 重复")]
    [InlineData("\"1,2,3\"", "参数 roi 不是矩形: \"1,2,3\"（应为 \"x,y,width,height\"）")]
    [InlineData("\"1,2,3,4,5\"", "参数 roi 不是矩形: \"1,2,3,4,5\"（应为 \"x,y,width,height\"）")]
    [InlineData("\"1,2,3,\"", "参数 roi 不是矩形: \"1,2,3,\"（应为 \"x,y,width,height\"）")]
    [InlineData("\"1,2,3,4.5\"", "参数 roi 不是矩形: \"1,2,3,4.5\"（应为 \"x,y,width,height\"）")]
    [InlineData("[1,2,3,4]", "参数 roi 类型错误: [1,2,3,4] 不是矩形（应为 {x, y, width, height} 对象或 \"x,y,width,height\"）")]
    [Conformance("C11")]
    public void A_rect_is_an_object_or_a_text(string value, string? problem)
    {
        var read = Sample.Read($$"""{"roi":{{value}}}""");
        Assert.Equal(problem, read.Problem);
        Assert.Equal(problem is null ? new Rect(1, 2, 3, 4) : default, read.Roi);
    }

    [Fact]
    public void Negative_sides_are_a_matter_of_the_picture_and_not_of_the_form() => Assert.Null(Sample.Read("""{"roi":"-1,-2,0,-4"}""").Problem);

    [Fact]
    public void A_parameter_given_twice_is_wrong_and_an_unknown_key_twice_is_not()
    {
        Assert.Equal("参数 count 重复", Sample.Read("""{"count":1,"roi":"1,2,3,4","count":2}""").Problem);
        Assert.Equal("参数 count 重复", Sample.Read("""{"count":1,"roi":"1,2,3,4","c\u006funt":2}""").Problem);
        Assert.Equal("参数 count 重复", Sample.Read("""{"c\u006funt":1,"roi":"1,2,3,4","count":2}""").Problem);
        Assert.Null(Sample.Read("""{"x":1,"roi":"1,2,3,4","x":2}""").Problem);
    }

    [Fact]
    public void Keys_that_share_their_bit_are_told_apart()
    {
        // All keys of two letters between the same two: enough for every bit to be shared.
        var keys = Enumerable.Range(0, 200).Select(i => $"k{i:D3}k").ToArray();
        var reader = new ParamReader(Encoding.UTF8.GetBytes("{" + string.Join(",", keys.Select(key => $"\"{key}\":1")) + "}"));
        for (var i = 0; reader.Next(); i++)
        {
            Assert.True(reader.Is(Encoding.UTF8.GetBytes(keys[i])));
            Assert.Equal(1, reader.Int());
        }

        Assert.Null(reader.Problem);
    }

    [Fact]
    public void Values_nobody_reads_are_skipped()
    {
        var reader = new ParamReader("""{"a":{"b":[1,{"c":"}"}]},"d":1}"""u8);
        Assert.True(reader.Next());
        Assert.False(reader.Is("d"u8));
        Assert.True(reader.Next());
        Assert.True(reader.Is("d"u8));
        Assert.False(reader.IsNull());
        Assert.Equal(1, reader.Int());
        Assert.False(reader.Next());
        Assert.False(reader.Next());
        Assert.Null(reader.Problem);
    }

    [Theory]
    [InlineData("[]", "user_params 不是有效的JSON对象: 第 0 字节应为对象")]
    [InlineData("""{"a":1""", "user_params 不是有效的JSON对象: 第 6 字节JSON 不完整")]
    [InlineData("""{"roi":"1,2,3,4"} {}""", "user_params 不是有效的JSON对象: 第 18 字节值之后还有内容")]
    [InlineData("""{"count":tru}""", "user_params 不是有效的JSON对象: 第 9 字节应为 null、true 或 false")]
    [InlineData("""{"a":tru}""", "user_params 不是有效的JSON对象: 第 5 字节应为 null、true 或 false")]
    public void Text_that_is_no_object_is_told(string json, string problem) =>
        Assert.StartsWith(problem, Sample.Read(json).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_long_value_is_shortened_in_the_message()
    {
        var reader = One($"\"{new string('字', 500)}\"");
        _ = reader.Int();
        Assert.Equal($"参数 k 类型错误: \"{new string('字', 39)}… 不是整数", reader.Problem);
    }

    private static ParamReader One(string value)
    {
        var reader = new ParamReader(Encoding.UTF8.GetBytes($$"""{"k":{{value}}}"""));
        Assert.True(reader.Next());
        Assert.True(reader.Is("k"u8));
        return reader;
    }
}

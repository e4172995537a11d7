using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProcVision.Sdk.Tests.Results;

/// <summary>A record of the author's own comes from the author's serializer: it is refused at its line unless a strict reader takes it.</summary>
public partial class RecordJsonTests
{
    [Fact]
    [Conformance(163, 543)]
    public void A_record_with_NaN_is_refused_at_its_line_and_sent_as_text_where_the_author_says_so()
    {
        Assert.Throws<ArgumentException>(() => { _ = ExecuteResult.Ok().With("m", new Length(double.NaN), RecordJson.Default.Length); });
        Assert.Throws<ArgumentException>(() => { _ = PreResult.Ok("m").With("m", new Length(double.PositiveInfinity), RecordJson.Default.Length); });
        Assert.Equal("""{"Mm":"NaN"}""", Json(ExecuteResult.Ok().With("m", new Length(double.NaN), LiteralJson.Default.Length)));
    }

    [Theory]
    [Conformance(163, 260, 543)]
    [InlineData("NaN", "第 0 字节应为值")]
    [InlineData("[1,-Infinity]", "第 4 字节数字缺少整数部分")]
    [InlineData("{\"a\":1", "第 6 字节JSON 不完整")]
    [InlineData("1 2", "第 2 字节值之后还有内容")]
    [InlineData("\"\\ud800\"", "第 1 字节不成对的代理项转义")]
    [InlineData("\"line\nbreak\"", "第 5 字节字符串中有控制字符")]
    public void JSON_that_a_converter_wrote_by_hand_is_refused_by_key_and_place_unless_it_is_right(string json, string problem)
    {
        var refusal = Assert.Throws<ArgumentException>(() => { _ = ExecuteResult.Ok().With("own", new Raw(json), RecordJson.Default.Raw); });
        Assert.Contains($"The JSON of 'own' cannot be sent: {problem}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("[1, {\"a\":null}]", Json(ExecuteResult.Ok().With("own", new Raw("[1, {\"a\":null}]"), RecordJson.Default.Raw)));
    }

    [Fact]
    public void A_record_is_as_deep_as_a_frame_around_it_allows()
    {
        var deep = new string('[', 62) + new string(']', 62);
        Assert.Equal(deep, Json(ExecuteResult.Ok().With("own", new Raw(deep), RecordJson.Default.Raw)));
        Assert.Throws<ArgumentException>(() => { _ = ExecuteResult.Ok().With("own", new Raw($"[{deep}]"), RecordJson.Default.Raw); });
    }

    [Fact]
    public void Half_a_surrogate_pair_in_a_record_is_replaced() =>
        Assert.Equal("a\uFFFDb", JsonSerializer.Deserialize(Json(ExecuteResult.Ok().With("own", "a\uD800b", RecordJson.Default.String)), RecordJson.Default.String));

    private static string Json(ExecuteResult result) => Encoding.UTF8.GetString(result.Extra!.Json);

    internal sealed record Length(double Mm);

    [JsonConverter(typeof(RawConverter))]
    internal sealed record Raw(string Json);

    internal sealed class RawConverter : JsonConverter<Raw>
    {
        public override Raw Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Raw value, JsonSerializerOptions options) => writer.WriteRawValue(value.Json, skipInputValidation: true);
    }

    [JsonSerializable(typeof(Length))]
    [JsonSerializable(typeof(Raw))]
    [JsonSerializable(typeof(string))]
    internal sealed partial class RecordJson : JsonSerializerContext;

    [JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
    [JsonSerializable(typeof(Length))]
    internal sealed partial class LiteralJson : JsonSerializerContext;
}

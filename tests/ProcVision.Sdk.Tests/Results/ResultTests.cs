using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace ProcVision.Sdk.Tests.Results;

/// <summary>What cannot even be made.</summary>
public partial class ResultTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    [Conformance(141, 149)]
    public void An_NG_needs_a_reason_and_an_ERROR_a_message(string? text)
    {
        Assert.Throws<ArgumentException>(() => { _ = ExecuteResult.Ng(text); });
        Assert.Throws<ArgumentException>(() => { _ = ExecuteResult.Error(ErrorCode.Unknown, text); });
        Assert.Throws<ArgumentException>(() => { _ = PreResult.Error(ErrorCode.Unknown, text); });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    [InlineData(1008)]
    [InlineData(2001)]
    [Conformance("C24")]
    public void An_ERROR_has_one_of_the_named_codes(int code)
    {
        Assert.Throws<ArgumentException>(() => { _ = ExecuteResult.Error((ErrorCode)code, "x"); });
        Assert.Throws<ArgumentException>(() => { _ = PreResult.Error((ErrorCode)code, "x"); });
    }

    [Fact]
    [Conformance(172, 173, 174, 175, 176, 177, 178, 179, 180, "C24")]
    public void The_codes_are_the_platforms() =>
        Assert.Equal([1001, 1002, 1003, 1004, 1005, 1006, 1007, 9999], Enum.GetValues<ErrorCode>().Select(c => (int)c));

    [Fact]
    [Conformance(144)]
    public void A_message_is_formatted_in_the_invariant_culture_whatever_the_station()
    {
        var before = CultureInfo.CurrentCulture;
        var station = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        station.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo.CurrentCulture = station;
        try
        {
            var light = 35.26;
            Assert.Equal("35,3", light.ToString("F1", null));
            Assert.Equal("光照不足: 35.3 < 50.0, |  7|", ExecuteResult.Error(ErrorCode.InvalidParams, $"光照不足: {light:F1} < {50.0:F1}, |{7,3}|").Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_record_of_the_authors_own_is_kept_as_JSON()
    {
        var result = ExecuteResult.Ok().With("measurement", new Measurement(1.5), ResultJson.Default.Measurement).With("b", new Measurement(2), ResultJson.Default.Measurement);
        Assert.Equal("b", result.Extra!.Key);
        Assert.Equal("measurement", result.Extra.Next!.Key);
        Assert.Equal("""{"Length":1.5}""", Encoding.UTF8.GetString(result.Extra.Next.Json));
    }

    [Theory]
    [InlineData("result_status")]
    [InlineData("defect_rects")]
    [InlineData("debug")]
    [InlineData("step_index")]
    [InlineData("phase")]
    [InlineData("error_code")]
    [InlineData("m")]
    [InlineData("")]
    [Conformance(167)]
    public void A_record_cannot_take_a_key_of_the_platform_or_one_that_is_taken(string key)
    {
        Assert.Throws<ArgumentException>(() =>
        {
            _ = ExecuteResult.Ok().With("m", new Measurement(1), ResultJson.Default.Measurement).With(key, new Measurement(1), ResultJson.Default.Measurement);
        });
    }

    [Fact]
    public void A_default_result_takes_no_record()
    {
        Assert.Throws<InvalidOperationException>(() => { _ = default(ExecuteResult).With("m", new Measurement(1), ResultJson.Default.Measurement); });
        Assert.Throws<InvalidOperationException>(() => { _ = default(PreResult).With("m", new Measurement(1), ResultJson.Default.Measurement); });
    }

    internal sealed record Measurement(double Length);

    [JsonSerializable(typeof(Measurement))]
    internal sealed partial class ResultJson : JsonSerializerContext;
}

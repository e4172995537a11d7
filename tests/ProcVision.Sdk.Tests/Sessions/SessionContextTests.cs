using System.Text;

namespace ProcVision.Sdk.Tests.Sessions;

public class SessionContextTests
{
    [Fact]
    [Conformance(6, 44)]
    public void The_named_facts_are_there()
    {
        var context = SessionContext.Parse("""{"product_code":"A-1","operator":"张三","trace_id":"t-7"}""");
        Assert.Equal("A-1", context.ProductCode);
        Assert.Equal("张三", context.Operator);
        Assert.Equal("t-7", context.TraceId);
    }

    [Fact]
    public void Missing_and_null_facts_are_null()
    {
        var context = SessionContext.Parse("""{"operator":null}""");
        Assert.Null(context.Operator);
        Assert.Null(context.TraceId);
        Assert.False(context.TryGet("operator", out var text));
        Assert.Equal("", text);
        Assert.Null(SessionContext.Empty.ProductCode);
    }

    [Fact]
    public void Any_other_value_is_given_as_its_JSON()
    {
        var context = SessionContext.Parse("""{"a":{"b":[1, 2]},"n":1.50,"t":true,"x\u0061":"y\n","trace_id":5}""");
        Assert.Equal("""{"b":[1, 2]}""", Text(context, "a"));
        Assert.Equal("1.50", Text(context, "n"));
        Assert.Equal("true", Text(context, "t"));
        Assert.Equal("y\n", Text(context, "xa"));
        Assert.Equal("5", context.TraceId);
        Assert.False(context.TryGet("b", out _));
    }

    [Theory]
    [InlineData("""{"a":"1","b":{"a":"3"},"a":"2"}""", "a")]
    [InlineData("""{"trace_id":"t-7","trac\u0065_id":"t-7"}""", "trace_id")]
    [InlineData("""{"料":1,"b":null,"料":1}""", "料")]
    public void A_key_that_stands_there_twice_is_refused_by_name(string json, string key) => Assert.Contains(
        $"session.context 的键 {key} 重复", Assert.Throws<ArgumentException>(() => SessionContext.Parse(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Keys_inside_of_a_fact_are_the_authors_own_business() =>
        Assert.Equal("""{"a":1,"a":2}""", Text(SessionContext.Parse("""{"b":{"a":1,"a":2},"a":3}"""), "b"));

    [Fact]
    [Conformance(3, "C33")]
    public void The_context_is_a_copy_and_cannot_be_changed()
    {
        var frame = """{"trace_id":"t-7","deep":{"a":1}}"""u8.ToArray();
        Assert.True(SessionContext.TryParse(frame, out var context, out _));
        frame.AsSpan().Fill((byte)'x');
        Assert.Equal("t-7", context.TraceId);
        Assert.Equal("""{"a":1}""", Text(context, "deep"));
        Assert.Equal("""{"trace_id":"t-7","deep":{"a":1}}""", context.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":1} x")]
    [InlineData("{\"a\":\"\\ud800\"}")]
    [InlineData("{\"\\udc00\":1}")]
    [InlineData("{\"a\":{\"b\":\"\\ud800x\"}}")]
    public void What_is_no_JSON_object_is_refused_with_the_reason(string json)
    {
        Assert.Contains("session.context", Assert.Throws<ArgumentException>(() => SessionContext.Parse(json)).Message, StringComparison.Ordinal);
        Assert.False(SessionContext.TryParse(Encoding.UTF8.GetBytes(json), out var context, out _));
        Assert.Same(SessionContext.Empty, context);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused() =>
        Assert.False(SessionContext.TryParse([.. "{\"a\":\""u8, 0xc3, .. "\"}"u8], out _, out _));

    private static string Text(SessionContext context, string key) => context.TryGet(key, out var value) ? value : throw new KeyNotFoundException(key);
}

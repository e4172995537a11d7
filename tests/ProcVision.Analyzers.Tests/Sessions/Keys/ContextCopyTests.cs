namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2005: facts of the context that are stored again.</summary>
public sealed class ContextCopyTests
{
    [Theory]
    [Conformance(30)]
    [InlineData("step.Session.Context.TraceId", "trace_id", "TraceId")]
    [InlineData("step.Session.Context.ProductCode!", "product_code", "ProductCode")]
    [InlineData("step.Session.Context.Operator ?? \"nobody\"", "operator", "Operator")]
    [InlineData("operatorName", "operator", "Operator")]
    [InlineData("found", "trace_id", "TraceId")]
    public async Task A_field_is_stored(string value, string field, string property)
    {
        var messages = await KeyedStep.FindAsync($$"""
            string? operatorName = step.Session.Context.Operator;
            _ = step.Session.Context.TryGet("trace_id", out var found);
            step.Session.Set("who", {|PV2005:{{value}}|});
            """);
        Assert.Equal(
            $"'{field}' is a field of the context, which every call of the detection brings. Read it with 'Session.Context.{property}' where it is needed, and do not store it.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task A_key_is_named_like_a_field() => await KeyedStep.FindAsync("""
        step.Session.Set({|PV2005:"product_code"|}, "P-17");
        step.Session.Set({|PV2005:"trace_id"|}, 17);
        """);

    [Fact]
    public async Task A_typed_property_takes_a_field() => await KeyedStep.FindTypedAsync(
        "public partial string? Trace { get; set; }", "step.Session.Trace = {|PV2005:step.Session.Context.TraceId|};");

    [Fact]
    public async Task What_is_made_of_a_field_is_something_else() => await KeyedStep.FindAsync("""
        string code = step.Session.Context.ProductCode ?? "";
        step.Session.Set("family", code.Length > 3 ? code[..3] : code);
        step.Session.Set("length", code.Length);
        var other = step.Session.Context.ProductCode;
        other = "fixed";
        step.Session.Set("other", other);
        step.Session.Set("code", code + "-1");
        """);
}

namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2006: a picture in the session (C36).</summary>
public sealed class StoredImageTests
{
    [Theory]
    [Conformance("C36")]
    [InlineData("step.Image.Pixels.ToArray()")]
    [InlineData("step.Image.Memory")]
    [InlineData("step.Image.Memory.ToArray()")]
    [InlineData("step.Image.Memory.Span.ToArray()")]
    [InlineData("step.Image.PixelsAs<ushort>().ToArray()")]
    [InlineData("Convert.ToBase64String(step.Image.Pixels)")]
    [InlineData("copy")]
    [InlineData("step.Guide.Image.Pixels.ToArray()")]
    [InlineData("ImmutableArray.Create(step.Image.Pixels)")]
    public async Task A_picture_is_stored(string value)
    {
        var messages = await KeyedStep.FindAsync($$"""
            var copy = step.Image.Memory.Span.ToArray();
            step.Session.Set("template", {|PV2006:{{value}}|});
            """);
        Assert.Equal(
            $"'{value}' is a picture, and a session is for small state. Process it in this step and store the result; a picture to compare with is loaded into a field in Setup.",
            Assert.Single(messages));
    }

    [Theory]
    [InlineData("step.Image")]
    [InlineData("step.Image.Pixels")]
    [InlineData("step.Guide.Image")]
    public async Task A_picture_that_the_compiler_refuses_too_is_told_in_words_that_help(string value) =>
        await KeyedStep.FindAsync($$"""step.Session.Set("template", {|PV2006:{{value}}|});""");

    [Fact]
    public async Task Another_span_is_for_the_compiler_to_refuse() =>
        await KeyedStep.FindAsync("""step.Session.Set("part", step.Image.Row(3)); step.Session.Set("text", "abc".AsSpan());""");

    [Fact]
    public async Task A_picture_is_asked_for() => await KeyedStep.FindAsync("""
        step.Session.Set("template", {|PV2006:new ImageBuffer(1, 1, PixelFormat.Gray8)|});
        var template = step.Session.Get<{|PV2006:ImageBuffer|}>("template");
        """);

    [Fact]
    public async Task A_typed_property_takes_a_picture() => await KeyedStep.FindTypedAsync(
        "[MaxBytes(8000)] public partial byte[] Template { get; set; }",
        "step.Session.Template = {|PV2006:step.Image.Pixels.ToArray()|};");

    [Fact]
    public async Task A_part_or_a_measure_of_it_is_fine() => await KeyedStep.FindAsync("""
        step.Session.Set("mean", step.Image.Mean());
        step.Session.Set("row", step.Image.Row(3).ToArray());
        step.Session.Set("part", step.Image.Pixels[..100].ToArray());
        step.Session.Set("pixel", step.Image.Pixels[5]);
        step.Session.Set("width", step.Image.Width);
        """);
}

namespace ProcVision.Analyzers.Processes;

/// <summary>PV4012: a buffer of the size of the picture is pooled.</summary>
public sealed class PictureBufferTests
{
    [Theory]
    [InlineData("var gray = {|PV4012:new byte[step.Image.Width * step.Image.Height]|};", "new byte[step.Image.Width * step.Image.Height]", "byte")]
    [InlineData("int w = step.Image.Width, h = step.Image.Height; var gray = {|PV4012:new float[w * h]|};", "new float[w * h]", "float")]
    [InlineData("int size = step.Image.Height * step.Image.Stride; var all = {|PV4012:new byte[size]|};", "new byte[size]", "byte")]
    [InlineData("var image = step.Image; var labels = {|PV4012:new int[image.Height, image.Width]|};", "new int[image.Height, image.Width]", "int")]
    [InlineData("var all = {|PV4012:new byte[step.Image.Pixels.Length]|};", "new byte[step.Image.Pixels.Length]", "byte")]
    [InlineData("var all = {|PV4012:GC.AllocateUninitializedArray<byte>|}(step.Image.Width * step.Image.Height * 3);", "GC.AllocateUninitializedArray<byte>", "byte")]
    [InlineData("var all = {|PV4012:step.Image.Pixels.ToArray|}();", "step.Image.Pixels.ToArray", "byte")]
    [InlineData("var all = {|PV4012:step.Image.Memory.ToArray|}();", "step.Image.Memory.ToArray", "byte")]
    public async Task It_is_not_made_in_every_call(string lines, string what, string element) => Assert.Equal(
        $"'{what}' allocates a buffer of the size of the picture in every call, which the garbage collector must take back between parts. "
            + $"Rent it from ArrayPool<{element}>.Shared, or keep one in a field marked [KeptBetweenCalls].",
        Assert.Single(await DemoStep.FindAsync(lines)));

    [Fact]
    public async Task A_method_that_takes_the_picture_is_part_of_the_step() => Assert.Single(await DemoStep.FindAsync(
        "", types: "static class Gray { public static byte[] Of(StepImage image) => {|PV4012:new byte[image.Width * image.Height]|}; }"));

    [Fact]
    public async Task Smaller_and_kept_buffers_are_free() => await DemoStep.FindAsync(
        """
        var row = new byte[step.Image.Width];
        var small = new byte[step.Image.Width / 4 * (step.Image.Height / 4)];
        var histogram = new int[256];
        var part = step.Image.Row(0).ToArray();
        if (_gray.Length < step.Image.Width * step.Image.Height)
            _gray = new byte[step.Image.Width * step.Image.Height];
        var rented = ArrayPool<byte>.Shared.Rent(step.Image.Width * step.Image.Height);
        ArrayPool<byte>.Shared.Return(rented);
        Array.Resize(ref _gray, step.Image.Width * step.Image.Height);
        """,
        "[KeptBetweenCalls] byte[] _gray = [];");
}

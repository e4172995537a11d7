namespace ProcVision.Analyzers.Results;

/// <summary>PV3014: pictures on their way into an answer.</summary>
public sealed class ImageDataTests
{
    private const string Types = "public sealed record Crop(int X, byte[] Png); public sealed record Code(byte[] Payload);";

    [Theory]
    [InlineData("ExecuteResult.Ok().With(\"crop\", {|PV3014:Encode()|}, Json<byte[]>())", "The record 'crop'")]
    [InlineData("ExecuteResult.Ok().With(\"raw\", {|PV3014:step.Image.Pixels.ToArray()|}, Json<byte[]>())", "The record 'raw'")]
    [InlineData("ExecuteResult.Ok().With(\"part\", {|PV3014:new Crop(1, Encode())|}, Json<Crop>())", "'Png' of the record 'part'")]
    [InlineData("ExecuteResult.Ok().With(\"part\", {|PV3014:Convert.ToBase64String(Encode())|}, Json<string>())", "The record 'part'")]
    [InlineData("ExecuteResult.Ng({|PV3014:Convert.ToBase64String(Encode())|})", "This reason")]
    [InlineData("ExecuteResult.Error(ErrorCode.Unknown, $\"失败 {{|PV3014:Convert.ToBase64String(Encode())|}}\")", "This message")]
    public async Task Bytes_of_a_picture_and_base64(string result, string what)
    {
        string message = Assert.Single(await ResultStep.FindReturnAsync(result, "private static byte[] Encode() => [];", Types));
        Assert.Equal($"{what} would carry image data through the pipe in each answer, and no reader of results takes it. Send what was measured, and the places as rectangles.", message);
    }

    [Fact]
    public async Task Diagnostics_as_well() => Assert.StartsWith(
        "The value 'preview' would carry image data",
        Assert.Single(await ResultStep.FindAsync("var text = Convert.ToBase64String(Encode()); step.Diagnostics.Publish(\"preview\", {|PV3014:text|});", "private static byte[] Encode() => [];")),
        StringComparison.Ordinal);

    [Fact]
    public async Task Measurements_payloads_and_hashes_are_fine() => Assert.Empty(await ResultStep.FindAsync(
        """
        byte[] payload = [1, 2, 3];
        step.Diagnostics.Publish("mean", step.Image.Mean());
        step.Diagnostics.Publish("hash", Convert.ToBase64String(SHA256.HashData(payload)));
        step.Diagnostics.Publish("image", $"{step.Image.Width}x{step.Image.Height}");
        if (Flag) return ExecuteResult.Ok().With("code", payload, Json<byte[]>()).With("image_size", step.Image.Width, Json<int>());
        if (Count > 1) return ExecuteResult.Ok().With("code", new Code(payload), Json<Code>());
        """,
        types: Types));
}

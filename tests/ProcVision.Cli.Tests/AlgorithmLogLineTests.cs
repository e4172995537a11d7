namespace ProcVision.Cli.Tests;

public sealed class AlgorithmLogLineTests
{
    [Theory]
    [InlineData("""{"level":"info","timestamp_ms":1,"message":"看了","step_index":1,"pid":"p001"}""", "  [ALGO] 看了 step_index=1")]
    [InlineData("""{"level":"warn","message":"暗","light":35.5}""", "  [ALGO] warn: 暗 light=35.5")]
    [InlineData("""{"level":"info"}""", """  [ALGO-RAW] {"level":"info"}""")]
    [InlineData("{broken", "  [ALGO-RAW] {broken")]
    [InlineData("plain text", "  [ALGO-RAW] plain text")]
    [InlineData("""{"message":"\ud800"}""", """  [ALGO-RAW] {"message":"\ud800"}""")]
    [Conformance(342)]
    public void A_structured_line_is_shown_as_text_and_any_other_as_it_is(string line, string shown) =>
        Assert.Equal(shown, AlgorithmLogLine.Format(line));
}

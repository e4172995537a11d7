namespace ProcVision.CodeFixes.Processes;

/// <summary>The fix of PV4007: a pause ends with the step's cancellation.</summary>
public sealed class CancellableSleepFixTests
{
    [Theory]
    [InlineData("{|PV4007:Thread.Sleep|}(200); // settles", "step.Cancellation.WaitHandle.WaitOne(200); // settles")]
    [InlineData("{|PV4007:System.Threading.Thread.Sleep|}(TimeSpan.FromSeconds(1));", "step.Cancellation.WaitHandle.WaitOne(TimeSpan.FromSeconds(1));")]
    [InlineData("{|PV4007:Thread.Sleep|}(millisecondsTimeout: 50);", "step.Cancellation.WaitHandle.WaitOne(millisecondsTimeout: 50);")]
    [InlineData("{|PV4007:Thread.Sleep|}(Timeout.Infinite);", "step.Cancellation.WaitHandle.WaitOne(Timeout.Infinite);")]
    [InlineData("while (step.Image.Width == 0) {|PV4007:Thread.Sleep|}(10);", "while (step.Image.Width == 0) step.Cancellation.WaitHandle.WaitOne(10);")]
    [InlineData("{|PV4007:Thread.Sleep|}(30); {|PV4007:Thread.Sleep|}(40);", "step.Cancellation.WaitHandle.WaitOne(30); step.Cancellation.WaitHandle.WaitOne(40);")]
    public Task A_sleep_becomes_a_wait(string before, string after) => DemoProcess.BecomesAsync<CancellableSleepFix>(before, after);

    [Fact]
    public Task What_takes_the_step_waits_with_it() => DemoProcess.MemberBecomesAsync<CancellableSleepFix>(
        "static void Settle(in LocateStep s) { {|PV4007:Thread.Sleep|}(200); }",
        "static void Settle(in LocateStep s) { s.Cancellation.WaitHandle.WaitOne(200); }");

    [Theory]
    [InlineData("Parallel.For(0, 2, i => { {|PV4007:Thread.Sleep|}(500); });")]
    [InlineData("void Settle() { {|PV4007:Thread.Sleep|}(500); } Settle();")]
    public Task A_function_within_a_step_cannot_capture_it(string lines) => DemoProcess.StaysAsync<CancellableSleepFix>(lines);

    [Theory]
    [InlineData("static void Settle(in LocateStep step) => {|PV4007:Thread.Sleep|}(200);")]
    [InlineData("static void Settle(StepImage image) { if (image.Width > 0) { {|PV4007:Thread.Sleep|}(200); } }")]
    public Task Without_a_statement_or_a_step_nothing_is_offered(string member) => DemoProcess.MemberStaysAsync<CancellableSleepFix>(member);
}

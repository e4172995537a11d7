namespace ProcVision.Analyzers.Processes;

/// <summary>PV4007, PV4008: a step can be cancelled while it waits.</summary>
public sealed class BlockingStepTests
{
    [Theory]
    [InlineData("{|PV4007:Thread.Sleep|}(500);", "Thread.Sleep(500)", "500")]
    [InlineData("int ms = 40; {|PV4007:Thread.Sleep|}(ms);", "Thread.Sleep(ms)", "ms")]
    [InlineData("{|PV4007:Thread.Sleep|}(TimeSpan.FromSeconds(1));", "Thread.Sleep(TimeSpan.FromSeconds(1))", "TimeSpan.FromSeconds(1)")]
    [InlineData("while (step.Image.Width == 0) {|PV4007:Thread.Sleep|}(10);", "Thread.Sleep(10)", "10")]
    [InlineData("while (!step.Cancellation.IsCancellationRequested) {|PV4007:Thread.Sleep|}(200);", "Thread.Sleep(200)", "200")]
    [InlineData("Parallel.For(0, 2, i => {|PV4007:Thread.Sleep|}(500));", "Thread.Sleep(500)", "500")]
    public async Task A_step_does_not_sleep(string lines, string sleep, string time) => Assert.Equal(
        $"'{sleep}' holds the step and does not hear step.Cancellation, which fires at the deadline and when the process shall end. "
            + $"Write 'step.Cancellation.WaitHandle.WaitOne({time})', which returns at once then.",
        Assert.Single(await DemoStep.FindAsync(lines)));

    [Fact]
    public async Task Nor_does_what_it_calls() => Assert.Single(await DemoStep.FindAsync("Settle();", "void Settle() => {|PV4007:Thread.Sleep|}(300);"));

    [Fact]
    public async Task Short_pauses_and_cancellable_ones_are_free() => await DemoStep.FindAsync(
        """
        Thread.Sleep(0);
        Thread.Sleep(5);
        Thread.Yield();
        step.Cancellation.WaitHandle.WaitOne(500);
        while (!step.Cancellation.IsCancellationRequested && step.Image.Width > 0) Thread.Sleep(10);
        """,
        "void Setup(SetupContext context) => Thread.Sleep(500); void Unused() => Thread.Sleep(500);");

    [Theory]
    [InlineData("var task = Task.Run(() => { }); {|PV4008:task.Wait|}();", "task.Wait()", "task.Wait(step.Cancellation)")]
    [InlineData("var task = Task.Run(() => 1); _ = {|PV4008:task.Result|};", "task.Result", "task.Wait(step.Cancellation)' and then 'task.Result")]
    [InlineData("var task = Task.Run(() => 1); _ = {|PV4008:task.GetAwaiter().GetResult|}();", "task.GetAwaiter().GetResult()", "task.Wait(step.Cancellation)' and then 'task.Result")]
    [InlineData("var task = Task.Run(() => 1); _ = {|PV4008:task.ConfigureAwait(false).GetAwaiter().GetResult|}();", "task.ConfigureAwait(false).GetAwaiter().GetResult()", "task.Wait(step.Cancellation)' and then 'task.Result")]
    [InlineData("{|PV4008:Task.WaitAll|}(Task.Run(() => { }), Task.Run(() => { }));", "Task.WaitAll(Task.Run(() => { }), Task.Run(() => { }))", "Task.WaitAll(tasks, step.Cancellation)")]
    [InlineData("{|PV4008:_ready.WaitOne|}();", "_ready.WaitOne()", "WaitHandle.WaitAny([_ready, step.Cancellation.WaitHandle])")]
    [InlineData("{|PV4008:_ready.WaitOne|}(-1);", "_ready.WaitOne(-1)", "WaitHandle.WaitAny([_ready, step.Cancellation.WaitHandle])")]
    [InlineData("{|PV4008:_ready.WaitOne|}(Timeout.Infinite);", "_ready.WaitOne(Timeout.Infinite)", "WaitHandle.WaitAny([_ready, step.Cancellation.WaitHandle])")]
    [InlineData("{|PV4008:_gate.Wait|}();", "_gate.Wait()", "_gate.Wait(step.Cancellation)")]
    [InlineData("{|PV4008:_gate.Wait|}(CancellationToken.None);", "_gate.Wait(CancellationToken.None)", "_gate.Wait(step.Cancellation)")]
    [InlineData("_ = {|PV4008:_parts.Take|}();", "_parts.Take()", "_parts.Take(step.Cancellation)")]
    [InlineData("foreach (int part in {|PV4008:_parts.GetConsumingEnumerable|}()) { }", "_parts.GetConsumingEnumerable()", "_parts.GetConsumingEnumerable(step.Cancellation)")]
    [InlineData("{|PV4008:SpinWait.SpinUntil|}(() => _parts.Count > 0);", "SpinWait.SpinUntil(() => _parts.Count > 0)", "SpinWait.SpinUntil(condition, milliseconds)")]
    [InlineData("using var tool = Process.Start(\"/usr/bin/grab\"); {|PV4008:tool.WaitForExit|}();", "tool.WaitForExit()", "tool.WaitForExit(milliseconds)")]
    [InlineData("{|PV4008:Task.Delay(500).Wait|}();", "Task.Delay(500).Wait()", "Task.Delay(500).Wait(step.Cancellation)")]
    public async Task A_step_waits_with_its_token(string lines, string wait, string cure) => Assert.Equal(
        $"'{wait}' waits for as long as it takes and does not hear step.Cancellation, so a host can end a call that hangs there only by killing the process. Write '{cure}'.",
        Assert.Single(await DemoStep.FindAsync(lines, Fields)));

    [Fact]
    public async Task Waits_that_end_are_free() => await DemoStep.FindAsync(
        """
        var token = step.Cancellation;
        var task = Task.Run(() => 1, token);
        task.Wait(token);
        _ = task.Result;
        var read = File.ReadAllBytesAsync("/dev/null", step.Cancellation);
        _ = read.Result.Length + File.ReadAllTextAsync("/dev/null", token).GetAwaiter().GetResult().Length;
        _ready.WaitOne(200);
        _ready.WaitOne(TimeSpan.FromSeconds(1));
        WaitHandle.WaitAny([_ready, step.Cancellation.WaitHandle]);
        step.Cancellation.WaitHandle.WaitOne();
        _gate.Wait(token);
        if (_gate.Wait(0)) _gate.Release();
        _ = _parts.Take(token) + (_parts.TryTake(out int part, 50) ? part : 0);
        lock (_parts) { }
        Parallel.For(0, 4, i => { });
        """,
        Fields);

    [Fact]
    public async Task Results_that_are_there_are_free() => await DemoStep.FindAsync(
        """
        var task = Task.Run(() => 1, CancellationToken.None);
        if (task.IsCompletedSuccessfully) _ = task.Result;
        _ = Task.FromResult(1).Result;
        var next = Task.Run(() => 2, step.Cancellation).ContinueWith(t => t.Result);
        next.Wait(step.Cancellation);
        """);

    [Fact]
    public async Task Other_threads_and_other_moments_may_wait() => await DemoStep.FindAsync(
        "var work = Task.Run(() => { _ready.WaitOne(); Thread.Sleep(100); }); work.Wait(step.Cancellation);",
        Fields + "void Setup(SetupContext context) => _ready.WaitOne(); void Teardown() => Task.Run(() => { }).Wait();");

    private const string Fields =
        "readonly ManualResetEvent _ready = new(false); readonly SemaphoreSlim _gate = new(1); [KeptBetweenCalls] readonly BlockingCollection<int> _parts = [];";
}

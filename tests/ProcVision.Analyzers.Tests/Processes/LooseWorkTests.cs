namespace ProcVision.Analyzers.Processes;

/// <summary>PV4014: a step ends with all of its work.</summary>
public sealed class LooseWorkTests
{
    private const string Keep = "Keep the task and wait for it with 'Wait(step.Cancellation)' before the step returns.";
    private const string Join = "Wait for it before the step returns, for example with a Task and 'Wait(step.Cancellation)'.";
    private const string Sync = "Let it return a Task and wait for that with 'Wait(step.Cancellation)', or make it synchronous.";

    [Theory]
    [InlineData("{|PV4014:Task.Run|}(() => { });", "Task.Run", Keep)]
    [InlineData("_ = {|PV4014:Task.Run|}(() => { });", "Task.Run", Keep)]
    [InlineData("{|PV4014:Task.Factory.StartNew|}(() => { });", "TaskFactory.StartNew", Keep)]
    [InlineData("{|PV4014:SaveAsync|}();", "Demo.SaveAsync", Keep)]
    [InlineData("_ = {|PV4014:File.WriteAllTextAsync|}(\"/tmp/a\", \"b\");", "File.WriteAllTextAsync", Keep)]
    [InlineData("{|PV4014:ThreadPool.QueueUserWorkItem|}(_ => { });", "ThreadPool.QueueUserWorkItem", Join)]
    [InlineData("{|PV4014:new Thread(() => { })|}.Start();", "new Thread(…).Start", Join)]
    [InlineData("{|PV4014:Later|}();", "Demo.Later", Sync)]
    [InlineData("{|PV4014:Local|}(); async void Local() => await Task.Yield();", "Local", Sync)]
    [InlineData("Parallel.ForEach(new[] { 1 }, {|PV4014:async|} i => await Task.Delay(i));", "The async function", Sync)]
    [InlineData("new List<int> { 1 }.ForEach({|PV4014:async|} i => await Task.Delay(i));", "The async function", Sync)]
    public async Task Work_that_nobody_waits_for_is_found(string lines, string name, string cure) => Assert.Equal(
        $"'{name}' goes on after the step has returned, when the picture is gone and nobody sees its exception. {cure}",
        Assert.Single(await DemoStep.FindAsync(lines, Members)));

    [Fact]
    public async Task Work_that_is_waited_for_is_free() => await DemoStep.FindAsync(
        """
        var saving = SaveAsync();
        var other = Task.Run(async () => { await Task.Yield(); _ = SaveAsync(); });
        Task.WaitAll([saving, other], step.Cancellation);
        """,
        Members);

    [Fact]
    public async Task Work_that_signals_its_end_is_free() => await DemoStep.FindAsync("""
        using var done = new CountdownEvent(2);
        ThreadPool.QueueUserWorkItem(_ => done.Signal());
        new Thread(() => done.Signal()).Start();
        done.Wait(step.Cancellation);
        """);

    [Fact]
    public async Task Work_of_the_process_is_free() => await DemoStep.FindAsync(
        "Func<Task> later = async () => await Task.Yield(); later().Wait(step.Cancellation);",
        Members + "void Setup(SetupContext context) => _ = Task.Run(() => { }); void Teardown() => _ = SaveAsync();");

    private const string Members = "Task SaveAsync() => Task.CompletedTask; async void Later() => await Task.Yield();";
}

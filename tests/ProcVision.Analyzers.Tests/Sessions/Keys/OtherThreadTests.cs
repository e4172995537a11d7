namespace ProcVision.Analyzers.Sessions.Keys;

/// <summary>PV2016: a session on another thread.</summary>
public sealed class OtherThreadTests
{
    [Theory]
    [Conformance(29)]
    [InlineData("Parallel.For(0, 6, i => {|PV2016:session.Set(\"a\", i)|});", "Parallel.For")]
    [InlineData("Parallel.ForEach(new[] { 1 }, i => { if (i > 0) { {|PV2016:session.Set(\"a\", i)|}; } });", "Parallel.ForEach")]
    [InlineData("Task.Run(() => {|PV2016:session.Set(\"a\", 1)|}).Wait(step.Cancellation);", "Task.Run")]
    [InlineData("Task.Factory.StartNew(() => { {|PV2016:session.Set(\"a\", 1)|}; }).Wait(step.Cancellation);", "TaskFactory.StartNew")]
    [InlineData("System.Threading.ThreadPool.QueueUserWorkItem(_ => {|PV2016:session.Set(\"a\", 1)|}); step.Cancellation.WaitHandle.WaitOne(9);", "ThreadPool.QueueUserWorkItem")]
    [InlineData("new System.Threading.Thread(() => {|PV2016:session.Set(\"a\", 1)|}).Start(); step.Cancellation.WaitHandle.WaitOne(9);", "Thread")]
    [InlineData("_ = new[] { 1 }.AsParallel().Select(i => {|PV2016:session.Exists(\"a\")|}).ToList(); session.Set(\"a\", 1);", "ParallelEnumerable.Select")]
    [InlineData("Parallel.For(0, 6, i => { Action keep = () => {|PV2016:session.Set(\"a\", i)|}; keep(); });", "Parallel.For")]
    public async Task A_function_for_another_thread_uses_it(string body, string runner)
    {
        var messages = await KeyedStep.FindAsync("var session = step.Session; " + body);
        Assert.Equal(
            $"'{runner}' runs its function on another thread, and a session belongs to the thread of the step. Read what is needed before it, and store the results after it.",
            Assert.Single(messages));
    }

    [Fact]
    public async Task A_function_of_this_thread_may() => await KeyedStep.FindAsync("""
        var session = step.Session;
        Action<int> keep = i => session.Set("a", i);
        keep(1);
        new List<int> { 1 }.ForEach(i => session.Set("b", i));
        int before = session.Get("a", 0);
        Parallel.For(0, 6, i => { _ = before + i; });
        Parallel.For(0, 6, i => { var own = new Session("test"); own.Set("a", i); });
        """);
}

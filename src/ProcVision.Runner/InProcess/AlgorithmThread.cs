using System.Collections.Concurrent;

namespace ProcVision.Runner;

/// <summary>The one thread on which everything of an algorithm in this process runs, as its process's main thread would.</summary>
internal sealed class AlgorithmThread : IDisposable
{
    private readonly BlockingCollection<Action> _work = [];
    private readonly Thread _thread;

    public AlgorithmThread(string name)
    {
        _thread = new(Run) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Runs something there, after what was given before.</summary>
    public Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _work.Add(() =>
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    /// <summary>No more work; the thread ends behind what it has. One that hangs is left behind: nothing in .NET can end it.</summary>
    public void Dispose() => _work.CompleteAdding();

    private void Run()
    {
        foreach (var work in _work.GetConsumingEnumerable())
            work();
    }
}

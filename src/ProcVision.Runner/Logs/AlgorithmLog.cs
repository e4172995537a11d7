namespace ProcVision.Runner;

/// <summary>Makes events out of the lines of one algorithm, on the thread that reads them.</summary>
/// <param name="events">Gets them; null: nobody wants any, and no line is parsed.</param>
/// <param name="log">Is told when <paramref name="events"/> fails: that must cost the algorithm nothing.</param>
internal sealed class AlgorithmLog(Action<AlgorithmLogEvent>? events, Action<string> log)
{
    private StepCallRequest? _call;

    /// <summary>From now on lines are about this call, also those that are read after its answer; null: about none.</summary>
    public void About(StepCallRequest? call) => Volatile.Write(ref _call, call);

    public void Take(int processId, string line)
    {
        if (events is null)
            return;
        try
        {
            events(AlgorithmLogEvent.Parse(line).Of(processId, Volatile.Read(ref _call)));
        }
        catch (Exception e)
        {
            // Whatever it is: this thread must go on draining the pipe.
            log($"日志事件的处理程序失败: {e.Message}");
        }
    }
}

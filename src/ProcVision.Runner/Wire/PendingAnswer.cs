namespace ProcVision.Runner;

/// <summary>An answer somebody waits for.</summary>
internal sealed class PendingAnswer(string requestId)
{
    private readonly TaskCompletionSource<AlgorithmFrame> _frame = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<AlgorithmFrame> Frame => _frame.Task;

    /// <summary>Takes the frame if it is the answer: its id is this one, or it has none (conformance 285, 518).</summary>
    public bool TryTake(AlgorithmFrame frame) =>
        (frame.RequestId is not { } id || id == requestId) && _frame.TrySetResult(frame);
}

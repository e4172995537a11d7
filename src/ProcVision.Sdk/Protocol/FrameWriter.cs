namespace ProcVision.Protocol;

/// <summary>
/// Makes whole frames, length and body in one pooled buffer, so that one write sends each (conformance 513). Each method's span is valid until the
/// next call of any of them. Not thread-safe.
/// </summary>
internal sealed class FrameWriter(TimeProvider clock) : IDisposable
{
    /// <summary>What had to be changed in the author's texts in the last frame so that it could be sent, else null: for the log.</summary>
    internal string? Warning => throw new NotImplementedException();

    /// <summary>The first frame: version of this Sdk and the capabilities that work (conformance 272–274, C42).</summary>
    internal ReadOnlySpan<byte> Hello() => throw new NotImplementedException($"{clock}");

    /// <summary>The result of a pre or execute call (conformance 297, C19, C21).</summary>
    internal ReadOnlySpan<byte> Result(scoped ReadOnlySpan<byte> requestId, scoped in CallOutcome outcome) => throw new NotImplementedException();

    /// <summary>The result of an info call (conformance 295).</summary>
    /// <param name="requestId">The call's id as raw JSON; empty without one.</param>
    /// <param name="info">The <c>get_info</c> object as JSON.</param>
    internal ReadOnlySpan<byte> Info(scoped ReadOnlySpan<byte> requestId, scoped ReadOnlySpan<byte> info) => throw new NotImplementedException();

    /// <summary>The result of a setup, teardown, reset or step-hook call that succeeded (conformance 296).</summary>
    internal ReadOnlySpan<byte> Done(scoped ReadOnlySpan<byte> requestId, CallPhase phase, int step) => throw new NotImplementedException();

    /// <summary>The same when it failed: a result with status ERROR.</summary>
    internal ReadOnlySpan<byte> Failed(scoped ReadOnlySpan<byte> requestId, CallPhase phase, int step, int code, string? kind, string message) =>
        throw new NotImplementedException();

    /// <summary>Answers a call whose fields are wrong: an <c>error</c> frame, or for 1006 a result with status ERROR.</summary>
    internal ReadOnlySpan<byte> Refuse(scoped in IncomingMessage message) => throw new NotImplementedException();

    /// <summary>An <c>error</c> frame (conformance 301).</summary>
    internal ReadOnlySpan<byte> Error(scoped ReadOnlySpan<byte> requestId, int code, string message) => throw new NotImplementedException();

    /// <summary>An <c>error</c> frame (conformance 301).</summary>
    internal ReadOnlySpan<byte> Error(scoped in FrameProblem problem) => Error(problem.RequestId, problem.Code, problem.Message ?? "");

    /// <summary>The answer to a call while another one runs (conformance 185, C44).</summary>
    internal ReadOnlySpan<byte> Busy(scoped ReadOnlySpan<byte> requestId) => Error(requestId, FrameProblem.Protocol, "busy");

    /// <summary>The answer to a ping (conformance 284, 285).</summary>
    internal ReadOnlySpan<byte> Pong(scoped ReadOnlySpan<byte> requestId) => throw new NotImplementedException();

    /// <summary>The last frame, after teardown (conformance 307).</summary>
    internal ReadOnlySpan<byte> Shutdown() => throw new NotImplementedException();

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => throw new NotImplementedException();
}

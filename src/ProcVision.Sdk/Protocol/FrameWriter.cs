namespace ProcVision.Protocol;

/// <summary>
/// Makes whole frames, length and body in one pooled buffer, so that one write sends each (conformance 513). Each method's span is valid until the
/// next call of any of them. Not thread-safe.
/// </summary>
internal sealed partial class FrameWriter(TimeProvider clock) : IDisposable
{
    private readonly FrameBuffer _frame = new();

    /// <summary>What had to be changed in the author's texts in the last frame so that it could be sent, else null: for the log.</summary>
    internal string? Warning { get; private set; }

    /// <summary>The first frame: version of this Sdk and the capabilities that work (conformance 272–274, C42).</summary>
    /// <param name="executeOnly">Whether calls of the execute-only profile are served: announced as that profile's SDK does (conformance 275).</param>
    internal ReadOnlySpan<byte> Hello(bool executeOnly = false)
    {
        _frame.Start();
        _frame.Raw("""{"type":"hello","sdk_version":"""u8);
        _frame.Text(SdkVersion.Text);
        _frame.Raw(""","timestamp_ms":"""u8);
        _frame.Integer(Now());
        _frame.Raw(
            """
            ,"capabilities":["ping","call","shutdown","shared_memory:v1","info","setup","teardown","reset","on_step_start","on_step_finish","deadline:v1","session_values:v1"
            """u8);
        _frame.Raw(SharedMemory.IsSupported ? ",\"session_state:v1\""u8 : default);
        _frame.Raw(executeOnly ? ",\"execute\"]}"u8 : "]}"u8);
        return Finish();
    }

    /// <summary>The result of an info call (conformance 295).</summary>
    /// <param name="requestId">The call's id as raw JSON; empty without one.</param>
    /// <param name="info">The <c>get_info</c> object as JSON.</param>
    internal ReadOnlySpan<byte> Info(scoped ReadOnlySpan<byte> requestId, scoped ReadOnlySpan<byte> info)
    {
        Begin("result"u8, requestId);
        _frame.Raw(""","status":"OK","message":"","data":{"phase":"info","step_index":0,"info":"""u8);
        _frame.Raw(info);
        _frame.Raw("}}"u8);
        return _frame.Size > FrameLimits.Body
            ? TooLarge(requestId, CallPhase.Info, 0, new FieldSize("info", info.Length))
            : Finish();
    }

    /// <summary>The result of a setup, teardown, reset or step-hook call that succeeded (conformance 296).</summary>
    internal ReadOnlySpan<byte> Done(scoped ReadOnlySpan<byte> requestId, CallPhase phase, int step)
    {
        Begin("result"u8, requestId);
        _frame.Raw(""","status":"OK","message":"","data":{"""u8);
        PhaseAndStep(phase, step);
        _frame.Raw("}}"u8);
        return Finish();
    }

    /// <summary>The result of a call of any phase that failed: status ERROR with its code (C21).</summary>
    /// <param name="requestId">The call's id as raw JSON; empty without one.</param>
    /// <param name="phase">The call's phase.</param>
    /// <param name="step">The call's step.</param>
    /// <param name="code">Four digits.</param>
    /// <param name="kind"><c>error_kind</c> where an exception ended the call (C5), else null.</param>
    /// <param name="message">Not empty (conformance 141).</param>
    internal ReadOnlySpan<byte> Failed(scoped ReadOnlySpan<byte> requestId, CallPhase phase, int step, int code, string? kind, string message)
    {
        Begin("result"u8, requestId);
        Status(code, kind, message);
        var size = new FieldSize("message", _frame.Size);
        _frame.Raw(""","data":{"""u8);
        PhaseAndStep(phase, step);
        _frame.Raw("}}"u8);
        return _frame.Size > FrameLimits.Body ? TooLarge(requestId, phase, step, size) : Finish();
    }

    /// <summary>Answers a call whose fields are wrong: an <c>error</c> frame, or for 1006 a result with status ERROR.</summary>
    internal ReadOnlySpan<byte> Refuse(scoped in IncomingMessage message) => message.Problem.Code == FrameProblem.Protocol
        ? Error(message.Problem)
        : Failed(message.RequestId, message.Phase, message.Step, message.Problem.Code, null, message.Problem.Message ?? "");

    /// <summary>An <c>error</c> frame (conformance 301).</summary>
    internal ReadOnlySpan<byte> Error(scoped ReadOnlySpan<byte> requestId, int code, string message)
    {
        Begin("error"u8, requestId);
        Status(code, null, message);
        _frame.Raw("}"u8);
        if (_frame.Size > FrameLimits.Body)
        {
            return Error(requestId, code, JsonText.Shorten(message));
        }

        return Finish();
    }

    /// <summary>An <c>error</c> frame (conformance 301).</summary>
    internal ReadOnlySpan<byte> Error(scoped in FrameProblem problem) => Error(problem.RequestId, problem.Code, problem.Message ?? "");

    /// <summary>The answer to a call while another one runs (conformance 185, C44).</summary>
    internal ReadOnlySpan<byte> Busy(scoped ReadOnlySpan<byte> requestId) => Error(requestId, FrameProblem.Protocol, "busy");

    /// <summary>The answer to a call that comes when the process is ending.</summary>
    internal ReadOnlySpan<byte> Ending(scoped ReadOnlySpan<byte> requestId) =>
        Error(requestId, FrameProblem.Protocol, "正在结束: shutting down, no call is begun any more");

    /// <summary>The answer to a ping (conformance 284, 285).</summary>
    internal ReadOnlySpan<byte> Pong(scoped ReadOnlySpan<byte> requestId)
    {
        Begin("pong"u8, requestId);
        _frame.Raw(""","status":"OK"}"""u8);
        return Finish();
    }

    /// <summary>The last frame, after teardown (conformance 307).</summary>
    internal ReadOnlySpan<byte> Shutdown()
    {
        _frame.Start();
        _frame.Raw("""{"type":"shutdown","timestamp_ms":"""u8);
        _frame.Integer(Now());
        _frame.Raw(""","status":"OK"}"""u8);
        return Finish();
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => _frame.Dispose();

    private long Now() => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private void Begin(scoped ReadOnlySpan<byte> type, scoped ReadOnlySpan<byte> requestId)
    {
        _frame.Start();
        _frame.Raw("{\"type\":\""u8);
        _frame.Raw(type);
        _frame.Raw("\",\"request_id\":"u8);
        _frame.Raw(requestId.IsEmpty ? "null"u8 : requestId);
        _frame.Raw(""","timestamp_ms":"""u8);
        _frame.Integer(Now());
    }

    private void Status(int code, string? kind, string message)
    {
        _frame.Raw(""","status":"ERROR","message":"""u8);
        _frame.Text(message);
        _frame.Raw(",\"error_code\":\""u8);
        _frame.Integer(code);
        _frame.Raw("\""u8);
        if (kind is not null)
        {
            _frame.Raw(""","error_kind":"""u8);
            _frame.Text(kind);
        }
    }

    private void PhaseAndStep(CallPhase phase, int step)
    {
        // The execute-only profile has no phases (conformance 299).
        if (phase != CallPhase.ExecuteOnly)
        {
            _frame.Raw("\"phase\":\""u8);
            _frame.Raw(MessageKeys.Text(phase));
            _frame.Raw("\","u8);
        }

        _frame.Raw("\"step_index\":"u8);
        _frame.Integer(step);
    }

    private ReadOnlySpan<byte> Finish()
    {
        Warning = _frame.ReplacedSurrogate ? "结果文本含不成对的代理字符，已替换为 U+FFFD" : null;
        return _frame.Finish();
    }

    /// <summary>In place of a result that may not be sent (conformance 261): the waiting call gets an answer, and its author the field to look at.</summary>
    private ReadOnlySpan<byte> TooLarge(scoped ReadOnlySpan<byte> requestId, CallPhase phase, int step, FieldSize largest) => Failed(
        requestId,
        phase,
        step,
        FrameProblem.Protocol,
        null,
        $"结果过大: {_frame.Size} 字节 > {FrameLimits.Body}，其中 {JsonText.Shorten(largest.Name)} 占 {largest.Bytes} 字节");
}

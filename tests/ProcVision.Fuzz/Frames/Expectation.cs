namespace ProcVision.Fuzz.Frames;

/// <summary>What must come back for one frame.</summary>
/// <param name="Type">The type of the answer; empty when the frame is not to be answered.</param>
/// <param name="RequestId">The id to be echoed, byte for byte.</param>
/// <param name="Codes">The codes that are right, <c>OK</c> among them where the call may succeed.</param>
/// <param name="Phase">The phase to be echoed; empty without one.</param>
/// <param name="Step">The step to be echoed; -1 without one.</param>
internal sealed record Expectation(string Type, string RequestId, string[] Codes, string Phase = "", long Step = -1)
{
    private static readonly string[] Ok = ["OK"];
    private static readonly string[] Protocol = ["1000"];

    internal static Expectation Nothing { get; } = new("", "", []);

    /// <summary>The last frame of a process that was asked to end.</summary>
    internal static Expectation Shutdown { get; } = new("shutdown", "", Ok);

    /// <summary>A frame whose id cannot be read.</summary>
    internal static Expectation Unreadable { get; } = Error("");

    internal bool IsAnswered => Type.Length > 0;

    /// <summary>A call, whatever is wrong with it: while another one runs it is answered <c>busy</c>.</summary>
    internal bool IsCall { get; init; }

    /// <summary>Runs the author's code: it may take long enough for the frames behind it to be answered first.</summary>
    internal bool Runs { get; init; }

    /// <summary>Asks the process to end, or leaves the algorithm without anything to run.</summary>
    internal bool IsLast { get; init; }

    internal static Expectation Error(string requestId) => new("error", Echo(requestId), Protocol);

    internal static Expectation Pong(string requestId) => new("pong", Echo(requestId), Ok);

    internal static Expectation Result(string requestId, string phase, long step, params string[] codes) =>
        new("result", Echo(requestId), codes.Length == 0 ? Ok : codes, phase, step) { IsCall = true };

    internal bool IsMetBy(Answer answer) =>
        answer.RequestId == RequestId
        && ((answer.Type == Type && Codes.Contains(answer.Code) && answer.Phase == Phase && answer.Step == Step) || IsBusy(answer));

    internal bool IsBusy(Answer answer) => IsCall && answer is { Type: "error", Code: "1000", Message: "busy" };

    public override string ToString() => $"{Type} {RequestId} {string.Join(" or ", Codes)} {Phase} {Step}{(IsCall ? ", or busy" : "")}";

    private static string Echo(string requestId) => requestId.Length == 0 ? "null" : requestId;
}

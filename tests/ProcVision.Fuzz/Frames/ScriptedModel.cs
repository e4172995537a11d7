using System.Text;
using System.Text.Json;

namespace ProcVision.Fuzz.Frames;

/// <summary>
/// What the test algorithm must answer to a frame (pid <c>p001</c>, steps 1 and 2, parameters <c>do</c> and <c>ms</c>), from the rules of
/// docs/protocol.md and DESIGN §3 and §7. A Runner's hello has gone before.
/// </summary>
internal sealed class ScriptedModel
{
    private const int LongestSessionId = 1024;
    private const int LargestContext = 256 * 1024;

    /// <summary>A deadline shorter than this may pass while a busy machine is at something else.</summary>
    private const long CertainMs = 60_000;

    private static readonly string[] DoneActs = ["ok", "count", "allocated"];

    /// <summary>Whether the algorithm has opted into calls of the execute-only profile.</summary>
    internal bool IsExecuteOnly { get; init; }

    /// <summary>Whether a teardown call was served: nothing of the author's runs any more.</summary>
    internal bool IsTornDown { get; set; }

    /// <summary>A context is a table of facts: no key stands in it twice.</summary>
    internal static bool IsContextRight(JsonElement context)
    {
        var keys = new HashSet<string>();
        return context.ValueKind != JsonValueKind.Object || context.EnumerateObject().All(member => keys.Add(member.Name));
    }

    internal Expectation Answer(ReadOnlyMemory<byte> body)
    {
        var frame = FrameModel.Read(body);
        if (!frame.IsMessage)
        {
            return Expectation.Error(frame.RequestId);
        }

        return frame.Type switch
        {
            "call" => Call(frame) with { IsCall = true },
            "ping" => Expectation.Pong(frame.RequestId),
            "hello" or "error" => Expectation.Nothing,
            "shutdown" or "stop" => Expectation.Shutdown with { IsLast = true },
            _ => Expectation.Error(frame.RequestId),
        };
    }

    private Expectation Call(FrameModel call)
    {
        if (!call.HasPhase || (call.Phase == "execute-only" && !IsExecuteOnly))
        {
            return Expectation.Error(call.RequestId);
        }

        if (call.Phase == "info")
        {
            return Expectation.Result(call.RequestId, "info", 0);
        }

        var phase = call.Phase == "execute-only" ? "" : call.Phase;
        if (!call.FieldsAreRight)
        {
            return Expectation.Result(call.RequestId, phase, call.Step, "1006");
        }

        if (call.Phase == "teardown")
        {
            return Expectation.Result(call.RequestId, call.Phase, call.Step) with { Runs = true, IsLast = true };
        }

        if (IsTornDown)
        {
            return Expectation.Error(call.RequestId);
        }

        return Expectation.Result(call.RequestId, phase, call.Step, Codes(call)) with { Runs = call.Phase != "setup" };
    }

    private static string[] Codes(FrameModel call) => call.Phase switch
    {
        "setup" => ["OK"],
        // A context is only looked at when the session is new.
        "reset" => call.Pid is not ("" or "p001") ? ["1001"] : call.Region is not null ? ["1006"] : IsSessionRight(call) ? ["OK"] : ["OK", "1006"],
        "session" => [call.Pid != "p001" ? "1001" : IsSessionIdRight(call) && call.SessionId.Length > 0 && call.Region is null ? "OK" : "1006"],
        "on_step_start" or "on_step_finish" => [Identity(call) ?? "OK"],
        _ => Step(call),
    };

    private static string[] Step(FrameModel call)
    {
        if (call.DeadlineMs is <= 0)
        {
            return ["1005"];
        }

        var code = Identity(call) ?? (call.Phase == "execute-only" ? Guided(call) : Parameters(call.UserParams));
        return call.DeadlineMs is < CertainMs ? [code, "1005"] : [code];
    }

    private static string? Identity(FrameModel call) =>
        call.Pid != "p001" && (call.Pid.Length > 0 || call.Phase != "execute-only") ? "1001" : call.Step is not (1 or 2) || !IsSessionRight(call) ? "1006" : null;

    private static bool IsSessionIdRight(FrameModel call) => Encoding.UTF8.GetByteCount(call.SessionId) <= LongestSessionId;

    private static bool IsSessionRight(FrameModel call)
    {
        if (call.Region is not null)
        {
            // None of those that are named here exists.
            return false;
        }

        if (call.Phase == "execute-only" && call.SessionId.Length == 0)
        {
            // One of the host's own is taken, which has no facts.
            return true;
        }

        return IsSessionIdRight(call) && IsContextRight(call.SessionContext)
            && Encoding.UTF8.GetByteCount(StrictJson.Raw(call.SessionContext)) <= LargestContext;
    }

    private static string Parameters(JsonElement parameters)
    {
        var act = "ok";
        var known = new HashSet<string>();
        foreach (var member in parameters.ValueKind == JsonValueKind.Object ? parameters.EnumerateObject() : default)
        {
            if (member.Name is not ("do" or "ms"))
            {
                continue;
            }

            if (!known.Add(member.Name)
                || (member.Name == "do" && (member.Value.ValueKind != JsonValueKind.String || Length(member.Value) is < 1 or > 1000))
                || (member.Name == "ms" && StrictJson.Integer(member.Value, 0, 60_000) is null))
            {
                return "1006";
            }

            act = member.Name == "do" ? member.Value.GetString()! : act;
        }

        return Done(act);
    }

    /// <summary>In a call of the execute-only profile the description is the act.</summary>
    private static string Guided(FrameModel call) =>
        !GuideModel.IsRight(call.GuideInfo) || Parameters(call.UserParams) == "1006" ? "1006" : Done(call.Description);

    private static string Done(string act) => DoneActs.Contains(act) ? "OK" : "9999";

    private static int Length(JsonElement text) => text.GetString()!.EnumerateRunes().Count();
}

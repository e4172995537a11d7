using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>
/// Checks what an algorithm answered, so that nothing is taken for OK that does not say so: a missing or unknown status or verdict, an NG
/// without its reason, a pre that judges, or a rectangle that is none is 1006, and one outside the picture 1007 (conformance 139–158, 178,
/// 214–216, C14, C17, C20, C22). What is only untidy is put right with a warning: a missing message (C15), more than 20 defects (C18).
/// </summary>
internal static partial class AnswerCheck
{
    /// <summary>What only execute may say (conformance 146).</summary>
    private static readonly string[] NotForPre = ["result_status", "defect_rects", "ng_reason", "position_rects"];

    /// <param name="call">The call it answers.</param>
    /// <param name="frame">A frame of type <c>result</c> or <c>error</c>.</param>
    /// <param name="requestId">For the frame in its place.</param>
    /// <param name="elapsed">How long the call took.</param>
    public static CallAnswer Check(StepCallRequest call, JsonElement frame, string requestId, TimeSpan elapsed) =>
        Checked(call, frame, requestId, elapsed) with { Received = frame };

    private static CallAnswer Checked(StepCallRequest call, JsonElement frame, string requestId, TimeSpan elapsed)
    {
        string name = call.Phase == Phase.Pre ? "pre" : "execute";
        if (frame.Text("type") == "error")
            return Tidied(name, new(frame, CallAnswerSource.ErrorFrame, elapsed));
        if ((Problem(call.Phase, frame) ?? RectProblem(frame, call.Image.Width, call.Image.Height)) is not { } problem)
            return Tidied(name, new(frame, CallAnswerSource.Result, elapsed));
        string message = $"{name} 的返回无效: {problem.Text}";
        return new(ErrorFrame.Make(requestId, problem.Code, message), CallAnswerSource.Runner, elapsed) { Refused = frame };
    }

    private static AnswerProblem? Problem(Phase phase, JsonElement frame)
    {
        string? status = frame.Text("status");
        if (status is not ("OK" or "ERROR"))
            return Invalid($"status 必须是 OK 或 ERROR，实际是 {Shown(frame.Member("status"))}");
        if (status == "ERROR")
            return null;
        var data = frame.Member("data");
        return phase == Phase.Pre ? PreProblem(data) : ExecuteProblem(data);
    }

    private static AnswerProblem? PreProblem(JsonElement data)
    {
        // The specification's own examples have none (C14).
        if (IsAbsent(data))
            return null;
        if (data.ValueKind != JsonValueKind.Object)
            return Invalid($"data 必须是对象，实际是 {Shown(data)}");
        return NotForPre.FirstOrDefault(name => !IsAbsent(data.Member(name))) is { } name ? Invalid($"pre 不能给出 {name}") : null;
    }

    private static AnswerProblem? ExecuteProblem(JsonElement data)
    {
        if (data.ValueKind != JsonValueKind.Object)
            return Invalid("缺少 data");
        string? verdict = data.Text("result_status");
        if (verdict is not ("OK" or "NG"))
            return Invalid($"result_status 必须是 OK 或 NG，实际是 {Shown(data.Member("result_status"))}");
        if (verdict == "OK")
            return null;
        if (string.IsNullOrWhiteSpace(data.Text("ng_reason")))
            return Invalid("NG 缺少 ng_reason");
        return data.Member("defect_rects").ValueKind == JsonValueKind.Array ? null : Invalid("NG 缺少 defect_rects");
    }

    private static AnswerProblem Invalid(string text) => new(AnswerCode.InvalidParams, text);

    /// <summary>Not there, or null: Python writes one where it means the other.</summary>
    private static bool IsAbsent(JsonElement value) => value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>A value in a message: enough of it to be recognised.</summary>
    private static string Shown(JsonElement value)
    {
        const int Most = 100;
        if (value.ValueKind == JsonValueKind.Undefined)
            return "缺失";
        string text = value.GetRawText();
        return text.Length <= Most ? text : text[..Most] + "…";
    }
}

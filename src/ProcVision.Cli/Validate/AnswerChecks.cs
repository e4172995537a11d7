using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// Looks at what an algorithm really sent, under the platform's names (conformance 428–437, C22). That an answer is ERROR is no fault of its form
/// (conformance 444); an exception, a time that ran out and a process that ended are.
/// </summary>
internal static class AnswerChecks
{
    private const int MostDefects = 20;

    /// <summary>What the platform's user interface can show (conformance 499).</summary>
    private const int LongMessage = 100;

    private const int LongReason = 50;

    private static readonly string[] Verdicts = ["result_status", "ng_reason", "defect_rects", "position_rects"];

    public static void Pre(SmokeFindings findings, string where, CallAnswer answer)
    {
        if (Call(findings, where, answer) is not { } frame)
            return;
        string? status = Status(frame);
        var data = frame.Member("data");
        findings.Add("pre_execute_return_dict", where, Is(frame.ValueKind == JsonValueKind.Object, Words.Of("返回的不是对象", "it did not return an object")));
        findings.Add("pre_status_valid", where, StatusProblem(status));
        findings.Add("pre_message_present", where, Is(!string.IsNullOrEmpty(frame.Text("message")), Words.Of("缺少 message，请给出一句说明", "message is missing. Give one sentence")));
        string? verdict = status == "OK" ? Verdicts.FirstOrDefault(name => data.Member(name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)) : null;
        findings.Add("pre_no_verdict", where, verdict is null ? null : Words.Of($"预执行不能给出 {verdict}，请移到执行阶段", $"pre must not give {verdict}. Move it to execute"));
        Length(findings, where, "message", frame.Text("message"), LongMessage);
    }

    public static void Execute(SmokeFindings findings, string where, CallAnswer answer)
    {
        if (Call(findings, where, answer) is not { } frame)
            return;
        string? status = Status(frame);
        var data = frame.Member("data");
        findings.Add("execute_return_dict", where, Is(status == "ERROR" || data.ValueKind == JsonValueKind.Object, Words.Of("缺少 data 对象", "the object data is missing")));
        findings.Add("execute_status_valid", where, StatusProblem(status));
        if (status != "OK")
            return;
        string? verdict = data.Text("result_status");
        findings.Add("execute_result_status_valid", where, Is(verdict is "OK" or "NG",
            Words.Of($"result_status 必须是 OK 或 NG，实际是 {data.Member("result_status")}", $"result_status must be OK or NG, and is {data.Member("result_status")}")));
        if (verdict == "NG")
            Ng(findings, where, data);
        // The Runner has looked at every rectangle already, in both forms.
        findings.Add("rects_inside", where, answer is { Source: CallAnswerSource.Runner, ErrorCode: AnswerCode.CoordinateInvalid } ? answer.Message : null);
        Length(findings, where, "message", frame.Text("message"), LongMessage);
    }

    /// <summary>What was sent; null when nothing was that could be looked at.</summary>
    private static JsonElement? Call(SmokeFindings findings, string where, CallAnswer answer)
    {
        bool isSent = answer.Received.ValueKind != JsonValueKind.Undefined;
        string? problem = !isSent || answer.ErrorKind == "program" || answer.ErrorCode == AnswerCode.Unknown ? $"[{answer.ErrorCode}] {answer.Message}"
            : answer.ErrorCode == AnswerCode.InvalidPid ? Words.Of($"[1001] 算法不认识清单中的产品: {answer.Message}", $"[1001] the algorithm does not know a product of its manifest: {answer.Message}")
            : null;
        findings.Add("smoke_execute", where, problem);
        findings.Add("stdout_clean", where, answer.Source == CallAnswerSource.Runner && answer.Message.Contains(Conversation.ForeignOutput, StringComparison.Ordinal) ? answer.Message : null);
        return isSent ? answer.Received : null;
    }

    private static void Ng(SmokeFindings findings, string where, JsonElement data)
    {
        string? reason = data.Text("ng_reason");
        findings.Add("ng_reason_present", where, Is(!string.IsNullOrWhiteSpace(reason), Words.Of("NG 缺少 ng_reason，请说明原因", "an NG without ng_reason. Say why")));
        var rects = data.Member("defect_rects");
        findings.Add("defect_rects_type", where, Is(rects.ValueKind == JsonValueKind.Array, Words.Of("NG 的 defect_rects 必须是列表，可以为空", "defect_rects of an NG must be a list; it may be empty")));
        if (rects.ValueKind == JsonValueKind.Array)
        {
            int count = rects.GetArrayLength();
            findings.Add("defect_rects_count_limit", where, Is(count <= MostDefects, Words.Of($"有 {count} 个缺陷，最多 {MostDefects} 个，请只保留最重要的", $"{count} defects, and {MostDefects} are shown. Keep the worst")));
        }

        Length(findings, where, "ng_reason", reason, LongReason);
    }

    private static void Length(SmokeFindings findings, string where, string field, string? text, int limit) =>
        findings.Add("message_length", where, text is null || text.Length < limit ? null : Words.Of(
            $"{field} 有 {text.Length} 个字符，界面会截断，应少于 {limit}", $"{field} has {text.Length} characters and is cut on the screen. Keep it below {limit}"), isWarning: true);

    /// <summary>An error frame says ERROR by its type.</summary>
    private static string? Status(JsonElement frame) => frame.Text("type") == "error" ? "ERROR" : frame.Text("status");

    private static string? StatusProblem(string? status) =>
        Is(status is "OK" or "ERROR", Words.Of($"status 必须是 OK 或 ERROR，实际是 {status ?? "缺失"}", $"status must be OK or ERROR, and is {status ?? "missing"}"));

    private static string? Is(bool good, string problem) => good ? null : problem;
}

using System.Text;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A validation for people (conformance 419) and for scripts (conformance 418).</summary>
internal static class ValidationOutput
{
    public static void Write(CheckList checks, bool json)
    {
        if (json)
            WriteJson(checks);
        else
            WriteText(checks);
    }

    private static void WriteText(CheckList checks)
    {
        string verdict = checks.IsPassed ? Ink.Good("PASS") : Ink.Error("FAIL");
        string warnings = checks.Warnings == 0 ? "" : Words.Of($" | 警告: {checks.Warnings}", $" | warnings: {checks.Warnings}");
        var text = new StringBuilder();
        text.Append(Words.Of($"校验结果: {verdict} | 通过: {checks.Passed} | 失败: {checks.Failed}", $"Validation: {verdict} | passed: {checks.Passed} | failed: {checks.Failed}")).Append(warnings).Append('\n');
        foreach (var check in checks.All)
        {
            string mark = check.Result switch { CheckResult.Pass => "✅", CheckResult.Warning => "⚠️", _ => "❌" };
            string message = string.Join("\n     ", check.Message.Split('\n').Select(static line => TerminalText.Of(line.TrimEnd('\r'))));
            text.Append($"{mark} {check.Name}: {message}\n");
        }

        ToolStreams.Write(text.ToString());
    }

    /// <summary>A warning has passed, unless it was asked for otherwise; beside the platform's form it has a mark.</summary>
    private static void WriteJson(CheckList checks) => ToolStreams.WriteJson(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("summary");
        json.WriteString("status", checks.IsPassed ? "PASS" : "FAIL");
        json.WriteNumber("passed", checks.Passed);
        json.WriteNumber("failed", checks.Failed);
        json.WriteNumber("warnings", checks.Warnings);
        json.WriteEndObject();
        json.WriteStartArray("checks");
        foreach (var check in checks.All)
        {
            json.WriteStartObject();
            json.WriteString("name", check.Name);
            json.WriteString("result", check.Result == CheckResult.Fail ? "FAIL" : "PASS");
            if (check.Result == CheckResult.Warning)
                json.WriteBoolean("warning", true);
            json.WriteString("message", check.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}

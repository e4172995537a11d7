using System.Text.Encodings.Web;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// The result for scripts. <c>pre_execute</c> and <c>execute</c> are the frames of the last step that ran (conformance 448), <c>steps</c>
/// has every step, with what its algorithm really sent as <c>refused</c> where that was no answer, <c>session</c> what the algorithm kept,
/// <c>error</c> is there only when nothing was called, and <c>report</c> only when a report was asked for and written.
/// </summary>
internal static class JsonReport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static void Write(Stream output, DetectionReport report, string? reportPath)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            WriteAnswers(json, report.LastRun?.PreExecute, report.LastRun?.Execute);
            json.WriteStartArray("steps");
            foreach (var step in report.Steps)
                WriteStep(json, step);
            json.WriteEndArray();
            WriteSession(json, report);
            WriteReportPath(json, reportPath);
            json.WriteEndObject();
        }

        EndLine(output);
    }

    public static void WriteFailure(Stream output, string? code, string message, string? reportPath)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            WriteAnswers(json, null, null);
            json.WriteStartArray("steps");
            json.WriteEndArray();
            json.WritePropertyName("error");
            ErrorFrame.Make(null, code, message).WriteTo(json);
            WriteReportPath(json, reportPath);
            json.WriteEndObject();
        }

        EndLine(output);
    }

    private static void WriteReportPath(Utf8JsonWriter json, string? path)
    {
        if (path is not null)
            json.WriteString("report", path);
    }

    private static void WriteStep(Utf8JsonWriter json, StepReport step)
    {
        json.WriteStartObject();
        json.WriteNumber("step_index", step.Index);
        json.WriteString("name", step.Name);
        WriteAnswers(json, step.PreExecute, step.Execute);
        if (step.Failure?.Refused is { ValueKind: not JsonValueKind.Undefined } refused)
        {
            json.WritePropertyName("refused");
            refused.WriteTo(json);
        }

        json.WriteBoolean("skipped", step.SkippedBecause is not null);
        if (step.SkippedBecause is { } reason)
            json.WriteString("skipped_because", reason);
        json.WriteStartObject("timings");
        WriteTime(json, "pre_execute_ms", step.PreExecute);
        WriteTime(json, "execute_ms", step.Execute);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSession(Utf8JsonWriter json, DetectionReport report)
    {
        json.WriteStartObject("session");
        json.WriteString("id", report.Session.Id);
        json.WriteStartArray("values");
        foreach (var value in report.SessionValues)
        {
            json.WriteStartObject();
            json.WriteString("key", value.Key);
            json.WriteString("type", value.Type);
            json.WritePropertyName("value");
            value.Value.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAnswers(Utf8JsonWriter json, CallAnswer? pre, CallAnswer? execute)
    {
        json.WritePropertyName("pre_execute");
        WriteFrame(json, pre);
        json.WritePropertyName("execute");
        WriteFrame(json, execute);
    }

    private static void WriteFrame(Utf8JsonWriter json, CallAnswer? answer)
    {
        if (answer is null)
            json.WriteNullValue();
        else
            answer.Frame.WriteTo(json);
    }

    private static void WriteTime(Utf8JsonWriter json, string name, CallAnswer? answer)
    {
        if (answer is null)
            json.WriteNull(name);
        else
            json.WriteNumber(name, Math.Round(answer.Elapsed.TotalMilliseconds, 3));
    }

    private static void EndLine(Stream output)
    {
        output.WriteByte((byte)'\n');
        output.Flush();
    }
}

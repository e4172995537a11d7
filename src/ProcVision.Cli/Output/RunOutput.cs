using System.Collections.Concurrent;
using System.Text;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What a run says: its result on stdout, and everything else on stderr, so that <c>--json</c> can be piped.</summary>
internal sealed class RunOutput
{
    private readonly Stream _out;
    private readonly TextWriter _error;
    private readonly bool _json;
    private readonly ConcurrentQueue<string> _notes = new();

    private RunOutput(Stream output, TextWriter error, bool json)
    {
        _out = output;
        _error = error;
        _json = json;
    }

    /// <summary>The process's own streams, in UTF-8 whatever the system's code page: the texts are Chinese.</summary>
    public static RunOutput Open(bool json) => new(
        Console.OpenStandardOutput(),
        ToolStreams.Error,
        json);

    /// <summary>What has been noted so far.</summary>
    public IReadOnlyList<string> Notes => [.. _notes];

    /// <summary>Something the user should know; may be called from any thread.</summary>
    public void Note(string text)
    {
        _notes.Enqueue(text);
        _error.WriteLine($"{Words.Of("提示", "note")}: {text}");
    }

    /// <summary>Something that went wrong beside the result.</summary>
    public void Complain(string text) => _error.WriteLine(Complaint.Of(null, text));

    /// <summary>There is no result (conformance 451).</summary>
    /// <param name="code">Null when there is none.</param>
    /// <param name="message">Why.</param>
    /// <param name="reportPath">Where the report about it is; null when there is none.</param>
    public void Fail(string? code, string message, string? reportPath = null)
    {
        _error.WriteLine(Complaint.Of(code, message));
        if (_json)
            JsonReport.WriteFailure(_out, code, message, reportPath);
        else if (reportPath is not null)
            Say($"{Words.Of("报告", "Report")}: {reportPath}\n");
    }

    /// <summary>There is a result.</summary>
    /// <param name="record">The inspection.</param>
    /// <param name="detection">What came of it.</param>
    /// <param name="reportPath">Where its report is; null when there is none.</param>
    public void Report(InspectionRecord record, DetectionReport detection, string? reportPath)
    {
        if (_json)
        {
            foreach (string warning in detection.Steps.SelectMany(static step => step.Warnings))
                Note(warning);
            JsonReport.Write(_out, detection, reportPath);
            return;
        }

        var text = new StringBuilder();
        new HumanReport(text).Write(record, detection, reportPath);
        Say(text.ToString());
    }

    /// <summary>What the algorithm wrote to stderr: always for people, beside JSON only when something went wrong.</summary>
    public void Log(IReadOnlyList<string> lines, DetectionOutcome outcome)
    {
        const int Shown = 50;
        if (lines.Count == 0 || (_json && outcome != DetectionOutcome.Error))
            return;
        _error.WriteLine(lines.Count > Shown
            ? Words.Of($"算法日志 (最后 {Shown} 行):", $"The algorithm's log (last {Shown} lines):")
            : Words.Of("算法日志:", "The algorithm's log:"));
        foreach (string line in lines.Skip(lines.Count - Shown))
            _error.WriteLine(AlgorithmLogLine.Format(line));
    }

    private void Say(string text)
    {
        _out.Write(Encoding.UTF8.GetBytes(text));
        _out.Flush();
    }
}

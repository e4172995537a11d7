using System.Text;
using ProcVision.Manifests;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What a run says: its result on stdout, and everything else on stderr, so that <c>--json</c> can be piped.</summary>
internal sealed class RunOutput
{
    private readonly Stream _out;
    private readonly TextWriter _error;
    private readonly bool _json;

    private RunOutput(Stream output, TextWriter error, bool json)
    {
        _out = output;
        _error = error;
        _json = json;
    }

    /// <summary>The process's own streams, in UTF-8 whatever the system's code page: the texts are Chinese.</summary>
    public static RunOutput Open(bool json) => new(
        Console.OpenStandardOutput(),
        TextWriter.Synchronized(new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true }),
        json);

    /// <summary>Something the user should know.</summary>
    public void Note(string text) => _error.WriteLine($"提示: {text}");

    /// <summary>There is no result (conformance 451).</summary>
    public void Fail(string? code, string message)
    {
        _error.WriteLine(code is null ? $"错误: {message}" : $"错误: [{code}] {message}");
        if (_json)
            JsonReport.WriteFailure(_out, code, message);
    }

    public void Report(ManifestModel manifest, Picture picture, TimeSpan startTime, DetectionReport report)
    {
        if (_json)
        {
            foreach (string warning in report.Steps.SelectMany(static step => step.Warnings))
                Note(warning);
            JsonReport.Write(_out, report);
            return;
        }

        var text = new StringBuilder();
        new HumanReport(text).Write(manifest, picture, startTime, report);
        _out.Write(Encoding.UTF8.GetBytes(text.ToString()));
        _out.Flush();
    }

    /// <summary>What the algorithm wrote to stderr: always for people, beside JSON only when something went wrong.</summary>
    public void Log(IReadOnlyList<string> lines, DetectionOutcome outcome)
    {
        const int Shown = 50;
        if (lines.Count == 0 || (_json && outcome != DetectionOutcome.Error))
            return;
        _error.WriteLine(lines.Count > Shown ? $"算法日志 (最后 {Shown} 行):" : "算法日志:");
        foreach (string line in lines.Skip(lines.Count - Shown))
            _error.WriteLine(AlgorithmLogLine.Format(line));
    }
}

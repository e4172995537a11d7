using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The last lines that an algorithm wrote to stderr, of all its processes one after the other.</summary>
/// <param name="areShown">Whether each is also shown on stderr as it comes.</param>
internal sealed class AlgorithmLines(bool areShown)
{
    /// <summary>As the Runner keeps of one process (conformance 341).</summary>
    private const int Most = 200;

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<string> Last
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public void Add(AlgorithmLogEvent line)
    {
        if (areShown)
            ToolStreams.Error.WriteLine(TerminalText.Of(AlgorithmLogLine.Format(line.Line)));
        lock (_gate)
        {
            if (_lines.Count == Most)
                _lines.Dequeue();
            _lines.Enqueue(line.Line);
        }
    }
}

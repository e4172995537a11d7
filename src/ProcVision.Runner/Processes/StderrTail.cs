using System.Text;

namespace ProcVision.Runner;

/// <summary>
/// Reads the stderr of a child on a thread of its own for as long as there is any, so that the child never blocks on it
/// (conformance 547), and keeps the last lines.
/// </summary>
internal sealed class StderrTail
{
    /// <summary>Lines kept (conformance 341).</summary>
    public const int KeptLines = 200;

    /// <summary>A longer line is cut: a child that writes without line ends must not fill our memory.</summary>
    public const int LongestLine = 4096;

    private readonly Lock _gate = new();
    private readonly Queue<string> _lines = new(KeptLines);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _count;

    private readonly Action<string> _line;

    private StderrTail(Action<string> line) => _line = line;

    /// <summary>Completes when the child, and whoever it gave its stderr to, has closed it.</summary>
    public Task Ended => _ended.Task;

    /// <param name="stderr">The child's.</param>
    /// <param name="line">Gets every line, on the reading thread: what it throws would end the reading.</param>
    public static StderrTail Drain(Stream stderr, Action<string> line)
    {
        var tail = new StderrTail(line);
        new Thread(() => tail.Read(stderr)) { IsBackground = true, Name = "algorithm stderr" }.Start();
        return tail;
    }

    /// <summary>The last lines, the oldest first.</summary>
    public IReadOnlyList<string> Last(int count = KeptLines)
    {
        lock (_gate)
        {
            return [.. _lines.Skip(Math.Max(0, _lines.Count - count))];
        }
    }

    /// <summary>How many lines there were in all.</summary>
    public long Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    private void Read(Stream stderr)
    {
        try
        {
            // Bytes that are no UTF-8 (native code prints what it likes) become U+FFFD: this is text for people.
            using var reader = new StreamReader(stderr, new UTF8Encoding(false));
            var buffer = new char[8192];
            var line = new StringBuilder();
            for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0;)
                Take(buffer.AsSpan(0, read), line);
            if (line.Length > 0)
                Add(line.ToString());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The pipe was closed under us at the end: what was read is what there is.
        }
        finally
        {
            _ended.TrySetResult();
        }
    }

    private void Take(ReadOnlySpan<char> text, StringBuilder line)
    {
        while (true)
        {
            int end = text.IndexOf('\n');
            var part = end < 0 ? text : text[..end];
            int room = LongestLine - line.Length;
            line.Append(part[..Math.Min(part.Length, room)]);
            if (end < 0)
                return;
            Add(line.ToString().TrimEnd('\r'));
            line.Clear();
            text = text[(end + 1)..];
        }
    }

    private void Add(string line)
    {
        lock (_gate)
        {
            _count++;
            if (_lines.Count == KeptLines)
                _lines.Dequeue();
            _lines.Enqueue(line);
        }

        _line(line);
    }
}

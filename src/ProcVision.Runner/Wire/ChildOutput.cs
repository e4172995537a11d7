using System.Text;
using ProcVision.Protocol;

namespace ProcVision.Runner;

/// <summary>The bytes of an algorithm's stdout. Remembers the last ones, so that printed text can be shown to whoever printed it.</summary>
internal sealed class ChildOutput(Stream stdout) : IByteSource
{
    private readonly byte[] _last = new byte[80];
    private int _lastLength;

    /// <summary>What came in last, as text on one line; characters that cannot be shown are dots.</summary>
    public string Preview
    {
        get
        {
            var text = new StringBuilder();
            foreach (char c in Encoding.UTF8.GetString(_last, 0, _lastLength))
                text.Append(char.IsControl(c) ? '.' : c);
            return text.ToString();
        }
    }

    public int Read(Span<byte> buffer)
    {
        int read = stdout.Read(buffer);
        if (read > 0)
        {
            _lastLength = Math.Min(read, _last.Length);
            buffer[.._lastLength].CopyTo(_last);
        }

        return read;
    }
}

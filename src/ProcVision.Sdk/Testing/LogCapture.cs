using System.Text;

namespace ProcVision.Testing;

/// <summary>Keeps what the logger writes, one line at a time; lines may come from several threads.</summary>
internal sealed class LogCapture : Stream
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The lines so far.</summary>
    internal string[] Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var line = Encoding.UTF8.GetString(buffer).TrimEnd('\n');
        lock (_gate)
        {
            _lines.Add(line);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

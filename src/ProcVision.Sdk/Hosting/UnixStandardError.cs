using System.Runtime.InteropServices;

namespace ProcVision.Hosting;

/// <summary>
/// Standard error of Linux and macOS, one log line per write. A host that does not read it may not stop an inspection, nor the end of the
/// process: once its pipe has been full for a moment, lines are dropped until there is room again, and then a line says how many. Not
/// thread-safe: the logger writes one line at a time.
/// </summary>
internal sealed partial class UnixStandardError : Stream
{
    private const int Descriptor = 2;

    /// <summary>How long a line waits for a reader that is only slow.</summary>
    private const int PatienceMs = 100;

    private readonly LogLine _report = new();
    private long _dropped;
    private bool _isStuck;
    private bool _isTorn;

    private UnixStandardError()
    {
    }

    /// <summary>So much does not block where a pipe says that it has room (PIPE_BUF).</summary>
    private static int Piece => OperatingSystem.IsMacOS() ? 512 : 4096;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Where descriptor 2 is one of the runtime's own files, lines go nowhere.</summary>
    internal static Stream Open() => UnixDescriptor.IsInherited(Descriptor) ? new UnixStandardError() : Null;

    /// <summary>Writes one line, its line end included, or drops it.</summary>
    public override void Write(ReadOnlySpan<byte> line)
    {
        if (!(Mend() && Report() && Put(line)))
        {
            _dropped++;
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Ends a line of which only the beginning was written.</summary>
    private bool Mend()
    {
        if (_isTorn && Put("\n"u8))
        {
            _isTorn = false;
        }

        return !_isTorn;
    }

    private bool Report()
    {
        if (_dropped == 0)
        {
            return true;
        }

        _report.Start(LogLevel.Warn, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        _report.Key("message"u8);
        _report.Text("stderr 无人读取，部分日志已丢弃");
        _report.Field(("dropped_lines", _dropped));
        _report.End();
        if (Put(_report.Bytes))
        {
            _dropped = 0;
        }

        return _dropped == 0;
    }

    private bool Put(ReadOnlySpan<byte> text)
    {
        var isFirst = true;
        while (!text.IsEmpty)
        {
            _isStuck = !UnixDescriptor.Wait(Descriptor, UnixDescriptor.Writable, _isStuck ? 0 : PatienceMs);
            var written = _isStuck ? 0 : write(Descriptor, ref MemoryMarshal.GetReference(text), Math.Min(text.Length, Piece));
            if (written > 0)
            {
                text = text[(int)written..];
                isFirst = false;
            }
            else if (_isStuck || Marshal.GetLastPInvokeError() != UnixDescriptor.Interrupted)
            {
                // A host may have made its end non-blocking, which is then ours as well; or nobody has the other end any more.
                _isTorn |= !isFirst;
                return false;
            }
        }

        return true;
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial nint write(int descriptor, ref byte bytes, nint count);
}

using System.Buffers;
using System.Buffers.Binary;

namespace ProcVision.Protocol;

/// <summary>
/// Cuts a stream of bytes into frames (conformance 258). One thread at a time; which one may change from frame to frame. Every length is judged
/// before a byte of memory is asked for.
/// </summary>
internal sealed class FrameReader(IByteSource source) : IDisposable
{
    private const int Usual = 16 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(Usual);
    private byte[]? _spare;
    private int _start;
    private int _end;
    private int _bodyStart;
    private int _bodyLength;
    private string? _problem;

    /// <summary>The body of the last frame; valid until the next <see cref="Next"/>. A span taken from it before <see cref="Hold"/> is valid until
    /// <see cref="Return"/>.</summary>
    internal ReadOnlySpan<byte> Body => _buffer.AsSpan(_bodyStart, _bodyLength);

    /// <summary>What to answer after <see cref="FrameEvent.Refused"/>.</summary>
    internal FrameProblem Problem => _problem is null ? default : new(FrameProblem.Protocol, _problem, default);

    /// <summary>Why the stream cannot be read any further, after <see cref="FrameEvent.Broken"/>.</summary>
    internal string Reason { get; private set; } = "";

    /// <summary>Reads up to the end of the next frame. Blocks in the source; allocates nothing once its buffer is large enough.</summary>
    internal FrameEvent Next()
    {
        _bodyStart = 0;
        _bodyLength = 0;
        _problem = null;
        if (_start == _end)
        {
            _start = 0;
            _end = 0;
        }

        if (!Fill(FrameLimits.Header))
        {
            return _start == _end ? FrameEvent.End : Broken($"输入在帧头中结束: 只有 {_end - _start} 字节");
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(_start));
        switch (length)
        {
            case 0:
                _start += FrameLimits.Header;
                _problem = "帧长度为 0";
                return FrameEvent.Refused;
            case > FrameLimits.Skipped:
                return Broken($"帧长度不可信: {length} 字节 > {FrameLimits.Skipped}，无法找到下一帧");
            case > FrameLimits.Body:
                return Skip((int)length);
            default:
                return Take((int)length);
        }
    }

    /// <summary>The next frame, if all of it has come already together with an earlier one; else null. Never reads.</summary>
    internal FrameEvent? NextBuffered()
    {
        var have = _end - _start - FrameLimits.Header;
        return have >= 0 && BinaryPrimitives.ReadUInt32BigEndian(_buffer.AsSpan(_start)) is var length && length <= FrameLimits.Body && length <= have
            ? Next()
            : null;
    }

    /// <summary>
    /// Leaves the last body where it is, so that the call it belongs to may go on while another thread reads the next frame: the reader
    /// goes on in another buffer. Called by the thread that reads next, before it does.
    /// </summary>
    /// <returns>What to give to <see cref="Return"/> when the call has ended.</returns>
    internal byte[] Hold()
    {
        var held = _buffer;
        var spare = Interlocked.Exchange(ref _spare, null);
        _buffer = spare is not null && spare.Length >= _end - _start ? spare : ArrayPool<byte>.Shared.Rent(Math.Max(Usual, _end - _start));
        held.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        _bodyStart = 0;
        _bodyLength = 0;
        return held;
    }

    /// <summary>Gives a held body back; any thread. It is the buffer of the next <see cref="Hold"/>.</summary>
    internal void Return(byte[] held)
    {
        if (Interlocked.Exchange(ref _spare, held) is { } second)
        {
            ArrayPool<byte>.Shared.Return(second);
        }
    }

    /// <summary>Gives the buffers back, but for one that is held.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        if (Interlocked.Exchange(ref _spare, null) is { } spare)
        {
            ArrayPool<byte>.Shared.Return(spare);
        }

        _buffer = [];
        _start = 0;
        _end = 0;
        _bodyStart = 0;
        _bodyLength = 0;
    }

    private FrameEvent Take(int length)
    {
        if (!Fill(FrameLimits.Header + length))
        {
            return Broken($"输入在帧中结束: 应有 {length} 字节，只有 {_end - _start - FrameLimits.Header}");
        }

        _bodyStart = _start + FrameLimits.Header;
        _bodyLength = length;
        _start = _bodyStart + length;
        return FrameEvent.Frame;
    }

    private FrameEvent Skip(int length)
    {
        var buffered = Math.Min(_end - _start - FrameLimits.Header, length);
        _start += FrameLimits.Header + buffered;
        for (var left = length - buffered; left > 0;)
        {
            // Nothing is buffered any more: the buffer is free.
            _start = 0;
            _end = 0;
            var read = source.Read(_buffer.AsSpan(0, Math.Min(left, _buffer.Length)));
            if (read == 0)
            {
                return Broken($"输入在帧中结束: 应有 {length} 字节，只有 {length - left}");
            }

            left -= read;
        }

        _problem = $"帧过长: {length} 字节 > {FrameLimits.Body}";
        return FrameEvent.Refused;
    }

    private FrameEvent Broken(string reason)
    {
        Reason = reason;
        return FrameEvent.Broken;
    }

    /// <summary>Reads until so many bytes are buffered in one piece; false at the end of input. Takes whatever else has come along with them.</summary>
    private bool Fill(int needed)
    {
        if (_buffer.Length - _start < needed)
        {
            MakeRoom(needed);
        }

        while (_end - _start < needed)
        {
            var read = source.Read(_buffer.AsSpan(_end));
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }

    private void MakeRoom(int needed)
    {
        var target = _buffer.Length < needed ? ArrayPool<byte>.Shared.Rent(needed) : _buffer;
        _buffer.AsSpan(_start, _end - _start).CopyTo(target);
        if (!ReferenceEquals(target, _buffer))
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }

        _end -= _start;
        _start = 0;
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Text.Unicode;

namespace ProcVision.Protocol;

/// <summary>
/// One frame as it grows: room for the length, then JSON. A frame beyond <see cref="FrameLimits.Body"/> is measured to its end but not kept, so that
/// whoever made it can say which field was too large.
/// </summary>
internal sealed class FrameBuffer : IDisposable
{
    private const int Usual = 4096;

    /// <summary>Who needs more than this is over the limit even where every character was counted three times.</summary>
    private const long Ceiling = 4L * FrameLimits.Body;

    /// <summary>Characters that JSON writes as escapes; everything else stands as it is, Chinese too (conformance 262).</summary>
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(Usual);
    private int _length;
    private long _dropped;

    /// <summary>Bytes of the body so far, kept or not.</summary>
    internal long Size => _length - FrameLimits.Header + _dropped;

    /// <summary>A text had half a surrogate pair, which UTF-8 has not, and carries U+FFFD in its place.</summary>
    internal bool ReplacedSurrogate { get; private set; }

    internal void Start()
    {
        if (_bytes.Length > FrameLimits.Body)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = ArrayPool<byte>.Shared.Rent(Usual);
        }

        _length = FrameLimits.Header;
        _dropped = 0;
        ReplacedSurrogate = false;
    }

    /// <summary>The frame, its length filled in; only for a body within <see cref="FrameLimits.Body"/>.</summary>
    internal ReadOnlySpan<byte> Finish()
    {
        BinaryPrimitives.WriteInt32BigEndian(_bytes, _length - FrameLimits.Header);
        return _bytes.AsSpan(0, _length);
    }

    /// <summary>JSON as it is.</summary>
    internal void Raw(ReadOnlySpan<byte> json)
    {
        if (Reserve(json.Length, json.Length))
        {
            json.CopyTo(_bytes.AsSpan(_length));
            _length += json.Length;
        }
    }

    /// <summary>A JSON integer.</summary>
    internal void Integer(long value)
    {
        if (Reserve(20, 20))
        {
            _length += JsonDigits.Write(value, _bytes.AsSpan(_length));
        }
    }

    /// <summary>A JSON number that is read back as the same double; it must be finite.</summary>
    internal void Real(double value)
    {
        if (Reserve(32, 32))
        {
            _length += JsonReal.Write(value, _bytes.AsSpan(_length));
        }
    }

    /// <summary>A JSON string with its quotes.</summary>
    internal void Text(ReadOnlySpan<char> text)
    {
        // Six bytes for a character at the most: \u001F.
        if (!Reserve((6L * text.Length) + 2, text.Length + 2))
        {
            return;
        }

        _bytes[_length++] = (byte)'"';
        for (text = text[Simple(text)..]; !text.IsEmpty;)
        {
            var plain = text.IndexOfAny(Escaped);
            if (plain != 0)
            {
                var run = plain < 0 ? text : text[..plain];
                Plain(run);
                text = text[run.Length..];
            }
            else
            {
                Escape(text[0]);
                text = text[1..];
            }
        }

        _bytes[_length++] = (byte)'"';
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    /// <summary>Labels are short and mostly ASCII: copies up to the first character that is not, or is written as an escape.</summary>
    private int Simple(ReadOnlySpan<char> text)
    {
        const int Short = 24;
        var room = _bytes.AsSpan(_length);
        var at = 0;
        for (; at < text.Length && at < Short && text[at] is >= ' ' and < '\u007F' and not '"' and not '\\'; at++)
        {
            room[at] = (byte)text[at];
        }

        _length += at;
        return at;
    }

    private void Plain(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var status = Utf8.FromUtf16(text, _bytes.AsSpan(_length), out var read, out var written, replaceInvalidSequences: false);
            _length += written;
            if (status == OperationStatus.Done)
            {
                return;
            }

            ReplacedSurrogate = true;
            "\uFFFD"u8.CopyTo(_bytes.AsSpan(_length));
            _length += 3;
            text = text[(read + 1)..];
        }
    }

    private void Escape(char character)
    {
        var room = _bytes.AsSpan(_length);
        var simple = character switch
        {
            '"' or '\\' => (byte)character,
            '\b' => (byte)'b',
            '\t' => (byte)'t',
            '\n' => (byte)'n',
            '\f' => (byte)'f',
            '\r' => (byte)'r',
            _ => (byte)0,
        };
        if (simple != 0)
        {
            room[0] = (byte)'\\';
            room[1] = simple;
            _length += 2;
            return;
        }

        "\\u00"u8.CopyTo(room);
        room[4] = (byte)('0' + (character >> 4));
        room[5] = "0123456789abcdef"u8[character & 15];
        _length += 6;
    }

    private bool Reserve(long atMost, long atLeast) => _length + atMost <= _bytes.Length || Grow(atMost, atLeast);

    private bool Grow(long atMost, long atLeast)
    {
        var needed = _length + atMost;
        if (needed > (2 * Ceiling) || _dropped > 0)
        {
            _dropped += atLeast;
            return false;
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Max(needed, 2L * _bytes.Length));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
        return true;
    }
}

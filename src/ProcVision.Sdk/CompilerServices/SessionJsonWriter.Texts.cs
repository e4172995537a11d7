using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ProcVision.CompilerServices;

/// <summary>What is text in JSON.</summary>
public sealed partial class SessionJsonWriter
{
    private const int GuidLength = 36;

    /// <summary>Longer than any date, time or span of time.</summary>
    private const int TimeLength = 40;

    /// <summary>A UTF-16 unit is at most so many bytes of UTF-8.</summary>
    private const int Widest = 3;

    /// <summary>A string.</summary>
    /// <exception cref="SessionException">It is null, or has half a surrogate pair.</exception>
    public void Value(string value)
    {
        if (value is null)
        {
            throw Null("string");
        }

        Value(value.AsSpan());
    }

    /// <summary>A char: a text of one.</summary>
    /// <exception cref="SessionException">It is half a surrogate pair.</exception>
    public void Value(char value) => Value(new ReadOnlySpan<char>(in value));

    /// <summary>A Guid, as <c>dddddddd-dddd-dddd-dddd-dddddddddddd</c>.</summary>
    public void Value(Guid value)
    {
        var to = Reserve(GuidLength + 2);
        _ = Utf8Formatter.TryFormat(value, to[1..], out var written);
        Quote(to, written);
    }

    /// <summary>ISO 8601, without zeros at the end of the fraction.</summary>
    public void Value(DateTime value)
    {
        var to = Reserve(TimeLength);
        _ = value.TryFormat(to[1..], out var written, "O", CultureInfo.InvariantCulture);
        Quote(to, SessionTime.Trim(to.Slice(1, written)));
    }

    /// <summary>ISO 8601 with the offset, without zeros at the end of the fraction.</summary>
    public void Value(DateTimeOffset value)
    {
        var to = Reserve(TimeLength);
        _ = value.TryFormat(to[1..], out var written, "O", CultureInfo.InvariantCulture);
        Quote(to, SessionTime.Trim(to.Slice(1, written)));
    }

    /// <summary>As <c>1.02:03:04.0000005</c>.</summary>
    public void Value(TimeSpan value)
    {
        var to = Reserve(TimeLength);
        _ = value.TryFormat(to[1..], out var written, "c", CultureInfo.InvariantCulture);
        Quote(to, written);
    }

    /// <summary>As <c>2026-05-04</c>.</summary>
    public void Value(DateOnly value)
    {
        var to = Reserve(TimeLength);
        _ = value.TryFormat(to[1..], out var written, "O", CultureInfo.InvariantCulture);
        Quote(to, written);
    }

    /// <summary>As <c>03:04:05.0000006</c>, without a fraction that is 0.</summary>
    public void Value(TimeOnly value) => Value(value.ToTimeSpan());

    /// <summary>Bytes as base64.</summary>
    internal void Base64(ReadOnlySpan<byte> value)
    {
        var to = Reserve(Fit(((value.Length + 2L) / 3 * 4) + 2));
        _ = System.Buffers.Text.Base64.EncodeToUtf8(value, to[1..], out _, out var written);
        Quote(to, written);
    }

    /// <summary>Room for a text of so many bytes that needs no escape: fill all of it.</summary>
    internal Span<byte> Plain(int length)
    {
        var to = Reserve(length + 2);
        Quote(to, length);
        return to.Slice(1, length);
    }

    private void Value(ReadOnlySpan<char> value)
    {
        var to = Reserve(Fit((value.Length * (long)Widest) + 2));
        if (Utf8.FromUtf16(value, to[1..^1], out var at, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            throw SessionCodecErrors.HalfCharacter(_key, Path, at);
        }

        var escape = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncodeUtf8(to.Slice(1, written));
        if (escape < 0)
        {
            Quote(to, written);
        }
        else
        {
            Escape(to.Slice(1, written), escape);
        }
    }

    /// <summary>Writes a text that is already in the buffer, from its first character on that is written as an escape.</summary>
    private void Escape(ReadOnlySpan<byte> text, int first)
    {
        // The longest escape is six bytes for one, \u0000; any pair of surrogates takes twelve for four.
        var rest = ArrayPool<byte>.Shared.Rent(text.Length - first);
        try
        {
            var source = rest.AsSpan(0, text.Length - first);
            text[first..].CopyTo(source);

            // The comma before it is written already.
            _comma = false;
            var to = Reserve(Fit(first + (source.Length * 6L) + 2));
            _ = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.EncodeUtf8(source, to[(1 + first)..], out _, out var written);
            Quote(to, first + written);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rest);
        }
    }

    private void Quote(Span<byte> to, int length)
    {
        to[0] = (byte)'"';
        to[1 + length] = (byte)'"';
        Took(length + 2);
    }

    private int Fit(long length) => length <= MaxLength ? (int)length : throw SessionCodecErrors.TooLarge(_key, Path, MaxLength);
}

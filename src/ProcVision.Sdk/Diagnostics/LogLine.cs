using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace ProcVision;

/// <summary>
/// One line of JSON in a buffer that is used again: Chinese stays readable (conformance 473), whatever cannot stand in JSON is escaped or,
/// for numbers that JSON has not, written as text. Not thread-safe.
/// </summary>
internal sealed class LogLine
{
    private const int Kept = 64 * 1024;

    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u000f"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");

    private byte[] _buffer = new byte[512];
    private int _length;

    internal ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    internal void Start(LogLevel level, long timestampMs)
    {
        if (_buffer.Length > Kept)
        {
            _buffer = new byte[512];
        }

        _length = 0;
        Raw("{\"level\":\""u8);
        Raw(LogLevels.Name(level));
        Raw("\",\"timestamp_ms\":"u8);
        Integer(timestampMs);
    }

    internal void End() => Raw("}\n"u8);

    /// <summary>A key whose name needs no escaping.</summary>
    internal void Key(ReadOnlySpan<byte> name)
    {
        Raw(",\""u8);
        Raw(name);
        Raw("\":"u8);
    }

    /// <summary>A field of the caller's; a name that the line itself uses gets an underscore behind it, so that no line lies about its level or time
    /// (conformance 474).</summary>
    internal void Field(in LogField field)
    {
        Raw(",\""u8);
        Escape(field.Name);
        Raw(IsOwn(field.Name) ? "_\":"u8 : "\":"u8);
        switch (field.ValueKind)
        {
            case LogField.Kind.Integer:
                Integer(field.Bits);
                break;
            case LogField.Kind.Real:
                Real(field.Real);
                break;
            case LogField.Kind.Boolean:
                Raw(field.Bits != 0 ? "true"u8 : "false"u8);
                break;
            default:
                Text(field.Text);
                break;
        }
    }

    internal void Integer(long value)
    {
        Reserve(20);
        _ = value.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    internal void Text(string? value)
    {
        if (value is null)
        {
            Raw("null"u8);
            return;
        }

        Text(value.AsSpan());
    }

    internal void Text(ReadOnlySpan<char> value)
    {
        Raw("\""u8);
        Escape(value);
        Raw("\""u8);
    }

    private static bool IsOwn(string name) =>
        name is "level" or "timestamp_ms" or "message" or "step_index" or "phase" or "pid" or "session_id" or "trace_id" or "exception";

    private void Real(double value)
    {
        if (!double.IsFinite(value))
        {
            Raw(double.IsNaN(value) ? "\"NaN\""u8 : value > 0 ? "\"Infinity\""u8 : "\"-Infinity\""u8);
            return;
        }

        Reserve(32);
        _ = value.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    private void Escape(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var run = text.IndexOfAny(Escaped);
            run = run < 0 ? text.Length : run;
            Reserve(run * 3);
            // Half a surrogate pair becomes U+FFFD: a log line must be valid UTF-8 whatever the text.
            _ = Utf8.FromUtf16(text[..run], _buffer.AsSpan(_length), out _, out var written);
            _length += written;
            if (run == text.Length)
            {
                return;
            }

            EscapeOne(text[run]);
            text = text[(run + 1)..];
        }
    }

    private void EscapeOne(char c)
    {
        switch (c)
        {
            case '"':
                Raw("\\\""u8);
                break;
            case '\\':
                Raw("\\\\"u8);
                break;
            case '\n':
                Raw("\\n"u8);
                break;
            case '\r':
                Raw("\\r"u8);
                break;
            case '\t':
                Raw("\\t"u8);
                break;
            default:
                Raw("\\u00"u8);
                Reserve(2);
                _buffer[_length++] = (byte)(c < 0x10 ? '0' : '1');
                _buffer[_length++] = "0123456789abcdef"u8[c & 0xf];
                break;
        }
    }

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private void Reserve(int bytes)
    {
        if (_buffer.Length - _length < bytes)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes));
        }
    }
}

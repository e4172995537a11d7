using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace ProcVision.Protocol;

/// <summary>
/// Walks JSON text once, in place, and refuses whatever RFC 8259 does not allow (conformance 260): what is skipped is validated as well. No
/// allocation, no recursion. Beyond the grammar it refuses a byte order mark, text that is not UTF-8, escapes that are half a surrogate pair, and
/// more than <see cref="MaxDepth"/> levels. Duplicate keys are the caller's concern.
/// </summary>
/// <remarks>A fault is sticky: every later call answers "nothing", so a caller may look at <see cref="Fault"/> once at the end.</remarks>
internal ref partial struct JsonScanner
{
    /// <summary>Objects and arrays inside each other.</summary>
    internal const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _json;
    private int _position;
    private int _depth;
    private bool _isFirst;

    private JsonScanner(ReadOnlySpan<byte> json, int depth = 0)
    {
        _json = json;
        _depth = depth;
    }

    /// <summary>What is wrong, or null.</summary>
    internal string? Fault { get; private set; }

    /// <summary>The byte at which it is wrong.</summary>
    internal int FaultOffset { get; private set; }

    /// <summary>Over a frame's body: looks for a byte order mark and for bytes that are not UTF-8 first, both at once for the whole text.</summary>
    /// <param name="body">The text.</param>
    /// <param name="depth">How many levels it stands in itself, where it is a part of a frame.</param>
    internal static JsonScanner Over(ReadOnlySpan<byte> body, int depth = 0)
    {
        var scanner = new JsonScanner(body, depth);
        if (body.StartsWith("\uFEFF"u8))
        {
            scanner.Fail(0, "以 BOM 开头");
        }
        else if (!Utf8.IsValid(body))
        {
            scanner.Fail(FirstNonUtf8(body), "不是 UTF-8");
        }

        return scanner;
    }

    /// <summary>Over a part of a text that was found to be UTF-8 before.</summary>
    internal static JsonScanner OverUtf8(ReadOnlySpan<byte> json) => new(json);

    /// <summary>The kind of the value that comes next, without reading it; <see cref="JsonKind.None"/> when no value begins here.</summary>
    internal JsonKind Peek()
    {
        SkipWhiteSpace();
        return (uint)_position >= (uint)_json.Length
            ? JsonKind.None
            : _json[_position] switch
            {
                (byte)'"' => JsonKind.String,
                (byte)'{' => JsonKind.Object,
                (byte)'[' => JsonKind.Array,
                (byte)'n' => JsonKind.Null,
                (byte)'t' => JsonKind.True,
                (byte)'f' => JsonKind.False,
                (byte)'-' or (>= (byte)'0' and <= (byte)'9') => JsonKind.Number,
                _ => JsonKind.None,
            };
    }

    /// <summary>Enters the object that comes next; then ask <see cref="NextMember"/> until it says no.</summary>
    internal bool EnterObject() => Enter((byte)'{', "应为对象");

    /// <summary>Enters the array that comes next; then ask <see cref="NextElement"/> until it says no.</summary>
    internal bool EnterArray() => Enter((byte)'[', "应为数组");

    /// <summary>Moves to the next member of the entered object and reads its key;
    /// the value is to be read by the caller. False after the last one.</summary>
    internal bool NextMember(out JsonToken key)
    {
        key = default;
        if (!Advance((byte)'}', "应为 , 或 }"))
        {
            return false;
        }

        if (!At((byte)'"'))
        {
            return Fail("应为字符串键");
        }

        key = ReadString();
        if (!At((byte)':'))
        {
            SkipWhiteSpace();
            if (!At((byte)':'))
            {
                return Fail("应为 :");
            }
        }

        _position++;
        return true;
    }

    /// <summary>Moves to the next element of the entered array; it is to be read by the caller. False after the last one.</summary>
    internal bool NextElement() => Advance((byte)']', "应为 , 或 ]");

    /// <summary>Reads the value that comes next, whatever it is, to its end.</summary>
    internal JsonToken Value()
    {
        SkipWhiteSpace();
        var token = ReadValue();
        _isFirst = false;
        return token;
    }

    /// <summary>Whether nothing but white space follows and nothing was wrong.</summary>
    internal bool AtEnd()
    {
        SkipWhiteSpace();
        return Fault is null && (_position == _json.Length || Fail("值之后还有内容"));
    }

    private bool Enter(byte bracket, string expected)
    {
        SkipWhiteSpace();
        if (!At(bracket))
        {
            return Fail(expected);
        }

        if (_depth == MaxDepth)
        {
            return Fail("嵌套超过 64 层");
        }

        _depth++;
        _position++;
        _isFirst = true;
        return true;
    }

    private bool Advance(byte closing, string expected)
    {
        SkipWhiteSpace();
        if (At(closing))
        {
            _position++;
            _depth--;
            _isFirst = false;
            return false;
        }

        if (!_isFirst)
        {
            if (!At((byte)','))
            {
                return Fail(expected);
            }

            _position++;
            SkipWhiteSpace();
        }

        _isFirst = false;
        return Fault is null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool At(byte value) => (uint)_position < (uint)_json.Length && _json[_position] == value;

    /// <summary>Senders mostly write none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void SkipWhiteSpace()
    {
        if ((uint)_position < (uint)_json.Length && _json[_position] <= ' ')
        {
            SkipSomeWhiteSpace();
        }
    }

    private void SkipSomeWhiteSpace()
    {
        while ((uint)_position < (uint)_json.Length && _json[_position] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')
        {
            _position++;
        }
    }

    private bool Fail(string fault) => Fail(_position, _position < _json.Length ? fault : "JSON 不完整");

    private bool Fail(int offset, string fault)
    {
        if (Fault is null)
        {
            Fault = fault;
            FaultOffset = offset;
        }

        _position = _json.Length;
        return false;
    }

    private static int FirstNonUtf8(ReadOnlySpan<byte> text)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out var read) == System.Buffers.OperationStatus.Done)
        {
            offset += read;
        }

        return offset;
    }
}

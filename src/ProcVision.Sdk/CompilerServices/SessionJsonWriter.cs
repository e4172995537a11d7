using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ProcVision.CompilerServices;

/// <summary>
/// Writes one session value as UTF-8 JSON, in exactly the bytes of System.Text.Json. The commas are its business. What has no JSON form is refused
/// with its path, and so is what is nested deeper than <see cref="MaxDepth"/>: objects that refer to each other have no end. For generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class SessionJsonWriter
{
    /// <summary>Objects and arrays inside each other.</summary>
    internal const int MaxDepth = 64;

    /// <summary>No region is larger: growing further would only be slower to fail.</summary>
    private const int MaxLength = 64 * 1024 * 1024;

    private const int Initial = 4096;
    private const int Kept = 1024 * 1024;

    private byte[] _bytes = new byte[Initial];
    private int _length;
    private int _depth;
    private bool _comma;
    private string _key = "";

    internal SessionJsonWriter()
    {
    }

    /// <summary>The value written since <see cref="Begin(string)"/>.</summary>
    internal ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>Begins an object.</summary>
    public void Open() => Begin((byte)'{');

    /// <summary>Ends the object.</summary>
    public void Close() => End((byte)'}');

    /// <summary>Begins an array.</summary>
    public void OpenArray() => Begin((byte)'[');

    /// <summary>Ends the array.</summary>
    public void CloseArray() => End((byte)']');

    /// <summary>The member whose value comes next.</summary>
    public void Member(SessionMembers members, int index)
    {
        ArgumentNullException.ThrowIfNull(members);
        var token = members.Token(index);
        var to = Reserve(token.Length);
        token.CopyTo(to);
        _length += token.Length;
        _comma = false;
    }

    /// <summary>The key of a dictionary whose value comes next.</summary>
    public void Member(string name)
    {
        Value(name);
        _comma = false;
        Put((byte)':');
        _comma = false;
    }

    /// <summary>A value of any other type.</summary>
    /// <exception cref="SessionException">It is null and <paramref name="codec"/> has none.</exception>
    public void Value<T>(SessionJsonCodec<T> codec, T value)
    {
        ArgumentNullException.ThrowIfNull(codec);
        if (value is null && !codec.TakesNull)
        {
            throw Null(codec.Type.Name);
        }

        codec.Write(this, value);
    }

    /// <summary>The exception for a value whose class is derived from the declared one: stored as that one it would lose what it adds.</summary>
    public SessionException Derived(object value, string declared)
    {
        ArgumentNullException.ThrowIfNull(value);
        return SessionCodecErrors.Derived(_key, Path, value.GetType().Name, declared);
    }

    /// <summary>Starts anew.</summary>
    internal void Begin(string key)
    {
        _key = key;
        _length = 0;
        _depth = 0;
        _comma = false;
    }

    /// <summary>Lets go of what one large value took.</summary>
    internal void Trim()
    {
        _key = "";
        _length = 0;
        if (_bytes.Length > Kept)
        {
            _bytes = new byte[Initial];
        }
    }

    /// <summary>An array of values.</summary>
    internal void Elements<T>(SessionJsonCodec<T> element, ReadOnlySpan<T> values)
    {
        OpenArray();
        foreach (var value in values)
        {
            Value(element, value);
        }

        CloseArray();
    }

    internal SessionException Null(string type) => SessionCodecErrors.Null(_key, Path, type);

    internal SessionException NotMade(string type) => SessionCodecErrors.NotMade(_key, Path, type);

    /// <summary>Where the next value would be. What was written so far says it: nothing has to be noted on the way.</summary>
    private string Path => SessionJsonPath.After(_key, Written);

    private void Begin(byte bracket)
    {
        if (_depth == MaxDepth)
        {
            throw SessionCodecErrors.TooDeep(_key, Path, MaxDepth);
        }

        _depth++;
        Put(bracket);
        _comma = false;
    }

    private void End(byte bracket)
    {
        _depth--;
        _comma = false;
        Put(bracket);
    }

    private void Put(byte one)
    {
        Reserve(1)[0] = one;
        _length++;
        _comma = true;
    }

    private void Put(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
        _comma = true;
    }

    /// <summary>Room for a value; the comma before it is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - _length <= count)
        {
            Grow(count + 1);
        }

        if (_comma)
        {
            _bytes[_length++] = (byte)',';
        }

        return _bytes.AsSpan(_length);
    }

    private void Grow(int count)
    {
        var needed = (long)_length + count;
        if (needed > MaxLength)
        {
            throw SessionCodecErrors.TooLarge(_key, Path, MaxLength);
        }

        Array.Resize(ref _bytes, (int)Math.Max(needed, Math.Min(_bytes.Length * 2L, MaxLength)));
    }
}

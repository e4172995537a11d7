using System.Runtime.CompilerServices;

namespace ProcVision;

/// <summary>One keyed value: what it is, and its bytes or its text.</summary>
internal readonly struct SessionCell
{
    private readonly Bits _bits;

    private SessionCell(SessionKind kind, in Bits bits, string? text)
    {
        Kind = kind;
        _bits = bits;
        Text = text;
    }

    /// <summary>What is stored; <see cref="SessionKind.Null"/> for a stored null (conformance 17).</summary>
    internal SessionKind Kind { get; }

    /// <summary>The text, when <see cref="Kind"/> is text.</summary>
    internal string? Text { get; }

    /// <summary>Bytes of the value as the size limit counts it.</summary>
    internal int Size => Kind == SessionKind.Text ? SessionText.Utf8.GetByteCount(Text!) : SessionBits.SizeOf(Kind);

    /// <summary>The value; its kind is that of <typeparamref name="T"/> and not null.</summary>
    internal T Read<T>()
    {
        if (typeof(T) == typeof(string))
        {
            var text = Text;
            return Unsafe.As<string?, T>(ref text);
        }

        return SessionBits.Read<T>(in Unsafe.As<Bits, byte>(ref Unsafe.AsRef(in _bits)));
    }

    /// <summary>Copies the value's bytes to the start of a slot's value.</summary>
    internal void CopyTo(Span<byte> value) => ((ReadOnlySpan<byte>)_bits)[..SessionBits.SizeOf(Kind)].CopyTo(value);

    /// <summary>A value of a built-in type, or of it made nullable.</summary>
    internal static SessionCell Of<T>(T value)
    {
        Bits bits = default;
        if (typeof(T) == typeof(string))
        {
            var text = Unsafe.As<T, string?>(ref value);
            return new SessionCell(text is null ? SessionKind.Null : SessionKind.Text, bits, text);
        }

        return SessionBits.Write(ref Unsafe.As<Bits, byte>(ref bits), value)
            ? new SessionCell(SessionKinds.Of<T>(), bits, null)
            : new SessionCell(SessionKind.Null, default, null);
    }

    /// <summary>A value of a built-in value type from the bytes it has in memory.</summary>
    internal static SessionCell From(SessionKind kind, ReadOnlySpan<byte> value)
    {
        Bits bits = default;
        value[..SessionBits.SizeOf(kind)].CopyTo(bits);
        return new SessionCell(kind, bits, null);
    }

    /// <summary>A text.</summary>
    internal static SessionCell From(string text) => new(SessionKind.Text, default, text);

    [InlineArray(SessionBits.Longest)]
    private struct Bits
    {
        private byte _first;
    }
}

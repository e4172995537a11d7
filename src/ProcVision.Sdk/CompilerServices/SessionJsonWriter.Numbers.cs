using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace ProcVision.CompilerServices;

/// <summary>Numbers and bool.</summary>
public sealed partial class SessionJsonWriter
{
    /// <summary>The longest integer: <c>-9223372036854775808</c>.</summary>
    private const int IntegerLength = 20;

    /// <summary>Longer than any shortest form of a double or text of a decimal.</summary>
    private const int FractionLength = 64;

    /// <summary>A null.</summary>
    public void Null() => Put("null"u8);

    /// <summary>A bool.</summary>
    public void Value(bool value) => Put(value ? "true"u8 : "false"u8);

    /// <summary>An <c>sbyte</c>.</summary>
    public void Value(sbyte value) => Value((long)value);

    /// <summary>A <c>byte</c>.</summary>
    public void Value(byte value) => Value((long)value);

    /// <summary>A <c>short</c>.</summary>
    public void Value(short value) => Value((long)value);

    /// <summary>A <c>ushort</c>.</summary>
    public void Value(ushort value) => Value((long)value);

    /// <summary>An <c>int</c>.</summary>
    public void Value(int value) => Value((long)value);

    /// <summary>A <c>uint</c>.</summary>
    public void Value(uint value) => Value((long)value);

    /// <summary>A <c>long</c>.</summary>
    public void Value(long value)
    {
        _ = Utf8Formatter.TryFormat(value, Reserve(IntegerLength), out var written);
        Took(written);
    }

    /// <summary>A <c>ulong</c>.</summary>
    public void Value(ulong value)
    {
        _ = Utf8Formatter.TryFormat(value, Reserve(IntegerLength), out var written);
        Took(written);
    }

    /// <summary>A <c>float</c>, in the shortest form that reads back as the same.</summary>
    /// <exception cref="SessionException">NaN or infinite.</exception>
    public void Value(float value)
    {
        if (!float.IsFinite(value))
        {
            throw SessionCodecErrors.NotFinite(_key, Path, value);
        }

        _ = Utf8Formatter.TryFormat(value, Reserve(FractionLength), out var written);
        Took(written);
    }

    /// <summary>A <c>double</c>, in the shortest form that reads back as the same.</summary>
    /// <exception cref="SessionException">NaN or infinite.</exception>
    public void Value(double value)
    {
        if (!double.IsFinite(value))
        {
            throw SessionCodecErrors.NotFinite(_key, Path, value);
        }

        _ = Utf8Formatter.TryFormat(value, Reserve(FractionLength), out var written);
        Took(written);
    }

    /// <summary>A <c>decimal</c>, with all its digits.</summary>
    public void Value(decimal value)
    {
        _ = Utf8Formatter.TryFormat(value, Reserve(FractionLength), out var written);
        Took(written);
    }

    /// <summary>A rectangle: <c>{"x":…,"y":…,"width":…,"height":…}</c>.</summary>
    public void Value(in Rect value)
    {
        Open();
        Member(SessionRect.Members, 0);
        Value(value.X);
        Member(SessionRect.Members, 1);
        Value(value.Y);
        Member(SessionRect.Members, 2);
        Value(value.Width);
        Member(SessionRect.Members, 3);
        Value(value.Height);
        Close();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Took(int written)
    {
        _length += written;
        _comma = true;
    }
}

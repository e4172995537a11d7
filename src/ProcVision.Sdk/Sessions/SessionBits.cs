using System.Runtime.CompilerServices;

namespace ProcVision;

/// <summary>A built-in value type, or the same made nullable, as the bytes it has in memory.</summary>
internal static class SessionBits
{
    /// <summary>Bytes of the largest built-in value type.</summary>
    internal const int Longest = 16;

    /// <summary>Bytes of a value of this kind; 0 for null and text.</summary>
    internal static int SizeOf(SessionKind kind) => kind switch
    {
        SessionKind.Boolean or SessionKind.SByte or SessionKind.Byte => 1,
        SessionKind.Int16 or SessionKind.UInt16 or SessionKind.Char => 2,
        SessionKind.Int32 or SessionKind.UInt32 or SessionKind.Single or SessionKind.DateOnly => 4,
        SessionKind.Int64 or SessionKind.UInt64 or SessionKind.Double or SessionKind.DateTime or SessionKind.TimeSpan or SessionKind.TimeOnly => 8,
        SessionKind.Decimal or SessionKind.Guid or SessionKind.DateTimeOffset or SessionKind.Rect => 16,
        _ => 0,
    };

    /// <summary>Reads a value of the kind of <typeparamref name="T"/>.</summary>
    internal static T Read<T>(ref readonly byte bits) =>
        TypeNullability<T>.HasNull ? ReadNullable<T>(in bits) : Unsafe.ReadUnaligned<T>(in bits);

    /// <summary>Writes a value; false when it is null, and nothing was written.</summary>
    internal static bool Write<T>(ref byte bits, T value)
    {
        if (!TypeNullability<T>.HasNull)
        {
            Unsafe.WriteUnaligned(ref bits, value);
            return true;
        }

        if (value is null)
        {
            return false;
        }

        WriteNullable(ref bits, value);
        return true;
    }

    private static T ReadNullable<T>(ref readonly byte bits) => SessionKinds.Of<T>() switch
    {
        SessionKind.Boolean => Wrap<bool, T>(in bits),
        SessionKind.SByte => Wrap<sbyte, T>(in bits),
        SessionKind.Byte => Wrap<byte, T>(in bits),
        SessionKind.Int16 => Wrap<short, T>(in bits),
        SessionKind.UInt16 => Wrap<ushort, T>(in bits),
        SessionKind.Int32 => Wrap<int, T>(in bits),
        SessionKind.UInt32 => Wrap<uint, T>(in bits),
        SessionKind.Int64 => Wrap<long, T>(in bits),
        SessionKind.UInt64 => Wrap<ulong, T>(in bits),
        SessionKind.Single => Wrap<float, T>(in bits),
        SessionKind.Double => Wrap<double, T>(in bits),
        SessionKind.Decimal => Wrap<decimal, T>(in bits),
        SessionKind.Char => Wrap<char, T>(in bits),
        SessionKind.Guid => Wrap<Guid, T>(in bits),
        SessionKind.DateTime => Wrap<DateTime, T>(in bits),
        SessionKind.DateTimeOffset => Wrap<DateTimeOffset, T>(in bits),
        SessionKind.TimeSpan => Wrap<TimeSpan, T>(in bits),
        SessionKind.DateOnly => Wrap<DateOnly, T>(in bits),
        SessionKind.TimeOnly => Wrap<TimeOnly, T>(in bits),
        _ => Wrap<Rect, T>(in bits),
    };

    private static void WriteNullable<T>(ref byte bits, T value)
    {
        switch (SessionKinds.Of<T>())
        {
            case SessionKind.Boolean:
                Unwrap<bool, T>(ref bits, value);
                break;
            case SessionKind.SByte:
                Unwrap<sbyte, T>(ref bits, value);
                break;
            case SessionKind.Byte:
                Unwrap<byte, T>(ref bits, value);
                break;
            case SessionKind.Int16:
                Unwrap<short, T>(ref bits, value);
                break;
            case SessionKind.UInt16:
                Unwrap<ushort, T>(ref bits, value);
                break;
            case SessionKind.Int32:
                Unwrap<int, T>(ref bits, value);
                break;
            case SessionKind.UInt32:
                Unwrap<uint, T>(ref bits, value);
                break;
            case SessionKind.Int64:
                Unwrap<long, T>(ref bits, value);
                break;
            case SessionKind.UInt64:
                Unwrap<ulong, T>(ref bits, value);
                break;
            case SessionKind.Single:
                Unwrap<float, T>(ref bits, value);
                break;
            case SessionKind.Double:
                Unwrap<double, T>(ref bits, value);
                break;
            case SessionKind.Decimal:
                Unwrap<decimal, T>(ref bits, value);
                break;
            case SessionKind.Char:
                Unwrap<char, T>(ref bits, value);
                break;
            case SessionKind.Guid:
                Unwrap<Guid, T>(ref bits, value);
                break;
            case SessionKind.DateTime:
                Unwrap<DateTime, T>(ref bits, value);
                break;
            case SessionKind.DateTimeOffset:
                Unwrap<DateTimeOffset, T>(ref bits, value);
                break;
            case SessionKind.TimeSpan:
                Unwrap<TimeSpan, T>(ref bits, value);
                break;
            case SessionKind.DateOnly:
                Unwrap<DateOnly, T>(ref bits, value);
                break;
            case SessionKind.TimeOnly:
                Unwrap<TimeOnly, T>(ref bits, value);
                break;
            default:
                Unwrap<Rect, T>(ref bits, value);
                break;
        }
    }

    /// <summary><typeparamref name="T"/> is <typeparamref name="TValue"/> made nullable: the kinds said so.</summary>
    private static T Wrap<TValue, T>(ref readonly byte bits)
        where TValue : unmanaged
    {
        TValue? value = Unsafe.ReadUnaligned<TValue>(in bits);
        return Unsafe.As<TValue?, T>(ref value);
    }

    /// <inheritdoc cref="Wrap"/>
    private static void Unwrap<TValue, T>(ref byte bits, T value)
        where TValue : unmanaged => Unsafe.WriteUnaligned(ref bits, Unsafe.As<T, TValue?>(ref value).GetValueOrDefault());
}

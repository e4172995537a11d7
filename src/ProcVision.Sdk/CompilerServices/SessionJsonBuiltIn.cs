using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ProcVision.CompilerServices;

/// <summary>A value of a built-in type inside JSON, where a codec is asked for: as an element or made nullable. For generated code.</summary>
/// <typeparam name="T">A built-in value type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionJsonBuiltIn<T> : SessionJsonCodec<T>
    where T : struct
{
    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json(SessionKinds.Name(SessionKinds.Of<T>()));

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, T value)
    {
        // Every branch but one folds away.
        switch (SessionKinds.Of<T>())
        {
            case SessionKind.Boolean:
                json.Value(Unsafe.BitCast<T, bool>(value));
                break;
            case SessionKind.SByte:
                json.Value(Unsafe.BitCast<T, sbyte>(value));
                break;
            case SessionKind.Byte:
                json.Value(Unsafe.BitCast<T, byte>(value));
                break;
            case SessionKind.Int16:
                json.Value(Unsafe.BitCast<T, short>(value));
                break;
            case SessionKind.UInt16:
                json.Value(Unsafe.BitCast<T, ushort>(value));
                break;
            case SessionKind.Int32:
                json.Value(Unsafe.BitCast<T, int>(value));
                break;
            case SessionKind.UInt32:
                json.Value(Unsafe.BitCast<T, uint>(value));
                break;
            case SessionKind.Int64:
                json.Value(Unsafe.BitCast<T, long>(value));
                break;
            case SessionKind.UInt64:
                json.Value(Unsafe.BitCast<T, ulong>(value));
                break;
            case SessionKind.Single:
                json.Value(Unsafe.BitCast<T, float>(value));
                break;
            case SessionKind.Double:
                json.Value(Unsafe.BitCast<T, double>(value));
                break;
            case SessionKind.Decimal:
                json.Value(Unsafe.BitCast<T, decimal>(value));
                break;
            case SessionKind.Char:
                json.Value(Unsafe.BitCast<T, char>(value));
                break;
            case SessionKind.Guid:
                json.Value(Unsafe.BitCast<T, Guid>(value));
                break;
            case SessionKind.DateTime:
                json.Value(Unsafe.BitCast<T, DateTime>(value));
                break;
            case SessionKind.DateTimeOffset:
                json.Value(Unsafe.BitCast<T, DateTimeOffset>(value));
                break;
            case SessionKind.TimeSpan:
                json.Value(Unsafe.BitCast<T, TimeSpan>(value));
                break;
            case SessionKind.DateOnly:
                json.Value(Unsafe.BitCast<T, DateOnly>(value));
                break;
            case SessionKind.TimeOnly:
                json.Value(Unsafe.BitCast<T, TimeOnly>(value));
                break;
            case SessionKind.Rect:
                json.Value(Unsafe.BitCast<T, Rect>(value));
                break;
            default:
                throw new NotSupportedException($"{typeof(T)} is no built-in type of a session.");
        }
    }

    /// <inheritdoc/>
    public override T Read(ref SessionJsonReader json) => SessionKinds.Of<T>() switch
    {
        SessionKind.Boolean => Unsafe.BitCast<bool, T>(json.Boolean()),
        SessionKind.SByte => Unsafe.BitCast<sbyte, T>(json.SByte()),
        SessionKind.Byte => Unsafe.BitCast<byte, T>(json.Byte()),
        SessionKind.Int16 => Unsafe.BitCast<short, T>(json.Int16()),
        SessionKind.UInt16 => Unsafe.BitCast<ushort, T>(json.UInt16()),
        SessionKind.Int32 => Unsafe.BitCast<int, T>(json.Int32()),
        SessionKind.UInt32 => Unsafe.BitCast<uint, T>(json.UInt32()),
        SessionKind.Int64 => Unsafe.BitCast<long, T>(json.Int64()),
        SessionKind.UInt64 => Unsafe.BitCast<ulong, T>(json.UInt64()),
        SessionKind.Single => Unsafe.BitCast<float, T>(json.Single()),
        SessionKind.Double => Unsafe.BitCast<double, T>(json.Double()),
        SessionKind.Decimal => Unsafe.BitCast<decimal, T>(json.Decimal()),
        SessionKind.Char => Unsafe.BitCast<char, T>(json.Char()),
        SessionKind.Guid => Unsafe.BitCast<Guid, T>(json.Guid()),
        SessionKind.DateTime => Unsafe.BitCast<DateTime, T>(json.DateTime()),
        SessionKind.DateTimeOffset => Unsafe.BitCast<DateTimeOffset, T>(json.DateTimeOffset()),
        SessionKind.TimeSpan => Unsafe.BitCast<TimeSpan, T>(json.TimeSpan()),
        SessionKind.DateOnly => Unsafe.BitCast<DateOnly, T>(json.DateOnly()),
        SessionKind.TimeOnly => Unsafe.BitCast<TimeOnly, T>(json.TimeOnly()),
        SessionKind.Rect => Unsafe.BitCast<Rect, T>(json.Rect()),
        _ => throw new NotSupportedException($"{typeof(T)} is no built-in type of a session."),
    };
}

using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace ProcVision.CompilerServices;

/// <summary>
/// An enum inside JSON, by name: several flags as <c>"A, B"</c>, a value without a name as its number, as System.Text.Json writes it. Read are the
/// names as they are written, and numbers. For generated code.
/// </summary>
/// <typeparam name="T">The enum.</typeparam>
/// <param name="type">Made by <see cref="SessionType.Enum"/> or, with <c>[Flags]</c>, by <see cref="SessionType.Flags"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SessionJsonEnumCodec<T>(SessionType type) : SessionJsonCodec<T>
    where T : unmanaged, Enum
{
    private readonly SessionKind _underlying = type.Of!.Kind;
    private readonly SessionEnumTable _names = new(type);

    /// <inheritdoc/>
    public override SessionType Type { get; } = SessionType.Json(type.Name);

    /// <inheritdoc/>
    public override void Write(SessionJsonWriter json, T value)
    {
        ArgumentNullException.ThrowIfNull(json);
        var bits = Widen(value);
        if (_names.TryWrite(json, bits))
        {
            return;
        }

        if (_underlying == SessionKind.UInt64)
        {
            json.Value(bits);
        }
        else
        {
            json.Value((long)bits);
        }
    }

    /// <inheritdoc/>
    public override T Read(ref SessionJsonReader json) =>
        json.IsNumber ? ReadNumber(ref json) : Narrow(json.Name(_names, Type.Name));

    private T ReadNumber(ref SessionJsonReader json) => _underlying switch
    {
        SessionKind.SByte => Narrow((ulong)json.SByte()),
        SessionKind.Byte => Narrow(json.Byte()),
        SessionKind.Int16 => Narrow((ulong)json.Int16()),
        SessionKind.UInt16 => Narrow(json.UInt16()),
        SessionKind.Int32 => Narrow((ulong)json.Int32()),
        SessionKind.UInt32 => Narrow(json.UInt32()),
        SessionKind.Int64 => Narrow((ulong)json.Int64()),
        _ => Narrow(json.UInt64()),
    };

    /// <summary>The bits as 64, the sign kept.</summary>
    private ulong Widen(T value) => _underlying switch
    {
        SessionKind.SByte => (ulong)Unsafe.BitCast<T, sbyte>(value),
        SessionKind.Byte => Unsafe.BitCast<T, byte>(value),
        SessionKind.Int16 => (ulong)Unsafe.BitCast<T, short>(value),
        SessionKind.UInt16 => Unsafe.BitCast<T, ushort>(value),
        SessionKind.Int32 => (ulong)Unsafe.BitCast<T, int>(value),
        SessionKind.UInt32 => Unsafe.BitCast<T, uint>(value),
        _ => Unsafe.BitCast<T, ulong>(value),
    };

    private static unsafe T Narrow(ulong bits) => sizeof(T) switch
    {
        1 => Unsafe.BitCast<byte, T>((byte)bits),
        2 => Unsafe.BitCast<ushort, T>((ushort)bits),
        4 => Unsafe.BitCast<uint, T>((uint)bits),
        _ => Unsafe.BitCast<ulong, T>(bits),
    };
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProcVision;

/// <summary>The sixteen bytes of a directory cell that hold a value or say where it is.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct KeyedBits
{
    internal ulong First;
    internal ulong Second;

    /// <summary>A value of a built-in value type, or of it made nullable; false when it is null.</summary>
    internal static bool TryOf<T>(T value, out KeyedBits bits)
    {
        bits = default;
        return SessionBits.Write(ref Unsafe.As<KeyedBits, byte>(ref bits), value);
    }

    /// <summary>Where a text or coded value is.</summary>
    internal static KeyedBits Of(int block, int length, int payload) =>
        new() { First = (uint)block | ((ulong)(uint)length << 32), Second = (uint)payload };
}

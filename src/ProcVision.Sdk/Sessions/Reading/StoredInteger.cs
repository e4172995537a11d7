namespace ProcVision;

/// <summary>The built-in integers as a region has them.</summary>
internal static class StoredInteger
{
    /// <summary>Whether a kind is an integer: what an enum may be of.</summary>
    internal static bool Is(SessionKind kind) => kind is >= SessionKind.SByte and <= SessionKind.UInt64;

    /// <summary>A value; of a ulong the same bits, signed.</summary>
    internal static long Read(SessionKind kind, ReadOnlySpan<byte> bytes) => kind switch
    {
        SessionKind.SByte => (sbyte)bytes[0],
        SessionKind.Byte => bytes[0],
        SessionKind.Int16 => BitConverter.ToInt16(bytes),
        SessionKind.UInt16 => BitConverter.ToUInt16(bytes),
        SessionKind.Int32 => BitConverter.ToInt32(bytes),
        SessionKind.UInt32 => BitConverter.ToUInt32(bytes),
        _ => BitConverter.ToInt64(bytes),
    };
}

using System.Runtime.InteropServices;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>Unmanaged values that lie one after the other.</summary>
internal static class SessionElements
{
    /// <summary>The one value that the bytes are.</summary>
    /// <exception cref="SessionException">It has another size.</exception>
    internal static unsafe T One<T>(string key, SessionType type, ReadOnlySpan<byte> bytes)
        where T : unmanaged =>
        bytes.Length == sizeof(T) ? MemoryMarshal.Read<T>(bytes) : throw SessionCodecErrors.WrongSize(key, type.Name, bytes.Length, sizeof(T));

    /// <summary>How many values the bytes are.</summary>
    /// <exception cref="SessionException">The last one is cut.</exception>
    internal static unsafe int Count<T>(string key, SessionType type, ReadOnlySpan<byte> bytes)
        where T : unmanaged =>
        bytes.Length % sizeof(T) == 0 ? bytes.Length / sizeof(T) : throw SessionCodecErrors.NotMultiple(key, type.Name, bytes.Length, sizeof(T));

    /// <summary>Copies the bytes into a span of <see cref="Count"/> values.</summary>
    internal static void Copy<T>(ReadOnlySpan<byte> bytes, Span<T> values)
        where T : unmanaged => bytes.CopyTo(MemoryMarshal.AsBytes(values));
}

using System.Collections.Immutable;
using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>The codecs of arrays, lists, immutable arrays and dictionaries of the built-in types, found without a table and without reflection.</summary>
internal static class SessionBuiltInCollections
{
    internal static SessionCodec<T>? Find<T>() => (SessionCodec<T>?)(
        Of<T, double>(SessionType.Double)
        ?? Of<T, int>(SessionType.Int32)
        ?? Of<T, Rect>(SessionType.Rect)
        ?? OfText<T>()
        ?? Of<T, float>(SessionType.Single)
        ?? Of<T, byte>(SessionType.Byte)
        ?? Of<T, long>(SessionType.Int64)
        ?? Of<T, bool>(SessionType.Boolean)
        ?? Of<T, short>(SessionType.Int16)
        ?? Of<T, ushort>(SessionType.UInt16)
        ?? Of<T, uint>(SessionType.UInt32)
        ?? Of<T, ulong>(SessionType.UInt64)
        ?? Of<T, sbyte>(SessionType.SByte)
        ?? Of<T, char>(SessionType.Char)
        ?? Of<T, decimal>(SessionType.Decimal)
        ?? Of<T, Guid>(SessionType.Guid)
        ?? Of<T, DateTime>(SessionType.DateTime)
        ?? Of<T, DateTimeOffset>(SessionType.DateTimeOffset)
        ?? Of<T, TimeSpan>(SessionType.TimeSpan)
        ?? Of<T, DateOnly>(SessionType.DateOnly)
        ?? Of<T, TimeOnly>(SessionType.TimeOnly));

    private static SessionCodec? Of<T, TElement>(SessionType element)
        where TElement : unmanaged =>
        typeof(T) == typeof(TElement[]) ? new SessionArrayCodec<TElement>(element)
        : typeof(T) == typeof(List<TElement>) ? new SessionListCodec<TElement>(element)
        : typeof(T) == typeof(ImmutableArray<TElement>) ? new SessionImmutableArrayCodec<TElement>(element)
        : typeof(T) == typeof(Dictionary<string, TElement>) ? new SessionJsonDictionaryCodec<TElement>(new SessionJsonBuiltIn<TElement>())
        : null;

    /// <summary>Of strings; at run time nobody can tell <c>List&lt;string&gt;</c> from <c>List&lt;string?&gt;</c>, so null is a string here.</summary>
    private static SessionCodec? OfText<T>()
    {
        var text = new SessionJsonOptionalCodec<string?>(new SessionJsonText()!);
        return typeof(T) == typeof(string[]) ? new SessionJsonArrayCodec<string?>(text)
            : typeof(T) == typeof(List<string>) ? new SessionJsonListCodec<string?>(text)
            : typeof(T) == typeof(ImmutableArray<string>) ? new SessionJsonImmutableArrayCodec<string?>(text)
            : typeof(T) == typeof(Dictionary<string, string>) ? new SessionJsonDictionaryCodec<string?>(text)
            : null;
    }
}

using System.Runtime.CompilerServices;

namespace ProcVision;

/// <summary>Whether bytes that somebody else wrote are a value of a built-in type: not every pattern is one, and .NET does not ask again.</summary>
internal static unsafe class SessionValidity
{
    private const int DecimalFlags = unchecked((int)0x80FF0000);
    private const int DecimalScale = 28;
    private const int LongestOffset = 14 * 60;

    /// <summary>Whether there are bytes that are no value of the kind.</summary>
    internal static bool IsRestricted(SessionKind kind) => kind is SessionKind.Boolean or SessionKind.Char or SessionKind.Decimal or SessionKind.DateTime
        or SessionKind.DateTimeOffset or SessionKind.DateOnly or SessionKind.TimeOnly;

    /// <summary>Whether the bytes are a value of the kind; always so where every pattern is one.</summary>
    internal static bool IsValid(SessionKind kind, byte* bytes) => kind switch
    {
        SessionKind.Boolean => *bytes <= 1,
        SessionKind.Char => !char.IsSurrogate(Unsafe.ReadUnaligned<char>(bytes)),
        SessionKind.Decimal => IsDecimal(Unsafe.ReadUnaligned<decimal>(bytes)),
        SessionKind.DateTime => Unsafe.ReadUnaligned<DateTime>(bytes).Ticks <= DateTime.MaxValue.Ticks,
        SessionKind.DateTimeOffset => IsDateTimeOffset(Unsafe.ReadUnaligned<DateTimeOffset>(bytes)),
        SessionKind.DateOnly => (uint)Unsafe.ReadUnaligned<DateOnly>(bytes).DayNumber <= (uint)DateOnly.MaxValue.DayNumber,
        SessionKind.TimeOnly => (ulong)Unsafe.ReadUnaligned<TimeOnly>(bytes).Ticks < TimeSpan.TicksPerDay,
        _ => true,
    };

    private static bool IsDecimal(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        _ = decimal.GetBits(value, bits);
        return (bits[3] & ~DecimalFlags) == 0 && ((bits[3] >> 16) & 0xFF) <= DecimalScale;
    }

    /// <summary>Both the moment and what the clock shows have to be between the years 1 and 9999.</summary>
    private static bool IsDateTimeOffset(DateTimeOffset value)
    {
        var minutes = value.TotalOffsetMinutes;
        var ticks = value.UtcTicks;
        return minutes is >= -LongestOffset and <= LongestOffset
            && (ulong)ticks <= (ulong)DateTime.MaxValue.Ticks
            && (ulong)(ticks + (minutes * TimeSpan.TicksPerMinute)) <= (ulong)DateTime.MaxValue.Ticks;
    }
}

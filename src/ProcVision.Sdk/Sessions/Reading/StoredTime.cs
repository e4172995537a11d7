using System.Globalization;
using System.Text.Json;

namespace ProcVision;

/// <summary>The built-in dates and times as a region has them.</summary>
internal static class StoredTime
{
    private const long TickBits = 0x3FFFFFFFFFFFFFFF;
    private const int LargestOffsetMinutes = 14 * 60;

    internal static void Write(Utf8JsonWriter json, SessionKind kind, ReadOnlySpan<byte> bytes)
    {
        switch (kind)
        {
            case SessionKind.DateTime:
                WriteDateTime(json, BitConverter.ToInt64(bytes));
                break;
            case SessionKind.DateTimeOffset:
                WriteDateTimeOffset(json, BitConverter.ToInt32(bytes), BitConverter.ToInt64(bytes[8..]));
                break;
            case SessionKind.DateOnly:
                WriteDate(json, BitConverter.ToInt32(bytes));
                break;
            case SessionKind.TimeOnly:
                WriteTime(json, BitConverter.ToInt64(bytes));
                break;
            default:
                json.WriteStringValue(new TimeSpan(BitConverter.ToInt64(bytes)).ToString("c", CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void WriteDateTime(Utf8JsonWriter json, long data)
    {
        var ticks = data & TickBits;
        if (ticks > DateTime.MaxValue.Ticks)
        {
            json.WriteStringValue($"无效的 DateTime: 0x{data:X16}");
            return;
        }

        // Both of the upper two are local times; the last is the second pass through the hour that a clock is put back by.
        var zone = (ulong)data >> 62;
        json.WriteStringValue(new DateTime(ticks, zone == 0 ? DateTimeKind.Unspecified : zone == 1 ? DateTimeKind.Utc : DateTimeKind.Local));
    }

    private static void WriteDateTimeOffset(Utf8JsonWriter json, int minutes, long utc)
    {
        var local = utc + (minutes * TimeSpan.TicksPerMinute);
        if (Math.Abs((long)minutes) > LargestOffsetMinutes || utc < 0 || utc > DateTime.MaxValue.Ticks || local < 0 || local > DateTime.MaxValue.Ticks)
        {
            json.WriteStringValue($"无效的 DateTimeOffset: 0x{utc:X16}，偏移 {minutes} 分钟");
            return;
        }

        json.WriteStringValue(new DateTimeOffset(local, TimeSpan.FromMinutes(minutes)));
    }

    private static void WriteDate(Utf8JsonWriter json, int days)
    {
        if (days < 0 || days > DateOnly.MaxValue.DayNumber)
        {
            json.WriteStringValue($"无效的 DateOnly: {days}");
            return;
        }

        json.WriteStringValue(DateOnly.FromDayNumber(days).ToString("O", CultureInfo.InvariantCulture));
    }

    private static void WriteTime(Utf8JsonWriter json, long ticks)
    {
        if (ticks is < 0 or >= TimeSpan.TicksPerDay)
        {
            json.WriteStringValue($"无效的 TimeOnly: {ticks}");
            return;
        }

        json.WriteStringValue(new TimeSpan(ticks).ToString("c", CultureInfo.InvariantCulture));
    }
}

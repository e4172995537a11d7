using System.Globalization;
using System.Text.Json;

namespace ProcVision;

/// <summary>A value of a built-in type as JSON: numbers as numbers, dates and times as text that reads back as the same value.</summary>
internal static class SessionCellJson
{
    internal static void Write(Utf8JsonWriter json, in SessionCell cell)
    {
        switch (cell.Kind)
        {
            case SessionKind.Boolean:
                json.WriteBooleanValue(cell.Read<bool>());
                break;
            case SessionKind.Single when float.IsFinite(cell.Read<float>()):
                json.WriteNumberValue(cell.Read<float>());
                break;
            case SessionKind.Double when double.IsFinite(cell.Read<double>()):
                json.WriteNumberValue(cell.Read<double>());
                break;
            case SessionKind.Decimal:
                json.WriteNumberValue(cell.Read<decimal>());
                break;
            case SessionKind.UInt64:
                json.WriteNumberValue(cell.Read<ulong>());
                break;
            case SessionKind.Rect:
                Write(json, cell.Read<Rect>());
                break;
            default:
                if (Integer(cell) is { } integer)
                {
                    json.WriteNumberValue(integer);
                }
                else
                {
                    json.WriteStringValue(Text(cell));
                }

                break;
        }
    }

    private static void Write(Utf8JsonWriter json, in Rect rect)
    {
        json.WriteStartObject();
        json.WriteNumber("x", rect.X);
        json.WriteNumber("y", rect.Y);
        json.WriteNumber("width", rect.Width);
        json.WriteNumber("height", rect.Height);
        json.WriteEndObject();
    }

    private static long? Integer(in SessionCell cell) => cell.Kind switch
    {
        SessionKind.SByte => cell.Read<sbyte>(),
        SessionKind.Byte => cell.Read<byte>(),
        SessionKind.Int16 => cell.Read<short>(),
        SessionKind.UInt16 => cell.Read<ushort>(),
        SessionKind.Int32 => cell.Read<int>(),
        SessionKind.UInt32 => cell.Read<uint>(),
        SessionKind.Int64 => cell.Read<long>(),
        _ => null,
    };

    /// <summary>What is text in JSON; a null is null.</summary>
    private static string? Text(in SessionCell cell) => cell.Kind switch
    {
        SessionKind.Single => cell.Read<float>().ToString(CultureInfo.InvariantCulture),
        SessionKind.Double => cell.Read<double>().ToString(CultureInfo.InvariantCulture),
        SessionKind.Char => cell.Read<char>().ToString(),
        SessionKind.Guid => cell.Read<Guid>().ToString(),
        SessionKind.DateTime => cell.Read<DateTime>().ToString("O", CultureInfo.InvariantCulture),
        SessionKind.DateTimeOffset => cell.Read<DateTimeOffset>().ToString("O", CultureInfo.InvariantCulture),
        SessionKind.DateOnly => cell.Read<DateOnly>().ToString("O", CultureInfo.InvariantCulture),
        SessionKind.TimeOnly => cell.Read<TimeOnly>().ToString("O", CultureInfo.InvariantCulture),
        SessionKind.TimeSpan => cell.Read<TimeSpan>().ToString("c", CultureInfo.InvariantCulture),
        _ => cell.Text,
    };
}

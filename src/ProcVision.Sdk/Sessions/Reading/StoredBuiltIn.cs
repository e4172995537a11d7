using System.Globalization;
using System.Text.Json;

namespace ProcVision;

/// <summary>A built-in type of a fixed size.</summary>
internal sealed class StoredBuiltIn(SessionKind kind) : StoredType
{
    internal SessionKind Kind => kind;

    internal override int Size { get; } = SessionBits.SizeOf(kind);

    internal override void Write(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        switch (kind)
        {
            case SessionKind.Boolean:
                WriteBoolean(json, bytes[0]);
                break;
            case SessionKind.Single:
                WriteReal(json, BitConverter.ToSingle(bytes));
                break;
            case SessionKind.Double:
                WriteReal(json, BitConverter.ToDouble(bytes));
                break;
            case SessionKind.UInt64:
                json.WriteNumberValue(BitConverter.ToUInt64(bytes));
                break;
            case SessionKind.Char:
                WriteChar(json, BitConverter.ToChar(bytes));
                break;
            case SessionKind.Guid:
                json.WriteStringValue(new Guid(bytes, bigEndian: false));
                break;
            case SessionKind.Rect:
                WriteRect(json, bytes);
                break;
            case SessionKind.Decimal:
                WriteDecimal(json, bytes);
                break;
            case SessionKind.DateTime or SessionKind.DateTimeOffset or SessionKind.DateOnly or SessionKind.TimeOnly or SessionKind.TimeSpan:
                StoredTime.Write(json, kind, bytes);
                break;
            default:
                json.WriteNumberValue(StoredInteger.Read(kind, bytes));
                break;
        }
    }

    private static void WriteBoolean(Utf8JsonWriter json, byte value)
    {
        if (value > 1)
        {
            json.WriteStringValue($"无效的 bool: {value}");
        }
        else
        {
            json.WriteBooleanValue(value == 1);
        }
    }

    private static void WriteReal(Utf8JsonWriter json, float value)
    {
        if (float.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteReal(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumberValue(value);
        }
        else
        {
            json.WriteStringValue(value.ToString(CultureInfo.InvariantCulture));
        }
    }

    private static void WriteChar(Utf8JsonWriter json, char value)
    {
        if (char.IsSurrogate(value))
        {
            json.WriteStringValue($"无效的 char: 0x{(int)value:X4}，半个代理对");
        }
        else
        {
            json.WriteStringValue([value]);
        }
    }

    private static void WriteRect(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        json.WriteStartObject();
        json.WriteNumber("x", BitConverter.ToInt32(bytes));
        json.WriteNumber("y", BitConverter.ToInt32(bytes[4..]));
        json.WriteNumber("width", BitConverter.ToInt32(bytes[8..]));
        json.WriteNumber("height", BitConverter.ToInt32(bytes[12..]));
        json.WriteEndObject();
    }

    /// <summary>Flags, high 32 bits, low 64 bits, as a decimal has them in memory.</summary>
    private static void WriteDecimal(Utf8JsonWriter json, ReadOnlySpan<byte> bytes)
    {
        var flags = BitConverter.ToUInt32(bytes);
        var scale = (byte)(flags >> 16);
        if ((flags & 0x7F00FFFF) != 0 || scale > 28)
        {
            json.WriteStringValue($"无效的 decimal: 0x{flags:X8}");
            return;
        }

        json.WriteNumberValue(new decimal(
            BitConverter.ToInt32(bytes[8..]), BitConverter.ToInt32(bytes[12..]), BitConverter.ToInt32(bytes[4..]), (flags & 0x80000000) != 0, scale));
    }
}

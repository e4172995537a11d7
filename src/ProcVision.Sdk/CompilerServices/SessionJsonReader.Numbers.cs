using System.Text.Json;

namespace ProcVision.CompilerServices;

/// <summary>Numbers and bool: a fraction is no integer, and what does not fit is refused and not cut.</summary>
public ref partial struct SessionJsonReader
{
    /// <summary>A bool.</summary>
    public readonly bool Boolean() => _json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw WrongToken("bool"),
    };

    /// <summary>An <c>sbyte</c>.</summary>
    public readonly sbyte SByte() => AsNumber("sbyte") && _json.TryGetSByte(out var value) ? value : throw NotFitting("sbyte");

    /// <summary>A <c>byte</c>.</summary>
    public readonly byte Byte() => AsNumber("byte") && _json.TryGetByte(out var value) ? value : throw NotFitting("byte");

    /// <summary>A <c>short</c>.</summary>
    public readonly short Int16() => AsNumber("short") && _json.TryGetInt16(out var value) ? value : throw NotFitting("short");

    /// <summary>A <c>ushort</c>.</summary>
    public readonly ushort UInt16() => AsNumber("ushort") && _json.TryGetUInt16(out var value) ? value : throw NotFitting("ushort");

    /// <summary>An <c>int</c>.</summary>
    public readonly int Int32() => AsNumber("int") && _json.TryGetInt32(out var value) ? value : throw NotFitting("int");

    /// <summary>A <c>uint</c>.</summary>
    public readonly uint UInt32() => AsNumber("uint") && _json.TryGetUInt32(out var value) ? value : throw NotFitting("uint");

    /// <summary>A <c>long</c>.</summary>
    public readonly long Int64() => AsNumber("long") && _json.TryGetInt64(out var value) ? value : throw NotFitting("long");

    /// <summary>A <c>ulong</c>.</summary>
    public readonly ulong UInt64() => AsNumber("ulong") && _json.TryGetUInt64(out var value) ? value : throw NotFitting("ulong");

    /// <summary>A <c>float</c>; one too large for it is refused and not made infinite.</summary>
    public readonly float Single() =>
        AsNumber("float") && _json.TryGetSingle(out var value) && float.IsFinite(value) ? value : throw NotFitting("float");

    /// <summary>A <c>double</c>; one too large for it is refused and not made infinite.</summary>
    public readonly double Double() =>
        AsNumber("double") && _json.TryGetDouble(out var value) && double.IsFinite(value) ? value : throw NotFitting("double");

    /// <summary>A <c>decimal</c>.</summary>
    public readonly decimal Decimal() => AsNumber("decimal") && _json.TryGetDecimal(out var value) ? value : throw NotFitting("decimal");

    /// <summary>A rectangle: <c>{"x":…,"y":…,"width":…,"height":…}</c>, all four of them.</summary>
    public Rect Rect()
    {
        int x = 0, y = 0, width = 0, height = 0;
        var members = Open(SessionRect.Members);
        while (Next(ref members))
        {
            switch (members.Member)
            {
                case 0:
                    x = Int32();
                    break;
                case 1:
                    y = Int32();
                    break;
                case 2:
                    width = Int32();
                    break;
                default:
                    height = Int32();
                    break;
            }
        }

        return new Rect(x, y, width, height);
    }

    private readonly bool AsNumber(string type) => IsNumber ? true : throw WrongToken(type);

    private readonly SessionException NotFitting(string type) =>
        SessionCodecErrors.NotFitting(_key, Path, SessionJsonPath.Text(_json.ValueSpan), type);
}

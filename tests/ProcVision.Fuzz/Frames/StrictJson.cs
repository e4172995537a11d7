using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace ProcVision.Fuzz.Frames;

/// <summary>JSON as the wire allows it, by System.Text.Json: an opinion that shares nothing with the product's own scanner.</summary>
internal static class StrictJson
{
    /// <summary>An integer beyond this many places is beyond every limit of the wire.</summary>
    private const int ManyPlaces = 400;

    /// <summary>The document; null when the bytes are not UTF-8, begin with a mark, are no JSON or have half a surrogate pair in some text.</summary>
    internal static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(body.Span);
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                {
                    _ = reader.GetString();
                }
            }

            return JsonDocument.Parse(body);
        }
        catch (Exception refusal) when (refusal is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A value's bytes as they stand in the document.</summary>
    internal static string Raw(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? "" : Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(element));

    /// <summary>The integer that a number stands for, <c>5</c> and also <c>5.0</c> and <c>50e-1</c>; null when it is none.</summary>
    internal static BigInteger? Integer(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        var text = element.GetRawText();
        var e = text.IndexOfAny(['e', 'E']);
        var mantissa = e < 0 ? text : text[..e];
        var exponent = e < 0 ? BigInteger.Zero : BigInteger.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? mantissa : mantissa.Remove(point, 1);
        exponent -= point < 0 ? 0 : mantissa.Length - point - 1;

        var significant = digits.TrimEnd('0');
        if (significant is "" or "-")
        {
            return BigInteger.Zero;
        }

        exponent += digits.Length - significant.Length;
        var value = significant.Length > ManyPlaces
            ? BigInteger.Pow(10, ManyPlaces) * (text[0] == '-' ? -1 : 1)
            : BigInteger.Parse(significant, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return exponent < 0 ? null : value * BigInteger.Pow(10, (int)BigInteger.Min(exponent, ManyPlaces));
    }

    /// <summary>The same within limits; null outside of them.</summary>
    internal static long? Integer(JsonElement element, long min, long max) => Integer(element) is { } value && value >= min && value <= max ? (long)value : null;
}

using System.Globalization;

namespace ProcVision.Json;

/// <summary>A number, kept as it is written, so that nothing is rounded before someone asks.</summary>
internal sealed class JsonNumberNode(JsonSpan span, string text) : JsonNode(span)
{
    /// <summary>The number as written, for example <c>-0</c>, <c>1.50</c> or <c>1e999</c>.</summary>
    public string Text { get; } = text;

    public override string Kind => "a number";

    /// <summary>The number as a 64-bit integer; <see langword="false"/> when it has a fraction or an exponent, or does not fit.</summary>
    public bool TryGetInteger(out long value) =>
        long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>The nearest double; infinite when the number is too large for one.</summary>
    public double ToDouble()
    {
        if (double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
            return value;

        // .NET Framework refuses what .NET reads as infinite.
        return Text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
    }
}

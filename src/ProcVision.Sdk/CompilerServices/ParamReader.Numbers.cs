using System.Globalization;
using ProcVision.Parameters;
using ProcVision.Protocol;

namespace ProcVision.CompilerServices;

public ref partial struct ParamReader
{
    /// <summary>
    /// The current value as an integer within limits: a JSON number without a fraction, so <c>5</c>, <c>5.0</c> and <c>5e0</c> but not <c>5.5</c> and not
    /// <c>"5"</c>.
    /// </summary>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <param name="clamp">A value outside becomes the nearest limit, with a warning, in place of 1006 (C12).</param>
    /// <param name="unit">For the message, as <c>ms</c>.</param>
    public long Int(long min = long.MinValue, long max = long.MaxValue, bool clamp = false, string? unit = null)
    {
        if (Value().Kind != JsonKind.Number)
        {
            WrongType("整数");
            return min;
        }

        switch (JsonNumber.ToInt64(Raw(), out var value))
        {
            case JsonInteger.Exact when value >= min && value <= max:
                return value;
            case JsonInteger.Fraction:
                WrongType("整数");
                return min;
            case var kind:
                var isTooSmall = kind == JsonInteger.TooSmall || (kind == JsonInteger.Exact && value < min);
                var nearest = isTooSmall ? min : max;
                OutOfRange(
                    ParamRange.Describe(JsonText.Shorten(Raw()), min, max, unit, isTooSmall),
                    clamp ? nearest.ToString(CultureInfo.InvariantCulture) : null);
                return nearest;
        }
    }

    /// <summary>The current value as a number within limits; never NaN or infinite: <c>1e999</c> is refused whatever the limits.</summary>
    /// <param name="min">The smallest value allowed.</param>
    /// <param name="max">The largest value allowed.</param>
    /// <param name="clamp">A value outside becomes the nearest limit, with a warning, in place of 1006 (C12).</param>
    /// <param name="unit">For the message, as <c>ms</c>.</param>
    public double Float(double min = double.MinValue, double max = double.MaxValue, bool clamp = false, string? unit = null)
    {
        if (Value().Kind != JsonKind.Number)
        {
            WrongType("数字");
            return min;
        }

        if (!JsonNumber.TryDouble(Raw(), out var value))
        {
            WrongType("可表示的数字");
            return min;
        }

        if (value >= min && value <= max)
        {
            return value;
        }

        var nearest = value < min ? min : max;
        OutOfRange(
            ParamRange.Describe(JsonText.Shorten(Raw()), min, max, unit, value < min),
            clamp ? nearest.ToString(CultureInfo.InvariantCulture) : null);
        return nearest;
    }

    private void OutOfRange(string description, string? clippedTo)
    {
        if (clippedTo is null)
        {
            Wrong($"参数 {KeyText()} 超出范围: {description}");
        }
        else
        {
            Problems().Warn($"参数 {KeyText()} 超出范围: {description}，已改为 {clippedTo}");
        }
    }
}

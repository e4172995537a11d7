using System.Globalization;

namespace ProcVision.Parameters;

/// <summary>Limits of a number as messages tell them: <c>20 不在 [8, 16] ms</c>, <c>20 &gt; 16 ms</c>, <c>2 &lt; 8 ms</c>.</summary>
internal static class ParamRange
{
    internal static string Describe(string value, long min, long max, string? unit, bool isTooSmall) => Describe(
        value,
        min == long.MinValue ? null : min.ToString(CultureInfo.InvariantCulture),
        max == long.MaxValue ? null : max.ToString(CultureInfo.InvariantCulture),
        unit,
        isTooSmall);

    internal static string Describe(string value, double min, double max, string? unit, bool isTooSmall) => Describe(
        value,
        min == double.MinValue ? null : min.ToString(CultureInfo.InvariantCulture),
        max == double.MaxValue ? null : max.ToString(CultureInfo.InvariantCulture),
        unit,
        isTooSmall);

    private static string Describe(string value, string? min, string? max, string? unit, bool isTooSmall)
    {
        var limits = (min, max) switch
        {
            (not null, not null) => $"{value} 不在 [{min}, {max}]",
            (not null, null) => $"{value} < {min}",
            (null, not null) => $"{value} > {max}",
            _ => isTooSmall ? $"{value} 过小" : $"{value} 过大",
        };
        return string.IsNullOrEmpty(unit) ? limits : $"{limits} {unit}";
    }
}

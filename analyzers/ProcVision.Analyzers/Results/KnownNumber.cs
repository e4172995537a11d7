using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ProcVision.Analyzers.Results;

/// <summary>Numbers that are known before the step runs.</summary>
internal static class KnownNumber
{
    /// <summary>The value of a constant, also of a variable that is set once; null for any other.</summary>
    public static double? Of(IOperation value) => (value.ConstantValue.HasValue ? value : value.Source()).ConstantValue is { HasValue: true, Value: IConvertible number and not (string or char or bool) }
        ? number.ToDouble(CultureInfo.InvariantCulture)
        : null;

    /// <summary>A number as the author writes it.</summary>
    public static string Show(double value) =>
        double.IsNaN(value) ? "NaN"
        : double.IsInfinity(value) ? value > 0 ? "Infinity" : "-Infinity"
        : value.ToString("0.####", CultureInfo.InvariantCulture);
}

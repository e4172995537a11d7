using System.Globalization;
using ProcVision.Analyzers.Sources;
using ProcVision.Manifests;

namespace ProcVision.Analyzers.Algorithms;

/// <summary>What an author reads of a parameter while typing: meaning, limits, unit, default.</summary>
internal static class ParamDoc
{
    public static string Of(ManifestParam param)
    {
        var parts = new List<string> { DocText.Escape(param.Description ?? "") is { Length: > 0 } text ? text : DocText.Escape(param.Key) };
        if (Limits(param) is { Length: > 0 } limits)
            parts.Add(limits);
        if (param.Unit is { Length: > 0 } unit)
            parts.Add($"unit {DocText.Escape(unit)}");
        if (Default(param) is { } standard)
            parts.Add($"default {DocText.Escape(standard)}");
        return string.Join("; ", parts) + ".";
    }

    private static string Limits(ManifestParam param) => param switch
    {
        IntParam p => Range(Number(p.Min), Number(p.Max)),
        FloatParam p => Range(Number(p.Min), Number(p.Max)),
        StringParam p when p.MinLength is not null || p.MaxLength is not null => Range(Number(p.MinLength), Number(p.MaxLength)) + " characters",
        _ => "",
    };

    private static string Range(string? min, string? max) => (min, max) switch
    {
        (null, null) => "",
        (_, null) => $"at least {min}",
        (null, _) => $"at most {max}",
        _ => $"{min} … {max}",
    };

    private static string? Default(ManifestParam param) => param switch
    {
        IntParam p => Number(p.Default),
        FloatParam p => Number(p.Default),
        BoolParam p => p.Default is { } truth ? CSharpLiteral.Bool(truth) : null,
        StringParam p => p.Default,
        EnumParam p => p.Default,
        RectParam { Default: { } r } => string.Format(CultureInfo.InvariantCulture, "{0},{1},{2},{3}", r.X, r.Y, r.Width, r.Height),
        _ => null,
    };

    private static string? Number(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value is { } number ? CSharpLiteral.Float(number).TrimEnd('D') : null;
}

using ProcVision.Json;

namespace ProcVision.Manifests;

internal sealed partial class ManifestReader
{
    private IntParam ReadInt(ManifestFields fields, string key)
    {
        const string Noun = "a whole number";
        long? min = ReadLimit(fields, key, "min", Integer, "is not a whole number of at most 64 bits", Noun);
        long? max = ReadLimit(fields, key, "max", Integer, "is not a whole number of at most 64 bits", Noun);
        return new()
        {
            Key = key,
            Min = min,
            Max = max,
            Clamp = fields.OptionalFlag("clamp"),
            Default = ReadNumericDefault(fields, key, Integer, "is not a whole number of at most 64 bits", Noun, CheckLimits(fields, key, "min", min, "max", max)),
        };
    }

    private FloatParam ReadFloat(ManifestFields fields, string key)
    {
        const string Noun = "a number";
        double? min = ReadLimit(fields, key, "min", Finite, "is not a finite number", Noun);
        double? max = ReadLimit(fields, key, "max", Finite, "is not a finite number", Noun);
        return new()
        {
            Key = key,
            Min = min,
            Max = max,
            Clamp = fields.OptionalFlag("clamp"),
            Default = ReadNumericDefault(fields, key, Finite, "is not a finite number", Noun, CheckLimits(fields, key, "min", min, "max", max)),
        };
    }

    private static long? Integer(JsonNode node) => node is JsonNumberNode number && number.TryGetInteger(out long value) ? value : null;

    private static double? Finite(JsonNode node) =>
        node is JsonNumberNode number && number.ToDouble() is var value && !double.IsInfinity(value) ? value : null;

    private T? ReadLimit<T>(ManifestFields fields, string key, string name, Func<JsonNode, T?> read, string fault, string cure)
        where T : struct
    {
        if (fields.Any(name) is not { } node)
            return null;
        var limit = read(node);
        if (limit is null)
            _findings.Add(ManifestRules.LimitNotUsable, ManifestFindings.Point(node), name, _findings.Quote(node), Wording.Shorten(key), fault, cure);
        return limit;
    }

    /// <summary>The two limits as a range; none, after a finding, when they exclude every value.</summary>
    private (T? Min, T? Max) CheckLimits<T>(ManifestFields fields, string key, string lower, T? min, string upper, T? max)
        where T : struct, IComparable<T>, IFormattable
    {
        if (min is not { } low || max is not { } high || low.CompareTo(high) <= 0)
            return (min, max);
        var place = fields.Any(lower)!.Span;
        _findings.Add(ManifestRules.LimitsCrossed, place, Wording.Shorten(key), lower, Wording.Number(low), upper, Wording.Number(high));
        return (null, null);
    }

    private T? ReadNumericDefault<T>(
        ManifestFields fields,
        string key,
        Func<JsonNode, T?> read,
        string fault,
        string noun,
        (T? Min, T? Max) range)
        where T : struct, IComparable<T>, IFormattable
    {
        if (fields.Any("default") is not { } node)
            return null;

        var value = read(node);
        if (value is { } number)
        {
            bool isTooSmall = range.Min is { } min && number.CompareTo(min) < 0;
            bool isTooLarge = range.Max is { } max && number.CompareTo(max) > 0;
            if (!isTooSmall && !isTooLarge)
                return value;
            fault = isTooSmall ? $"is below the minimum {Wording.Number(range.Min!.Value)}" : $"is above the maximum {Wording.Number(range.Max!.Value)}";
        }

        // A value of the right type stays in the model, so that one mistake does not become two.
        AddBadDefault(node, key, fault, Wording.Range(noun, range.Min, range.Max));
        return value;
    }

    private void AddBadDefault(JsonNode node, string key, string fault, string cure) =>
        _findings.Add(ManifestRules.DefaultNotAccepted, ManifestFindings.Point(node), _findings.Quote(node), Wording.Shorten(key), fault, cure);
}

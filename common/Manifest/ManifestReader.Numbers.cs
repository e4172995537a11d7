using ProcVision.Json;

namespace ProcVision.Manifests;

internal sealed partial class ManifestReader
{
    private IntParam ReadInt(ManifestFields fields, string key)
    {
        const string Noun = "a whole number";
        const string Fault = "is not a whole number of at most 64 bits";
        long? min = ReadLimit(fields, key, "min", Integer, Fault, Noun);
        long? max = ReadLimit(fields, key, "max", Integer, Fault, Noun);
        var range = CheckLimits(fields, key, "min", min, "max", max);
        return new()
        {
            Key = key,
            Min = min,
            Max = max,
            Clamp = fields.OptionalFlag("clamp"),
            Default = ReadNumericDefault(fields, key, Integer, Fault, Noun, range),
        };
    }

    private FloatParam ReadFloat(ManifestFields fields, string key)
    {
        const string Noun = "a number";
        const string Fault = "is not a finite number";
        double? min = ReadLimit(fields, key, "min", Finite, Fault, Noun);
        double? max = ReadLimit(fields, key, "max", Finite, Fault, Noun);
        var range = CheckLimits(fields, key, "min", min, "max", max);
        FindMissingUnit(fields, key, min, max);
        return new()
        {
            Key = key,
            Min = min,
            Max = max,
            Clamp = fields.OptionalFlag("clamp"),
            Default = ReadNumericDefault(fields, key, Finite, Fault, Noun, range),
        };
    }

    /// <summary>A share or a score needs no unit (conformance 121); everything else was measured in something.</summary>
    private void FindMissingUnit(ManifestFields fields, string key, double? min, double? max)
    {
        if (fields.Any("unit") is JsonStringNode { Value: var unit } ? !string.IsNullOrWhiteSpace(unit) : fields.Any("unit") is not null)
            return;
        if ((min >= 0 && max <= 1) || fields.Node.Find("key")?.Value is not JsonStringNode name)
            return;
        string range = (min, max) switch
        {
            ({ } low, { } high) => $"is {Wording.Number(low)} to {Wording.Number(high)}",
            ({ } low, null) => $"begins at {Wording.Number(low)} and has no end",
            (null, { } high) => $"ends at {Wording.Number(high)} and has no beginning",
            _ => "is not limited",
        };
        _findings.Add(ManifestRules.FloatWithoutUnit, name.Span, Wording.Shorten(key), range);
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
            AddBadLimit(node, name, key, fault, cure);
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
            if (range.Min is { } min && number.CompareTo(min) < 0)
                fault = $"is below the minimum {Wording.Number(min)}";
            else if (range.Max is { } max && number.CompareTo(max) > 0)
                fault = $"is above the maximum {Wording.Number(max)}";
            else
                return value;
        }

        // A value of the right type stays in the model, so that one mistake does not become two.
        AddBadDefault(node, key, fault, Wording.Range(noun, range.Min, range.Max));
        return value;
    }

    private void AddBadLimit(JsonNode node, string name, string key, string fault, string cure) =>
        _findings.Add(ManifestRules.LimitNotUsable, ManifestFindings.Point(node), name, _findings.Quote(node), Wording.Shorten(key), fault, cure);

    private void AddBadDefault(JsonNode node, string key, string fault, string cure) =>
        _findings.Add(ManifestRules.DefaultNotAccepted, ManifestFindings.Point(node), _findings.Quote(node), Wording.Shorten(key), fault, cure);
}

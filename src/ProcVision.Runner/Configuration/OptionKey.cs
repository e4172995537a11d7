using System.Globalization;
using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>One key of <c>runner_config.json</c>: a whole number, or a list of them, with its bounds and its place in the options.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="Least">The smallest value.</param>
/// <param name="Most">The largest one.</param>
/// <param name="Get">The values in the options.</param>
/// <param name="Set">The options with other values.</param>
internal sealed record OptionKey(
    string Name, long Least, long Most, Func<RunnerOptions, IReadOnlyList<long>> Get, Func<RunnerOptions, IReadOnlyList<long>, RunnerOptions> Set)
{
    /// <summary>Whether the file may have a list there, of one value at least.</summary>
    public bool IsList { get; init; }

    /// <summary>Why the value in the options cannot be; null when it can.</summary>
    public string? Problem(RunnerOptions options) => Problem(Get(options));

    /// <summary>The values in the file; null, and why, when they are none.</summary>
    public IReadOnlyList<long>? Read(JsonElement json, out string problem)
    {
        problem = "";
        var items = IsList && json.ValueKind == JsonValueKind.Array ? json.EnumerateArray().ToList() : [json];
        var values = new List<long>();
        foreach (var item in items)
        {
            if (item.ValueKind != JsonValueKind.Number || !item.TryGetInt64(out long value))
            {
                problem = $"{Name} 的值 {Shown(json)} 无效；{Allowed}";
                return null;
            }

            values.Add(value);
        }

        // Before anybody makes a time or a count of it that it does not fit into.
        if (Problem(values) is not { } outside)
            return values;
        problem = outside;
        return null;
    }

    private string? Problem(IReadOnlyList<long> values)
    {
        if (IsList && values.Count == 0)
            return $"{Name} 不能为空；{Allowed}";
        foreach (long value in values)
        {
            if (value < Least || value > Most)
                return string.Create(CultureInfo.InvariantCulture, $"{Name} 的值 {value} 超出范围；{Allowed}");
        }

        return null;
    }

    private string Allowed => string.Create(
        CultureInfo.InvariantCulture, $"应为{(IsList ? "整数列表，每个" : "整数，")}{(IsList ? " " : "")}{Least} 到 {Most}{(Name.EndsWith("_ms", StringComparison.Ordinal) ? " 毫秒" : "")}");

    private static string Shown(JsonElement json) => json.GetRawText() is { Length: > 60 } text ? text[..60] + "…" : json.GetRawText();
}

using System.Text;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Shows a line of an algorithm's stderr on a terminal: a structured one as text, any other as it is (conformance 342, 473).</summary>
internal static class AlgorithmLogLine
{
    public static string Format(string line)
    {
        var entry = AlgorithmLogEvent.Parse(line);
        if (!entry.IsStructured)
            return $"  [ALGO-RAW] {line}";
        string level = entry.Level is { } said && !said.Equals("info", StringComparison.OrdinalIgnoreCase) ? $"{said}: " : "";
        return $"  [ALGO] {level}{entry.Message}{FieldsOf(entry)}";
    }

    /// <summary>What the line has beside its message as <c> name=value</c>, each after a space; without what is the same on every line of one run.</summary>
    public static string FieldsOf(AlgorithmLogEvent entry)
    {
        var fields = new StringBuilder();
        if (entry.Step is { } step)
            fields.Append(" step_index=").Append(step);
        if (entry.Phase is { } phase)
            fields.Append(" phase=").Append(phase);
        foreach (var (name, value) in entry.Fields)
            fields.Append(' ').Append(name).Append('=').Append(value);
        return fields.ToString();
    }
}

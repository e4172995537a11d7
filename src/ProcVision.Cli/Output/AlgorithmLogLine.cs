namespace ProcVision.Cli;

/// <summary>Shows a line of an algorithm's stderr on a terminal: a structured one as text, any other as it is (conformance 342, 473).</summary>
internal static class AlgorithmLogLine
{
    public static string Format(string line)
    {
        var entry = AlgorithmLogEntry.Of(line);
        if (!entry.IsStructured)
            return $"  [ALGO-RAW] {line}";
        string level = entry.Level is { } said && !said.Equals("info", StringComparison.OrdinalIgnoreCase) ? $"{said}: " : "";
        return $"  [ALGO] {level}{entry.Message}{entry.Fields}";
    }
}

namespace ProcVision.Analyzers.Manifest;

/// <summary>A good manifest in which a test replaces one part.</summary>
internal static class ManifestText
{
    public static string Of(
        string name = "\"demo\"",
        string version = "\"1.0.0\"",
        string entryPoint = "\"demo.main:Demo\"",
        string pids = "[\"p001\", \"p002\"]",
        string more = "")
    {
        string about = more.Contains("\"description\"", StringComparison.Ordinal) && !more.Contains("steps", StringComparison.Ordinal)
            ? ""
            : "\n  \"description\": \"料盘检测\",";
        string tail = more.Length == 0 ? "" : ",\n  " + more;
        return $$"""
            {
              "name": {{name}},
              "version": {{version}},{{about}}
              "entry_point": {{entryPoint}},
              "supported_pids": {{pids}}{{tail}}
            }
            """;
    }

    public static string WithSteps(string steps) => Of(more: $"\"steps\": [{steps}]");

    public static string WithParams(string parameters) =>
        WithSteps("{\"index\": 1, \"name\": \"定位料盘\", \"params\": [" + parameters + "]}");

    /// <summary>With the parameter <c>p</c> of a type, and more fields of it. A float has a unit, unless a test gives another.</summary>
    public static string WithParam(string type, string fields)
    {
        string unit = type == "float" && !fields.Contains("unit", StringComparison.Ordinal) ? ", \"unit\": \"ms\"" : "";
        return WithParams("{\"key\": \"p\", \"type\": \"" + type + "\"" + unit + (fields.Length == 0 ? "" : ", " + fields) + "}");
    }
}

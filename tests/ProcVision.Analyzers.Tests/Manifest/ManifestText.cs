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
        string tail = more.Length == 0 ? "" : ",\n  " + more;
        return $$"""
            {
              "name": {{name}},
              "version": {{version}},
              "entry_point": {{entryPoint}},
              "supported_pids": {{pids}}{{tail}}
            }
            """;
    }

    public static string WithSteps(string steps) => Of(more: $"\"steps\": [{steps}]");

    public static string WithParams(string parameters) =>
        WithSteps("{\"index\": 1, \"name\": \"定位料盘\", \"params\": [" + parameters + "]}");

    /// <summary>With the parameter <c>p</c> of a type, and more fields of it.</summary>
    public static string WithParam(string type, string fields) =>
        WithParams("{\"key\": \"p\", \"type\": \"" + type + "\"" + (fields.Length == 0 ? "" : ", " + fields) + "}");
}

namespace ProcVision.Analyzers.Compiler;

/// <summary>Manifests and classes that many tests share.</summary>
internal static class Demo
{
    /// <summary>Two steps, <c>locate</c> and <c>inspect</c>, without parameters.</summary>
    public const string TwoSteps = """
        {
          "name": "demo",
          "version": "1.0.0",
          "entry_point": "main:Demo",
          "supported_pids": ["p001"],
          "steps": [
            { "index": 1, "id": "locate", "name": "定位" },
            { "index": 2, "id": "inspect", "name": "检测" }
          ]
        }
        """;

    /// <summary>The step <c>locate</c> alone.</summary>
    public const string OneStep = """
        {
          "name": "demo",
          "version": "1.0.0",
          "entry_point": "main:Demo",
          "supported_pids": ["p001"],
          "steps": [{ "index": 1, "id": "locate", "name": "定位" }]
        }
        """;

    /// <summary>A good method for the step <c>locate</c>.</summary>
    public const string Locate = "[Execute(1)] ExecuteResult Locate(in LocateStep step) => ExecuteResult.Ok();";

    /// <summary>A good method for the step <c>inspect</c>.</summary>
    public const string Inspect = "[Execute(2)] ExecuteResult Inspect(in InspectStep step) => ExecuteResult.Ok();";

    /// <summary>One step with these parameters.</summary>
    public static string WithParams(string parameters) => $$"""
        {
          "name": "demo",
          "version": "1.0.0",
          "entry_point": "main:Demo",
          "supported_pids": ["p001"],
          "steps": [{ "index": 1, "id": "locate", "name": "定位", "params": [{{parameters}}] }]
        }
        """;
}

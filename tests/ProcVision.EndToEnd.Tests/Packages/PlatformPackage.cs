using System.Diagnostics;
using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests.Packages;

/// <summary>A package in the platform's store and what the platform does with it, written against conformance 511 and 512 alone.</summary>
/// <param name="folder">Its <c>install_path</c>: the folder of manifest.json.</param>
/// <param name="pythonRelPath"><c>python_rel_path</c> of its entry in registry.json.</param>
internal sealed class PlatformPackage(string folder, string pythonRelPath = "")
{
    private static readonly string[] Environments = ["__procvision_env", "_env", "venv"];

    /// <summary>The first that is there; only that is looked at.</summary>
    private string Python => pythonRelPath.Length > 0
        ? Path.Combine(folder, pythonRelPath)
        : Environments.Select(name => Path.Combine(folder, name, "bin/python")).First(File.Exists);

    /// <summary>Starts the algorithm.</summary>
    internal Station Start() => new(
        Python,
        folder,
        (string)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!["entry_point"]!,
        ("PROC_ENV", "prod"),
        ("PYTHONUNBUFFERED", "1"),
        ("PYTHONNOUSERSITE", "1"),
        ("PROC_ALGO_ROOT", folder));

    /// <summary>What it says on stderr when it ends before hello (conformance 516), and how it ends.</summary>
    internal (int Exit, string Output, string Error) RunToTheEnd()
    {
        var start = new ProcessStartInfo(Python, ["-m", "procvision_algorithm_sdk.adapter", "--entry", "x"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PROC_ALGO_ROOT"] = folder;
        return Command.Run(start);
    }
}

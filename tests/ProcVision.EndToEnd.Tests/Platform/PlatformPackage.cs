using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>A deployed package: a folder with manifest.json, and what stands for Python in it (conformance 511, 512, 527, 531C).</summary>
/// <param name="folder">The directory of manifest.json.</param>
/// <param name="pythonRelPath"><c>python_rel_path</c> of the registry entry: absolute, relative to the folder, or empty.</param>
internal sealed class PlatformPackage(string folder, string pythonRelPath = "")
{
    private static readonly string[] Environments = ["__procvision_env", "_env", "venv"];

    internal string Folder => folder;

    internal string EntryPoint => (string)JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!["entry_point"]!;

    /// <summary>Only its existence is checked: any executable can stand in for Python.</summary>
    internal string Python => Candidates().Select(path => Path.Combine(folder, path)).FirstOrDefault(File.Exists)
        ?? throw new PlatformException("1005", $"no python in {folder}");

    private IEnumerable<string> Candidates()
    {
        var python = OperatingSystem.IsWindows() ? "Scripts/python.exe" : "bin/python";
        return pythonRelPath.Length > 0 ? [pythonRelPath] : Environments.Select(environment => Path.Combine(environment, python));
    }
}

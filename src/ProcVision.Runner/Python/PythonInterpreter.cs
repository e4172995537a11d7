namespace ProcVision.Runner;

/// <summary>Which Python a package of today's platform runs with (conformance 512).</summary>
internal static class PythonInterpreter
{
    private static readonly string[] Environments = ["__procvision_env", "_env", "venv"];

    /// <summary>Whether it is a Python, told by what lies beside it: an environment's settings or a standard library.</summary>
    public static bool IsPython(string interpreter) => IsNamedPython(interpreter) && (HasLibrary(interpreter)
        || (File.ResolveLinkTarget(interpreter, returnFinalTarget: true)?.FullName is { } target && IsNamedPython(target) && HasLibrary(target)));

    private static bool IsNamedPython(string path) => Path.GetFileName(path).StartsWith("python", StringComparison.OrdinalIgnoreCase);

    private static bool HasLibrary(string interpreter)
    {
        string folder = Path.GetDirectoryName(interpreter)!, environment = Path.GetDirectoryName(folder) ?? folder;
        string library = Path.Combine(environment, "lib");
        return File.Exists(Path.Combine(environment, "pyvenv.cfg")) || (Directory.Exists(library) && Directory.EnumerateDirectories(library, "python3*").Any());
    }

    /// <summary>The interpreter's full path. Only that the file exists is checked, as the platform does.</summary>
    /// <param name="root">The folder of <c>manifest.json</c>.</param>
    /// <param name="given">The <c>python_rel_path</c> of the platform's registry: absolute, or relative to the folder; null or empty: not given.</param>
    /// <exception cref="PackageException">There is none.</exception>
    public static string Find(string root, string? given)
    {
        // The path is not resolved further: a venv is found by the place of its link, not by what the link points to.
        string[] candidates = string.IsNullOrEmpty(given)
            ? [.. Environments.Select(environment => Path.Combine(root, environment, OperatingSystem.IsWindows() ? "Scripts/python.exe" : "bin/python"))]
            : [Path.Combine(root, given)];
        return candidates.Select(Path.GetFullPath).FirstOrDefault(File.Exists)
            ?? throw new PackageException(Words.Of($"[2003] 未找到 Python 解释器，已查找: {string.Join(", ", candidates)}", $"[2003] no Python interpreter; looked for: {string.Join(", ", candidates)}"));
    }
}

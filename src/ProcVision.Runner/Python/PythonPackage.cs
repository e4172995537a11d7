using System.Text.Json;

namespace ProcVision.Runner;

/// <summary>An algorithm of today's platform as it lies on disk: a folder with <c>manifest.json</c> and a Python environment, used unchanged (conformance 511, 512).</summary>
public sealed class PythonPackage
{
    private PythonPackage(string root, string interpreter, string entryPoint)
    {
        Root = root;
        Interpreter = interpreter;
        EntryPoint = entryPoint;
    }

    /// <summary>The folder of <c>manifest.json</c>, full path.</summary>
    public string Root { get; }

    /// <summary>The Python it runs with, full path.</summary>
    public string Interpreter { get; }

    /// <summary>The manifest's <c>entry_point</c>, <c>module:Class</c>. Whether it exists is for the SDK in the package to say.</summary>
    public string EntryPoint { get; }

    /// <summary>What to start: <c>-m procvision_algorithm_sdk.adapter --entry X</c> in the folder (conformance 511). On Linux the process ends with this Runner, so the launch is good for this Runner only.</summary>
    public AlgorithmLaunch Launch =>
        // What stands in for a Python (conformance 512), as a native algorithm does, need not understand Python.
        PythonInterpreter.IsPython(Interpreter)
            ? AlgorithmLaunch.Python(Interpreter, Root, EntryPoint)
            : AlgorithmLaunch.Adapter(Interpreter, Root, EntryPoint);

    /// <summary>Looks at a package.</summary>
    /// <param name="root">The folder of <c>manifest.json</c>.</param>
    /// <param name="pythonPath">The registry's <c>python_rel_path</c>; null or empty: the first of <c>__procvision_env</c>, <c>_env</c> and <c>venv</c> (conformance 512).</param>
    /// <exception cref="PackageException">There is no manifest that can be read, no entry point in it (2002; conformance 220) or no interpreter (2003; conformance 221); the message has what was looked for.</exception>
    public static PythonPackage Open(string root, string? pythonPath = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        string folder = Path.GetFullPath(root);
        string entryPoint = ReadEntryPoint(Path.Combine(folder, "manifest.json"));
        return new(folder, PythonInterpreter.Find(folder, pythonPath), entryPoint);
    }

    /// <summary>Whether an executable is a Python, and not something that stands in for one (conformance 512).</summary>
    /// <param name="executable">Its path.</param>
    public static bool IsPython(string executable)
    {
        ArgumentException.ThrowIfNullOrEmpty(executable);
        return PythonInterpreter.IsPython(executable);
    }

    private static string ReadEntryPoint(string manifest)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(manifest));
            if (!document.RootElement.IsReadable())
                throw new PackageException(Words.Of($"[2002] {manifest} 中有无效的 Unicode 字符 (孤立的代理项)", $"[2002] {manifest} has letters that are no Unicode (lone surrogates)"));
            return document.RootElement.Text("entry_point") is { Length: > 0 } entryPoint
                ? entryPoint
                : throw new PackageException(Words.Of($"[2002] {manifest} 中没有 entry_point", $"[2002] {manifest} has no entry_point"));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PackageException(Words.Of($"[2002] 未找到 {manifest}", $"[2002] there is no {manifest}"));
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new PackageException(Words.Of($"[2002] 无法读取 {manifest}: {e.Message}", $"[2002] {manifest} cannot be read: {e.Message}"));
        }
    }
}

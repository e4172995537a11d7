using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Finds the executable in a published folder: the one named like the algorithm, else the only one, else the package's own Python.</summary>
internal static class PublishedExecutable
{
    /// <summary>Where the platform keeps what it starts; anything that takes its arguments may be there (conformance 512).</summary>
    private static readonly string[] PythonFolders = ["__procvision_env", "_env", "venv"];

    /// <summary>On Unix a copied library often has the execute bit too.</summary>
    private static readonly string[] NoProgram = [".dll", ".so", ".dbg", ".pdb", ".json", ".dylib"];

    /// <exception cref="BadInputException">There is none, or it is not clear which.</exception>
    public static string Find(string folder, ManifestFile manifest)
    {
        if (NativeOf(folder, manifest) is { } native)
            return native;
        string[] programs = [.. Directory.EnumerateFiles(folder).Where(IsProgram).Order(StringComparer.Ordinal)];
        string name = Plain(manifest.Model.Name);
        if (programs.FirstOrDefault(file => Plain(Path.GetFileNameWithoutExtension(file)) == name) is { } named)
            return named;
        return programs switch
        {
            [var only] => only,
            [] => PythonOf(folder) ?? throw new BadInputException(Words.Of($"目录中没有 .csproj，也没有可执行文件: {folder}。", $"Neither a .csproj nor an executable is in {folder}. ") + Cure, ToolCode.NotFound),
            _ => throw new BadInputException(Words.Of("有多个可执行文件，请指定一个: ", "There are several executables; name one: ") + string.Join(", ", programs), ToolCode.Ambiguous),
        };
    }

    /// <summary>In an unpacked package: that of this machine.</summary>
    private static string? NativeOf(string folder, ManifestFile manifest)
    {
        string all = Path.Combine(folder, "native");
        // A Python package may have a folder of this name for something else.
        if (!Rids(all).Any(static rid => NativeFolder.Known.Contains(rid)))
            return null;
        string here = NativeFolder.OfThisMachine;
        string executable = Path.Combine(folder, NativeFolder.PlaceOf(here, manifest.Model.Name));
        return File.Exists(executable)
            ? executable
            : throw new BadInputException(Words.Of(
                $"包中没有本机 ({here}) 的程序，只有: {string.Join(", ", Rids(all))}。请用 procvision package --rid {here} 重新打包",
                $"The package has no program for this machine ({here}), only for: {string.Join(", ", Rids(all))}. Make it again with procvision package --rid {here}"), ToolCode.Package);
    }

    private static IEnumerable<string?> Rids(string folder) =>
        Directory.Exists(folder) ? Directory.GetDirectories(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal) : [];

    private static string Cure => OperatingSystem.IsWindows()
        ? Words.Of("请先运行 dotnet publish", "Run dotnet publish first")
        : Words.Of("请先运行 dotnet publish；如果文件丢失了执行权限，请运行 chmod +x", "Run dotnet publish first; where a file has lost its permission to be executed, chmod +x gives it back");

    private static bool IsProgram(string file)
    {
        string extension = Path.GetExtension(file);
        if (OperatingSystem.IsWindows())
            return extension.Equals(".exe", StringComparison.OrdinalIgnoreCase);
        const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return (File.GetUnixFileMode(file) & Execute) != 0
            && !NoProgram.Contains(extension, StringComparer.OrdinalIgnoreCase)
            && !Path.GetFileName(file).Contains(".so.", StringComparison.Ordinal);
    }

    private static string? PythonOf(string folder) => PythonFolders
        .Select(python => Path.Combine(folder, python, OperatingSystem.IsWindows() ? "Scripts/python.exe" : "bin/python"))
        .FirstOrDefault(File.Exists);

    /// <summary>A manifest may write <c>_</c> where the file has <c>-</c>.</summary>
    private static string Plain(string name) => name.Replace('_', '-').ToLowerInvariant();
}

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
        string[] programs = [.. Directory.EnumerateFiles(folder).Where(IsProgram).Order(StringComparer.Ordinal)];
        string name = Plain(manifest.Model.Name);
        if (programs.FirstOrDefault(file => Plain(Path.GetFileNameWithoutExtension(file)) == name) is { } named)
            return named;
        return programs switch
        {
            [var only] => only,
            [] => PythonOf(folder) ?? throw new BadInputException($"目录中没有 .csproj，也没有可执行文件: {folder}。{Cure}"),
            _ => throw new BadInputException($"有多个可执行文件，请指定一个: {string.Join(", ", programs)}"),
        };
    }

    private static string Cure => OperatingSystem.IsWindows()
        ? "请先运行 dotnet publish"
        : "请先运行 dotnet publish；如果文件丢失了执行权限，请运行 chmod +x";

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

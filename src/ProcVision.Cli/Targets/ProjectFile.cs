using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Finds the project that a path on the command line stands for.</summary>
internal static class ProjectFile
{
    private const string Extension = ".csproj";

    /// <summary>The file, from the root.</summary>
    /// <exception cref="BadInputException">There is none, or there are several.</exception>
    public static string Find(string path)
    {
        if (!Path.Exists(path))
            throw new BadInputException(Words.Of($"项目目录不存在: {path}", $"There is no {path}"), ToolCode.NotFound);
        return In(Path.GetFullPath(path)) ?? throw new BadInputException(Words.Of(
            $"目录中没有 .csproj: {path}。请给出项目目录；procvision init 可以新建一个", $"No .csproj in {path}. Give a project folder; procvision init makes a new one"), ToolCode.NotFound);
    }

    /// <summary>The project of a folder, or the file itself when it is one; null when there is none.</summary>
    /// <exception cref="BadInputException">There are several.</exception>
    public static string? In(string path)
    {
        if (File.Exists(path))
            return path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? path : null;
        string[] projects = Directory.GetFiles(path, "*" + Extension);
        return projects.Length <= 1
            ? projects.FirstOrDefault()
            : throw new BadInputException(Words.Of("目录中有多个项目，请指定一个: ", "Several projects are in the folder; name one: ") + string.Join(", ", projects.Order(StringComparer.Ordinal)), ToolCode.Ambiguous);
    }
}

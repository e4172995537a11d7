using System.Text;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>What a new project consists of: each file's path below the project's folder, and its content.</summary>
internal sealed class ProjectFiles(ProjectNames names, InitRequest request, string folder)
{
    public const string Manifest = "manifest.json";

    /// <summary>What stands for a product until there is one (conformance 117).</summary>
    public const string Placeholder = "PID_TO_FILL";

    /// <summary>The words of <c>--pids</c>.</summary>
    public static string[] PidsOf(string pids) => pids.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } found
        ? found
        : throw new BadInputException(Words.Of($"--pids 中没有产品型号: '{pids}'。示例: --pids p001,p002", $"--pids names no product: '{pids}'. Example: --pids p001,p002"));

    public SortedDictionary<string, byte[]> All()
    {
        var surroundings = ProjectSurroundings.Of(folder);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var values = Values(surroundings);

        void Add(string path, string template) => files.Add(path, Encoding.UTF8.GetBytes(ProjectTemplate.Text(template, values)));

        Add(Manifest, "manifest.json");
        Add($"{names.Class}.cs", "Algorithm.cs");
        Add("README.md", "README.md");
        Add($"tests/{names.Class}Tests.cs", "Tests.cs");
        files.Add("images/sample.png", ProjectTemplate.SampleImage());
        if (surroundings.BringSources)
        {
            Add($"{names.Namespace}.csproj", "Sources.csproj");
            Add($"tests/{names.Namespace}.Tests.csproj", "SourcesTests.csproj");
            return files;
        }

        var packages = CarriedPackages.Find();
        values["version"] = packages.Version;
        values["sources"] = Sources(folder);
        values["patterns"] = string.Concat(packages.Patterns.Select(static pattern => $"      <package pattern=\"{pattern}\" />\n")).TrimEnd();
        Add($"{names.Namespace}.csproj", "Algorithm.csproj");
        Add($"tests/{names.Namespace}.Tests.csproj", "Tests.csproj");
        Add("NuGet.config", "NuGet.config");
        Add("global.json", "global.json");
        Add(".editorconfig", "editorconfig");
        Add(".gitignore", "gitignore");
        foreach (string package in packages.Files)
            files.Add($"packages/{Path.GetFileName(package)}", File.ReadAllBytes(package));
        return files;
    }

    private Dictionary<string, string> Values(ProjectSurroundings surroundings)
    {
        string[] pids = request.Pids is null ? [Placeholder] : PidsOf(request.Pids);
        return new()
        {
            ["name"] = names.Algorithm,
            ["module"] = names.Module,
            ["namespace"] = names.Namespace,
            ["class"] = names.Class,
            ["version-json"] = Json(request.Version),
            ["description-json"] = Json(request.Description ?? Words.Of($"{request.Name} 算法包", $"{request.Name} algorithm")),
            ["pids-json"] = string.Join(", ", pids.Select(Json)),
            ["pid-code"] = Json(pids[0]),
            ["pid"] = pids[0],
            ["central"] = surroundings.HasCentralVersions
                ? "\n    <!-- Its packages come with it; the versions of the folders above are for others. -->\n    <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>"
                : "",
        };
    }

    /// <summary>The feeds of this machine, for everything that does not lie beside the project.</summary>
    private static string Sources(string folder)
    {
        string from = folder;
        while (!Directory.Exists(from))
            from = Path.GetDirectoryName(from)!;
        var sources = PackageSources.Names(from).Where(static name => name != "procvision");
        return string.Concat(sources.Select(static name =>
            $"    <packageSource key=\"{System.Security.SecurityElement.Escape(name)}\">\n      <package pattern=\"*\" />\n    </packageSource>\n")).TrimEnd();
    }

    /// <summary>Also good as a literal of C#: both escape in the same way.</summary>
    private static string Json(string text) => JsonSerializer.Serialize(text, ToolJson.Relaxed.String);
}

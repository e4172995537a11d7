using System.Text;

namespace ProcVision.Analyzers.Rules;

/// <summary>The folder of a rule in <c>samples/Mistakes</c>.</summary>
internal sealed class RuleExample
{
    private RuleExample(string folder)
    {
        Folder = folder;
        Id = Path.GetFileName(folder);
        IsAlone = File.Exists(Path.Combine(folder, Id + ".csproj"));
        ProjectFolder = IsAlone ? folder : Path.GetDirectoryName(folder)!;
    }

    public static string Root { get; } = Path.Combine(Catalogue.Root, "samples", "Mistakes");

    /// <summary>The folders of all rules, by id.</summary>
    public static IReadOnlyDictionary<string, RuleExample> All { get; } = Directory
        .EnumerateDirectories(Root)
        .SelectMany(theme => Directory.EnumerateDirectories(theme, "PV????"))
        .Select(folder => new RuleExample(folder))
        .ToDictionary(example => example.Id);

    public string Id { get; }

    public string Folder { get; }

    /// <summary>Whether the rule has a project of its own.</summary>
    public bool IsAlone { get; }

    /// <summary>The folder of the project that the rule's files are compiled in.</summary>
    public string ProjectFolder { get; }

    public string ProjectPath => Path.Combine(ProjectFolder, Path.GetFileName(ProjectFolder) + ".csproj");

    public string ExpectedPath => Path.Combine(Folder, "expected.txt");

    public static RuleExample Of(string id) =>
        All.TryGetValue(id, out var example) ? example : throw new DirectoryNotFoundException($"No folder {id} in a theme of {Root}.");

    /// <summary>The files of one side.</summary>
    /// <param name="side"><c>Failing</c> or <c>Fixed</c>.</param>
    /// <param name="extension"><c>cs</c> or <c>json</c>.</param>
    public IReadOnlyList<ExampleFile> Files(string side, string extension) =>
    [
        .. Directory.EnumerateFiles(Folder, $"{side}*.{extension}")
            .Select(path => new ExampleFile(Path.GetFileName(path)[side.Length..], path))
            .OrderBy(file => file.Place.Length)
            .ThenBy(file => file.Place, StringComparer.Ordinal),
    ];

    /// <summary>The files that a package would carry beside its manifest.</summary>
    public IEnumerable<string> Assets
    {
        get
        {
            string assets = Path.Combine(Folder, "assets");
            return Directory.Exists(assets) ? Directory.EnumerateFiles(assets, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];
        }
    }

    /// <summary>A path as it is written below this folder, also where it stands in a message.</summary>
    public string Shorten(string text) => text.Replace(Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}

/// <summary>A file of an example.</summary>
/// <param name="Place">What its name has after <c>Failing</c> or <c>Fixed</c>: the same for the two sides of one file.</param>
/// <param name="Path">Where it is.</param>
internal sealed record ExampleFile(string Place, string Path)
{
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Its text without what every example has: the namespace of its rule, and imports.</summary>
    public string Shown
    {
        get
        {
            string text = File.ReadAllText(Path).ReplaceLineEndings("\n");
            if (!Name.EndsWith(".cs", StringComparison.Ordinal))
                return text.Trim();
            var lines = text.Split('\n').Where(line => !IsImport(line) && !line.StartsWith("namespace Mistakes.PV", StringComparison.Ordinal));
            return string.Join('\n', lines).Trim();
        }
    }

    /// <summary>How the file is stored, where that is not as UTF-8; else null.</summary>
    public string? Encoding
    {
        get
        {
            using var reader = new StreamReader(Path, System.Text.Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            _ = reader.Peek();
            return reader.CurrentEncoding is UTF8Encoding ? null : reader.CurrentEncoding.WebName.ToUpperInvariant();
        }
    }

    private static bool IsImport(string line) => line.StartsWith("using ", StringComparison.Ordinal) && line.EndsWith(';');
}

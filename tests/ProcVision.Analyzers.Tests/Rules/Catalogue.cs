using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using ProcVision.Analyzers.Manifest;

namespace ProcVision.Analyzers.Rules;

/// <summary>Everything in the analyzer assembly that the compiler would load, and the files that belong to it.</summary>
internal static class Catalogue
{
    /// <summary>The repository, found from where the tests run.</summary>
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<DiagnosticAnalyzer> Analyzers { get; } = Instances<DiagnosticAnalyzer>();

    public static IReadOnlyList<IIncrementalGenerator> Generators { get; } = Instances<IIncrementalGenerator>();

    public static IReadOnlyList<DiagnosticDescriptor> Descriptors { get; } =
        [.. Analyzers.SelectMany(a => a.SupportedDiagnostics).Distinct().OrderBy(d => d.Id, StringComparer.Ordinal)];

    public static string PathOfPage(string id) => Path.Combine(Root, "analyzers", "rules", id + ".md");

    private static T[] Instances<T>() =>
    [
        .. typeof(ManifestAnalyzer).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
            .Select(type => (T)Activator.CreateInstance(type, nonPublic: true)!),
    ];

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "ProcVision.Generated.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException($"No ProcVision.Generated.sln above {AppContext.BaseDirectory}.");
    }
}

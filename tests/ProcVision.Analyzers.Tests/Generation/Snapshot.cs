using ProcVision.Analyzers.Compiler;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Generation;

/// <summary>
/// Compares generated files with the ones under <c>Snapshots/</c>, which are read in review.
/// <c>PROCVISION_UPDATE_SNAPSHOTS=1</c> writes them anew.
/// </summary>
internal static class Snapshot
{
    private static bool Updates => Environment.GetEnvironmentVariable("PROCVISION_UPDATE_SNAPSHOTS") == "1";

    public static void Verify(TestBuild build, string name)
    {
        string folder = Path.Combine(Catalogue.Root, "tests", "ProcVision.Analyzers.Tests", "Snapshots", name);
        if (Updates)
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            _ = Directory.CreateDirectory(folder);
            foreach (var (hint, text) in build.Sources)
                File.WriteAllText(Path.Combine(folder, hint), text);
        }

        Assert.True(Directory.Exists(folder), $"There is no snapshot {folder}. Run the test with PROCVISION_UPDATE_SNAPSHOTS=1 and read what it wrote.");
        Assert.Equal(build.Sources.Keys, Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
        foreach (var (hint, text) in build.Sources)
            Assert.Equal(File.ReadAllText(Path.Combine(folder, hint)).ReplaceLineEndings("\n"), text);
    }
}

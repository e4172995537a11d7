using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Algorithms;

/// <summary>Where assets are looked for (DESIGN §3, conformance 310 and 511).</summary>
public sealed class AlgorithmRootTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procvision-root-").FullName;

    private string Executable => Path.Combine(_folder, "bin");

    private string Given => Path.Combine(_folder, "given");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [Conformance(310)]
    public void Without_the_variable_it_is_the_manifests_folder_beside_the_executable()
    {
        Assert.Equal(Executable, Find(null));
        Assert.Equal(Executable, Find(""));
        Assert.Equal(Path.Combine(Executable, "blades"), Find(null, "blades/manifest.json"));
    }

    [Fact]
    [Conformance(310, 511)]
    public void The_variable_counts_when_it_holds_the_manifest()
    {
        Put("given/manifest.json");
        Assert.Equal(Given, Find(Given));
    }

    [Fact]
    [Conformance(310, 511)]
    public void The_platform_names_the_manifests_own_folder_others_the_folder_above()
    {
        Put("given/manifest.json");
        Assert.Equal(Given, Find(Given, "blades/manifest.json"));
        Put("given/blades/manifest.json");
        Assert.Equal(Path.Combine(Given, "blades"), Find(Given, "blades/manifest.json"));
    }

    [Fact]
    public void It_also_counts_when_it_holds_the_assets_without_a_manifest()
    {
        AssetDescriptor[] assets = [new("p001", "config", "config/p001.json"), new("p002", "config", "config/p002.json")];
        Put("given/config/p001.json");
        Assert.Equal(Executable, Find(Given, assets: assets));
        Put("given/config/p002.json");
        Assert.Equal(Given, Find(Given, assets: assets));
    }

    [Fact]
    public void A_variable_that_points_elsewhere_is_not_used()
    {
        Assert.Equal(Executable, Find(Path.Combine(_folder, "nowhere")));
        Directory.CreateDirectory(Given);
        Assert.Equal(Executable, Find(Given));
    }

    private string Find(string? given, string manifest = "manifest.json", AssetDescriptor[]? assets = null) =>
        AlgorithmRoot.Find(ScriptedAlgorithm.Describe(() => new ScriptedAlgorithm(), assets, manifest), given, Executable);

    private void Put(string file)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "{}");
    }
}

namespace ProcVision.EndToEnd.Tests.Packages;

/// <summary>The sample as <c>procvision package --for python-platform</c> delivers it: once for all tests of a class.</summary>
public sealed class PackagedExample : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procvision-packaged-").FullName;

    /// <summary>Makes it.</summary>
    public PackagedExample()
    {
        var (exit, output, error) = Command.Run(
            "dotnet", _folder, "exec", Repository.Tool, "package", Path.Combine(Repository.Root, "samples/AlgorithmExample"), "--for", "python-platform", "-o", _folder + "/");
        Assert.True(exit == 0, output + error);
        Zip = Directory.GetFiles(_folder, "*.zip").Single();
    }

    /// <summary>Path of the zip.</summary>
    public string Zip { get; }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

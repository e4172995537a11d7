namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>The published sample as the platform's package manager leaves it: a folder with manifest and assets, and the native file in the place of Python.</summary>
internal sealed class DeployedExample : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("procvision-platform");

    /// <param name="executable">The published executable, its manifest and assets beside it.</param>
    /// <param name="environment">The folder that has the native file (conformance 512).</param>
    internal DeployedExample(string executable, string environment = "__procvision_env")
    {
        var folder = _root.CreateSubdirectory("deployed/algorithm-example-1.0.0").FullName;
        var published = Path.GetDirectoryName(executable)!;
        File.Copy(Path.Combine(published, "manifest.json"), Path.Combine(folder, "manifest.json"));
        foreach (var asset in Directory.GetFiles(Directory.CreateDirectory(Path.Combine(published, "assets")).FullName))
        {
            File.Copy(asset, Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "assets")).FullName, Path.GetFileName(asset)));
        }

        var python = Path.Combine(folder, environment, OperatingSystem.IsWindows() ? "Scripts/python.exe" : "bin/python");
        Directory.CreateDirectory(Path.GetDirectoryName(python)!);
        File.Copy(executable, python);
        Package = new PlatformPackage(folder);
        Environment = new Dictionary<string, string?> { ["PROC_SHM_DIR"] = Path.Combine(_root.FullName, "shm") };
        SharedMemory = new PlatformSharedMemory(Environment);
    }

    internal PlatformPackage Package { get; }

    /// <summary>What the platform's own environment has for its children; a test may change it before <see cref="Start"/>.</summary>
    internal Dictionary<string, string?> Environment { get; }

    internal PlatformSharedMemory SharedMemory { get; }

    internal string Root => _root.FullName;

    /// <summary>Started and shaken hands with.</summary>
    internal PlatformEngine Start(PlatformTimings? timings = null)
    {
        var engine = Launch(timings);
        engine.WaitForHello();
        return engine;
    }

    /// <summary>Started only. A stop has all the time there is but where a test is about the platform's two seconds.</summary>
    internal PlatformEngine Launch(PlatformTimings? timings = null) =>
        new(Package, timings ?? new PlatformTimings { Stop = TimeSpan.FromMinutes(1) }, Environment);

    public void Dispose() => _root.Delete(recursive: true);
}

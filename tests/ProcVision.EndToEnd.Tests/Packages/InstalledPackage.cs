using System.IO.Compression;
using ProcVision.Runner;

namespace ProcVision.EndToEnd.Tests.Packages;

/// <summary>
/// A package of route B as the unmodified platform has it after installation (conformance 526–530): packed into a zip, unpacked by Python, which
/// loses the permission to execute, and the wheel installed into a virtual environment by pip without any index.
/// </summary>
internal sealed class InstalledPackage : IDisposable
{
    private readonly string _store = Directory.CreateTempSubdirectory("procvision-store").FullName;

    internal InstalledPackage(string executable, string rid)
    {
        var name = new PackageName("algorithm-example", "1.0.0");
        var zip = Path.Combine(_store, $"{name}.zip");
        Pack(zip, executable, rid);
        Folder = Path.Combine(_store, "deployed", name.ToString());
        Do("python3", _store, "-m", "zipfile", "-e", zip, Folder);
        Do("python3", Folder, "-m", "venv", "__procvision_env");
        Pip("install", "--no-index", "--find-links", "wheels", "-r", "requirements.txt");
    }

    /// <summary>Why there is none, or null.</summary>
    internal static string? Obstacle
    {
        get
        {
            if (!OperatingSystem.IsLinux())
            {
                return "the platform's Linux layout; the wheel's Windows part was not run";
            }

            try
            {
                return Command.Run("python3", Path.GetTempPath(), "-c", "import venv, ensurepip").Exit == 0
                    ? null
                    : "python3 has no venv with pip here (Debian: python3-venv)";
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return "there is no python3 here";
            }
        }
    }

    internal string Folder { get; }

    /// <summary>The executable's place.</summary>
    internal string Executable => Directory.EnumerateFiles(Path.Combine(Folder, "native"), "algorithm-example", SearchOption.AllDirectories).Single();

    /// <summary>Runs the environment's pip and gives what it says.</summary>
    internal string Pip(params string[] arguments) =>
        Do(Path.Combine(Folder, "__procvision_env/bin/python"), Folder, ["-m", "pip", .. arguments]);

    private static void Pack(string zip, string executable, string rid)
    {
        var published = Path.GetDirectoryName(executable)!;
        using var archive = ZipFile.Open(zip, ZipArchiveMode.Create);
        archive.CreateEntryFromFile(Path.Combine(published, "manifest.json"), "manifest.json");
        archive.CreateEntryFromFile(executable, new NativeFolder(rid).Executable("algorithm-example"));
        foreach (var asset in Directory.EnumerateFiles(Path.Combine(published, "assets")))
        {
            archive.CreateEntryFromFile(asset, $"assets/{Path.GetFileName(asset)}");
        }

        using (var requirements = new StreamWriter(archive.CreateEntry("requirements.txt").Open()))
        {
            requirements.WriteLine(LauncherWheel.Requirement);
        }

        using var wheel = archive.CreateEntry($"wheels/{LauncherWheel.FileName}").Open();
        LauncherWheel.Write(wheel);
    }

    private static string Do(string program, string folder, params string[] arguments)
    {
        var (exit, output, error) = Command.Run(program, folder, arguments);
        Assert.True(exit == 0, $"{program} {string.Join(' ', arguments)}: {output}{error}");
        return output;
    }

    public void Dispose() => Directory.Delete(_store, recursive: true);
}

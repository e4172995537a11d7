using ProcVision.Runner;

namespace ProcVision.EndToEnd.Tests.Packages;

/// <summary>
/// A package as the unmodified platform has it after installation (conformance 526–530): unpacked by Python, which
/// loses the permission to execute, and its wheels installed into a virtual environment by pip without any index.
/// </summary>
internal sealed class InstalledPackage : IDisposable
{
    private readonly string _store = Directory.CreateTempSubdirectory("procvision-store").FullName;

    /// <param name="zip">As <c>procvision package --for python-platform</c> has written it.</param>
    /// <param name="withPython">Leaves out the wheel that takes python's place, as a machine does for which there is none.</param>
    internal InstalledPackage(string zip, bool withPython = false)
    {
        // The platform splits the file's name, and believes it more than the manifest.
        var name = PackageName.Parse(Path.GetFileNameWithoutExtension(zip));
        Folder = Path.Combine(_store, "deployed", name.ToString());
        Do("python3", _store, "-m", "zipfile", "-e", zip, Folder);
        Do("python3", Folder, "-m", "venv", "__procvision_env");
        Pip(["install", "--no-index", "--find-links", "wheels", .. withPython ? (string[])[LauncherWheel.Requirement] : ["-r", "requirements.txt"]]);
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

    private static string Do(string program, string folder, params string[] arguments)
    {
        var (exit, output, error) = Command.Run(program, folder, arguments);
        Assert.True(exit == 0, $"{program} {string.Join(' ', arguments)}: {output}{error}");
        return output;
    }

    public void Dispose() => Directory.Delete(_store, recursive: true);
}

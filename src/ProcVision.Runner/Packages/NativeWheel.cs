namespace ProcVision.Runner;

/// <summary>
/// The wheel by which pip puts a native executable where the environment's <c>python</c> was (conformance 531 A): the platform then starts the algorithm
/// itself, and no Python runs. Linux only: on Windows a running <c>python.exe</c>, pip's own, cannot be replaced. Where it is not for the machine, its
/// line of <c>requirements.txt</c> does not count, and the <see cref="LauncherWheel"/> beside it starts the algorithm.
/// </summary>
public sealed class NativeWheel
{
    private const string Package = "procvision_native";

    private readonly string _processor;
    private readonly WheelWriter _writer;

    /// <summary>One for a machine.</summary>
    /// <param name="machine">Which.</param>
    /// <exception cref="PackageException">It does not run Linux.</exception>
    public NativeWheel(NativeFolder machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        if (!IsFor(machine))
        {
            throw new PackageException(Words.Of(
                $"{machine.Rid}: 只有 Linux 上能用原生程序替换环境中的 python", $"{machine.Rid}: a native executable can take python's place on Linux only"));
        }

        _processor = machine.Rid == "linux-arm64" ? "aarch64" : "x86_64";
        _writer = new(Package, LauncherWheel.Version, $"py3-none-linux_{_processor}");
    }

    /// <summary>Whether there is such a wheel for a machine.</summary>
    public static bool IsFor(NativeFolder machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        return machine.Rid.StartsWith("linux-", StringComparison.Ordinal);
    }

    /// <summary>The file's name; it lies in the package's folder <c>wheels/</c> (conformance 528). pip takes it by no other.</summary>
    public string FileName => _writer.FileName;

    /// <summary>The line of <c>requirements.txt</c> that installs it on that machine, and on no other (conformance 529).</summary>
    public string Requirement => $"{Package}=={LauncherWheel.Version} ; sys_platform == \"linux\" and platform_machine == \"{_processor}\"";

    /// <summary>Writes the wheel.</summary>
    /// <param name="output">Gets it.</param>
    /// <param name="executable">The algorithm, published natively.</param>
    /// <param name="beside">Files that must lie beside it, as libraries.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public void Write(Stream output, string executable, IEnumerable<string> beside)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(beside);
        _writer.AddScript("python", File.ReadAllBytes(executable));
        foreach (string file in beside)
            _writer.AddScript(Path.GetFileName(file), File.ReadAllBytes(file));
        _writer.Write(output, "A native ProcVision algorithm in the place of the environment's python", ">=3.8");
    }
}

using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// libturbojpeg of this system, to lie beside an executable for the same kind of machine: a station need not have it then. It is never looked for for another one.
/// </summary>
internal static class TurboJpeg
{
    public const string FileName = "libturbojpeg.so.0";

    private const string Notice = "/usr/share/doc/libturbojpeg0/copyright";

    /// <summary>What the executable would load here; null where there is none.</summary>
    public static string? Library(string rid) => rid != NativeFolder.OfThisMachine || !OperatingSystem.IsLinux()
        ? null
        : Folders(rid).Select(static folder => Path.Combine(folder, FileName)).FirstOrDefault(File.Exists);

    /// <summary>Its licence, which has to go with it; null where the system keeps none.</summary>
    public static byte[]? License => File.Exists(Notice) ? File.ReadAllBytes(Notice) : null;

    private static string[] Folders(string rid)
    {
        string name = rid == "linux-arm64" ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
        return [$"/usr/lib/{name}", $"/lib/{name}", "/usr/lib64", "/usr/local/lib", "/usr/lib"];
    }
}

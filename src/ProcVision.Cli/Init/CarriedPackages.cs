using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The NuGet packages that lie beside the tool: what an algorithm's project needs to be built without a network.</summary>
/// <param name="Files">All of them.</param>
/// <param name="Version">That of <c>ProcVision.Sdk</c> and <c>ProcVision.Imaging</c>.</param>
internal sealed record CarriedPackages(IReadOnlyList<string> Files, string Version)
{
    private const string Sdk = "ProcVision.Sdk.";
    private const string Imaging = "ProcVision.Imaging.";
    private const string Extension = ".nupkg";

    /// <exception cref="BadInputException">They are not there.</exception>
    public static CarriedPackages Find()
    {
        string folder = Path.Combine(AppContext.BaseDirectory, "packages");
        string[] all = Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Extension) : [];
        // Where a build has left several, the last that was made.
        string? sdk = all.Where(static file => Path.GetFileName(file).StartsWith(Sdk, StringComparison.OrdinalIgnoreCase)).MaxBy(File.GetLastWriteTimeUtc);
        string version = sdk is null ? "" : Path.GetFileName(sdk)[Sdk.Length..^Extension.Length];
        string imaging = Path.Combine(folder, $"{Imaging}{version}{Extension}");
        if (sdk is null || !File.Exists(imaging))
        {
            throw new BadInputException(Words.Of(
                $"工具旁没有 ProcVision 的 NuGet 包: {folder}。请重新安装工具，或重新编译 src/ProcVision.Cli",
                $"The NuGet packages of ProcVision are not beside the tool: {folder}. Install the tool again, or build src/ProcVision.Cli"), ToolCode.NotFound);
        }

        var others = all.Where(static file => !Path.GetFileName(file).StartsWith("ProcVision.", StringComparison.OrdinalIgnoreCase));
        return new([sdk, imaging, .. others.Order(StringComparer.Ordinal)], version);
    }

    /// <summary>The names that a package source mapping gives to the folder: what lies in it, and nothing of these comes from elsewhere.</summary>
    public IReadOnlyList<string> Patterns =>
    [
        "ProcVision.*",
        .. Files.Select(static file => Path.GetFileNameWithoutExtension(file)).Where(static name => !name.StartsWith("ProcVision.", StringComparison.OrdinalIgnoreCase)).Select(IdOf),
    ];

    /// <summary><c>stbimagesharp</c> of <c>stbimagesharp.2.30.16</c>: the version begins with the first part that is a number.</summary>
    private static string IdOf(string name) => string.Join('.', name.Split('.').TakeWhile(static part => !char.IsAsciiDigit(part[0])));
}

using System.Runtime.InteropServices;

namespace ProcVision.Runner;

/// <summary>
/// Where a package for the platform keeps what the launcher wheel starts: <c>native/&lt;system&gt;-&lt;processor&gt;/</c> beside manifest.json.
/// The executable is the only file there whose name has no dot, on Windows the only <c>.exe</c>; libraries lie beside it. <c>adapter.py</c> of
/// the wheel follows the same rule.
/// </summary>
/// <param name="Rid">For what machine: <c>linux-x64</c>, <c>linux-arm64</c>, <c>win-x64</c>, <c>win-arm64</c>.</param>
public sealed record NativeFolder(string Rid)
{
    /// <summary>The machines that packages are made for.</summary>
    internal static readonly string[] Known = ["linux-x64", "linux-arm64", "win-x64", "win-arm64"];

    /// <summary>The machine this process runs on, as <c>linux-x64</c>; also one that packages are not made for.</summary>
    public static string OfThisMachine =>
        $"{(OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux")}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>Where the executable for a machine is, relative to manifest.json, whatever machine that is.</summary>
    internal static string PlaceOf(string rid, string name) => $"native/{rid}/{name}{(rid.StartsWith("win-", StringComparison.Ordinal) ? ".exe" : "")}";

    /// <summary>For what machine.</summary>
    public string Rid { get; } = Known.Contains(Rid)
        ? Rid
        : throw new PackageException(Words.Of($"不支持的平台 '{Rid}'，可用: {string.Join(", ", Known)}", $"'{Rid}' is no machine that packages are made for; there are: {string.Join(", ", Known)}"));

    /// <summary>The folder, relative to manifest.json.</summary>
    public string Path => $"native/{Rid}";

    private bool IsWindows => Rid.StartsWith("win-", StringComparison.Ordinal);

    /// <summary>The executable's place, relative to manifest.json.</summary>
    /// <param name="name">The algorithm's name as the manifest has it: only such a name has no dot, and is the same after a zip whose names are
    /// taken for GBK (conformance 530).</param>
    public string Executable(string name) => $"{Path}/{name}{(IsWindows ? ".exe" : "")}";

    /// <summary>A library's place, relative to manifest.json.</summary>
    /// <exception cref="PackageException">The launcher would take it for the executable.</exception>
    public string Library(string file)
    {
        string name = System.IO.Path.GetFileName(file);
        bool looksExecutable = IsWindows ? name.EndsWith(".exe", StringComparison.OrdinalIgnoreCase) : !name.Contains('.');
        return looksExecutable
            ? throw new PackageException(Words.Of($"'{name}' 会被当作可执行文件；{Path} 中只能有一个可执行文件", $"'{name}' would be taken for the executable; there can be one only in {Path}"))
            : $"{Path}/{name}";
    }
}

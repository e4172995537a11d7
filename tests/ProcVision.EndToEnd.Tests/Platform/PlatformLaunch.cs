using System.Diagnostics;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>How the platform starts an algorithm (conformance 313–316, 511).</summary>
internal static class PlatformLaunch
{
    /// <param name="package">The algorithm.</param>
    /// <param name="own">Variables of the platform's own environment, which the child inherits: <c>PROC_SHM_DIR</c> is one of them.</param>
    internal static ProcessStartInfo Of(PlatformPackage package, IReadOnlyDictionary<string, string?> own)
    {
        var start = new ProcessStartInfo(package.Python, ["-m", "procvision_algorithm_sdk.adapter", "--entry", package.EntryPoint])
        {
            WorkingDirectory = package.Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            CreateNoWindow = true,
        };
        foreach (var (name, value) in own)
        {
            start.Environment[name] = value;
        }

        foreach (var name in (string[])["PYTHONHOME", "PYTHONPATH", "PYTHONUSERBASE"])
        {
            start.Environment.Remove(name);
        }

        start.Environment["PROC_ENV"] = "prod";
        start.Environment["PYTHONUNBUFFERED"] = "1";
        start.Environment["PYTHONNOUSERSITE"] = "1";
        start.Environment["PROC_ALGO_ROOT"] = package.Folder;
        return start;
    }
}

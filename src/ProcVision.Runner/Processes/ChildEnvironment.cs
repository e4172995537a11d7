using System.Diagnostics;

namespace ProcVision.Runner;

/// <summary>The environment of an algorithm process: the Runner's own, with the platform's changes (conformance 314, 315, 511).</summary>
internal static class ChildEnvironment
{
    /// <summary>Names the launch in the environment of the process and of everything it starts, so that <see cref="ProcessTree"/> finds them.</summary>
    public const string LaunchMark = "PROC_LAUNCH_ID";

    public static void Apply(ProcessStartInfo start, AlgorithmLaunch launch, string pictureDirectory, string launchId)
    {
        var environment = start.Environment;
        foreach (var (name, value) in launch.Environment)
            environment[name] = value;
        // A Python of the machine must not leak into the algorithm's own one.
        environment.Remove("PYTHONHOME");
        environment.Remove("PYTHONPATH");
        environment.Remove("PYTHONUSERBASE");
        environment["PYTHONNOUSERSITE"] = "1";
        environment["PYTHONUNBUFFERED"] = "1";
        environment["PROC_ENV"] = "prod";
        environment["PROC_ALGO_ROOT"] = launch.Root;
        environment["PROC_SHM_DIR"] = pictureDirectory;
        environment[LaunchMark] = launchId;
    }
}

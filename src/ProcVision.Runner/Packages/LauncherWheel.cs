namespace ProcVision.Runner;

/// <summary>
/// The small wheel by which an unmodified platform runs a native algorithm (conformance 531 B): it is named like the Python SDK, and its adapter
/// starts the executable in <see cref="NativeFolder"/>. It is the same for every algorithm, needs no Python to be written, and its bytes depend
/// on nothing but its version and the system that writes it.
/// </summary>
public static class LauncherWheel
{
    private const string Package = "procvision_algorithm_sdk";
    private const string Resources = "launcher/";

    private static readonly WheelWriter Writer = Create();

    /// <summary>The version of the wheel: that of this assembly.</summary>
    public static string Version => typeof(LauncherWheel).Assembly.GetName().Version!.ToString(3);

    /// <summary>The file's name; it lies in the package's folder <c>wheels/</c> (conformance 528). pip takes it by no other.</summary>
    public static string FileName => Writer.FileName;

    /// <summary>The line of <c>requirements.txt</c> that installs it (conformance 529).</summary>
    public static string Requirement => $"{Package}=={Version}";

    /// <summary>Writes the wheel.</summary>
    public static void Write(Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Writer.Write(output, "Starts the native ProcVision algorithm of a package in place of the Python SDK", ">=3.8");
    }

    private static WheelWriter Create()
    {
        var assembly = typeof(LauncherWheel).Assembly;
        var wheel = new WheelWriter(Package, Version);
        foreach (string resource in assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Resources, StringComparison.Ordinal)))
        {
            using var source = assembly.GetManifestResourceStream(resource)!;
            byte[] content = new byte[source.Length];
            source.ReadExactly(content);
            wheel.Add(resource[Resources.Length..].Replace('\\', '/'), content);
        }

        return wheel;
    }
}

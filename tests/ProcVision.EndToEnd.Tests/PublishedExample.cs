using System.Diagnostics;

namespace ProcVision.EndToEnd.Tests;

/// <summary>
/// The sample as a native executable: the one that <c>PROCVISION_EXAMPLE</c> names, else published here with the command of DESIGN §9.
/// </summary>
public sealed class PublishedExample : IDisposable
{
    /// <summary>
    /// The collection of the tests that build, copy or start executables: two builds of one project at a time disturb each other, and a file that was
    /// just written is busy while another thread starts a process.
    /// </summary>
    public const string Sources = "builds samples/AlgorithmExample";

    private readonly string? _folder;

    /// <summary>Publishes unless the executable is given.</summary>
    public PublishedExample()
    {
        if (Environment.GetEnvironmentVariable("PROCVISION_EXAMPLE") is { Length: > 0 } given)
        {
            Executable = given;
            return;
        }

        _folder = Directory.CreateTempSubdirectory("algorithm-example").FullName;
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", Path.Combine(Repository.Root, "samples/AlgorithmExample"), "-c", "Release", "-o", _folder },
            RedirectStandardOutput = true,
        })!;
        var output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        Assert.True(publish.ExitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        Executable = Path.Combine(_folder, OperatingSystem.IsWindows() ? "algorithm-example.exe" : "algorithm-example");
    }

    /// <summary>Path of the executable.</summary>
    public string Executable { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_folder is not null)
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}

/// <summary>Publishes once for all classes of the collection.</summary>
[CollectionDefinition(PublishedExample.Sources)]
public sealed class PublishedOnce : ICollectionFixture<PublishedExample>;

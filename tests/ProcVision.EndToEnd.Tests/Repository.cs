using System.Reflection;

namespace ProcVision.EndToEnd.Tests;

/// <summary>Where things stand in the checkout that these tests were built from.</summary>
internal static class Repository
{
    internal static string Root { get; } = Metadata("RepositoryRoot");

    internal static string Blades => Path.Combine(Root, "samples/AlgorithmExample/images/pca_test1.jpg");

    internal static string Coins => Path.Combine(Root, "samples/AlgorithmExample/images/coins.png");

    /// <summary>Neither a tray nor parts.</summary>
    internal static string Brick => Path.Combine(Root, "samples/AlgorithmExample/images/brick.png");

    /// <summary>The tool as it was built beside the tests.</summary>
    internal static string Tool =>
        Path.Combine(Root, "src/ProcVision.Cli/bin", Metadata("Configuration"), "net10.0", "procvision.dll");

    /// <summary>The program of docs/runner.md as it was built beside the tests.</summary>
    internal static string Hosting =>
        Path.Combine(Root, "samples/Hosting/bin", Metadata("Configuration"), "net10.0", "Hosting.dll");

    /// <summary>The kill experiment as it was built beside the tests.</summary>
    internal static string Soak =>
        Path.Combine(Root, "tests/ProcVision.Soak/bin", Metadata("Configuration"), "net10.0", "ProcVision.Soak.dll");

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;
}

using System.Reflection;

namespace ProcVision.Sdk.Tests.Sessions.Reading;

/// <summary>Files of the checkout that these tests were built from; a build that hides its paths does not hide these.</summary>
internal static class SourceFile
{
    private static readonly string Root = typeof(SourceFile).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(static attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>A file beside these tests.</summary>
    internal static string Beside(string name) => Of("tests/ProcVision.Sdk.Tests/Sessions/Reading/" + name);

    /// <summary>A file by its path in the repository.</summary>
    internal static string Of(string path) => Path.Combine(Root, path);
}

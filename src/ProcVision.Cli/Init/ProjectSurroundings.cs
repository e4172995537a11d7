namespace ProcVision.Cli;

/// <summary>What the folders above a new project bring into it.</summary>
/// <param name="BringSources">Whether they bring the Sdk and the analyzers as projects: then it is in the repository of this tool, beside its samples.</param>
/// <param name="HasCentralVersions">Whether they keep the versions of packages in one place (<c>Directory.Packages.props</c>).</param>
internal sealed record ProjectSurroundings(bool BringSources, bool HasCentralVersions)
{
    public static ProjectSurroundings Of(string folder)
    {
        string? properties = Above(folder, "Directory.Build.props");
        return new(
            properties is not null && File.ReadAllText(properties).Contains("ProcVision.Sdk.props", StringComparison.Ordinal),
            Above(folder, "Directory.Packages.props") is not null);
    }

    /// <summary>The nearest file of a name, as MSBuild looks for it.</summary>
    private static string? Above(string folder, string file)
    {
        for (string? at = folder; at is not null; at = Path.GetDirectoryName(at))
        {
            string path = Path.Combine(at, file);
            if (File.Exists(path))
                return path;
        }

        return null;
    }
}

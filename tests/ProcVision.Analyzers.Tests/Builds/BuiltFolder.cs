using System.Text.RegularExpressions;
using ProcVision.Analyzers.Rules;

namespace ProcVision.Analyzers.Builds;

/// <summary>A folder of projects that a real <c>dotnet msbuild</c> builds, with the build files and dlls that the package ships.</summary>
internal sealed partial class BuiltFolder : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("procvision-builds-").FullName;

    public BuiltFolder()
    {
        string sdk = typeof(AlgorithmAttribute).Assembly.Location;
        string analyzers = typeof(AlgorithmGenerator).Assembly.Location;
        string build = Path.Combine(Catalogue.Root, "src", "ProcVision.Sdk", "build");
        Write("Directory.Build.props", $"""
            <Project>
              <Import Project="{build}/ProcVision.Sdk.props" />
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <IsAotCompatible>true</IsAotCompatible>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{sdk}" />
                <Analyzer Include="{analyzers}" />
                <Using Include="ProcVision" />
              </ItemGroup>
            </Project>
            """);
        Write("Directory.Build.targets", $"""<Project><Import Project="{build}/ProcVision.Sdk.targets" /></Project>""");
        Write("Directory.Packages.props", "<Project />");
        Write(".editorconfig", "root = true");
    }

    public string PathOf(string relative) => Path.Combine(_root, relative);

    public BuiltFolder Write(string relative, string text)
    {
        string path = PathOf(relative);
        _ = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Adds a project of one class, and a manifest if there is one.</summary>
    public BuiltFolder Project(string name, string source, string? manifest = null, string properties = "", string items = "")
    {
        Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>{properties}</PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);
        Write($"{name}/{name}.cs", source);
        return manifest is null ? this : Write($"{name}/manifest.json", manifest);
    }

    /// <summary>Runs MSBuild on targets that are written here; gives its exit code and everything it said.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync(string targets, CancellationToken cancellation)
    {
        Write("all.proj", $"<Project>{targets}</Project>");
        return Dotnet.BuildAsync(_root, ["msbuild", "all.proj", "-v:minimal"], cancellation);
    }

    /// <summary>The ids of the errors of one project.</summary>
    public static ISet<string> ErrorsOf(string project, string output) => output.Split('\n')
        .Where(line => line.Contains($"{project}.csproj]", StringComparison.Ordinal) || line.Contains($"{project}.csproj::", StringComparison.Ordinal))
        .Select(line => ErrorId().Match(line))
        .Where(match => match.Success)
        .Select(match => match.Groups[1].Value)
        .ToHashSet();

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [GeneratedRegex(@": error ([A-Z]+\d+):")]
    private static partial Regex ErrorId();
}

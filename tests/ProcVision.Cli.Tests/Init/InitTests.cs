using System.Reflection;
using System.Text.Json;
using System.Xml.Linq;

namespace ProcVision.Cli.Tests;

public sealed class InitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procvision-init-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public async Task An_empty_name_is_refused_for_a_variable_was_not_set(string name)
    {
        var run = await ToolRun.OfAsync("init", name);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("算法名称为空", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance(466, 471)]
    public async Task Each_option_is_found_in_the_manifest()
    {
        var run = await MakeAsync("glass-scratch", "--pids", "p001, p002", "-v", "2.1.0", "-e", "检查 \"划痕\" {{name}}");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"初始化成功: {Project}", run.Out, StringComparison.Ordinal);
        var manifest = Manifest();
        Assert.Equal("glass-scratch", manifest.GetProperty("name").GetString());
        Assert.Equal("2.1.0", manifest.GetProperty("version").GetString());
        Assert.Equal("检查 \"划痕\" {{name}}", manifest.GetProperty("description").GetString());
        Assert.Equal("glass_scratch.main:GlassScratchAlgorithm", manifest.GetProperty("entry_point").GetString());
        Assert.Equal(["p001", "p002"], manifest.GetProperty("supported_pids").EnumerateArray().Select(static pid => pid.GetString()));
    }

    [Fact]
    [Conformance(117, 470)]
    public async Task Without_pids_there_is_the_placeholder_and_the_output_says_so()
    {
        var run = await MakeAsync("划痕检测");
        Assert.Contains("PID_TO_FILL", run.Out, StringComparison.Ordinal);
        Assert.Contains("清单中的名称: algorithm", run.Out, StringComparison.Ordinal);
        Assert.Equal("PID_TO_FILL", Manifest().GetProperty("supported_pids")[0].GetString());
        Assert.Equal("划痕检测 算法包", Manifest().GetProperty("description").GetString());
    }

    [Fact]
    public async Task Nothing_is_replaced_without_force()
    {
        Directory.CreateDirectory(Project);
        await File.WriteAllTextAsync(Path.Combine(Project, "manifest.json"), "mine", TestContext.Current.CancellationToken);
        var refused = await MakeAsync("x", "--pids", "p");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("manifest.json", refused.Error, StringComparison.Ordinal);
        Assert.Contains("[PVT06]", refused.Error, StringComparison.Ordinal);
        Assert.Equal(["manifest.json"], Directory.GetFileSystemEntries(Project).Select(Path.GetFileName));
        Assert.Equal("mine", await File.ReadAllTextAsync(Path.Combine(Project, "manifest.json"), TestContext.Current.CancellationToken));

        Assert.Equal(0, (await MakeAsync("x", "--pids", "p", "--force")).ExitCode);
        Assert.Equal("x", Manifest().GetProperty("name").GetString());
    }

    [Theory]
    [InlineData("PV0011", "--algorithm-version", "1.0")]
    [InlineData("PV0021", "--pids", "a,a")]
    [InlineData("--pids", "--pids", ",")]
    public async Task What_the_compiler_would_refuse_is_refused_before_anything_is_written(string said, params string[] arguments)
    {
        var run = await MakeAsync(["x", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Project));
    }

    [Fact]
    public async Task The_packages_come_with_it_and_their_names_from_nowhere_else()
    {
        await MakeAsync("x", "--pids", "p");
        var packages = Directory.GetFiles(Path.Combine(Project, "packages")).Select(Path.GetFileName).ToArray();
        Assert.Contains(packages, static name => name!.StartsWith("ProcVision.Sdk.", StringComparison.Ordinal));
        Assert.Contains(packages, static name => name!.StartsWith("ProcVision.Imaging.", StringComparison.Ordinal));
        var mapping = XDocument.Load(Path.Combine(Project, "NuGet.config")).Root!.Element("packageSourceMapping")!.Elements("packageSource").ToArray();
        string[] own = [.. mapping.Single(static source => source.Attribute("key")!.Value == "procvision").Elements().Select(static p => p.Attribute("pattern")!.Value)];
        Assert.Equal(["ProcVision.*", "stbimagesharp"], own);
        Assert.All(mapping.Where(static source => source.Attribute("key")!.Value != "procvision"), static source =>
            Assert.Equal("*", Assert.Single(source.Elements()).Attribute("pattern")!.Value));
    }

    [Fact]
    public async Task Json_names_every_file_that_was_written()
    {
        var run = await MakeAsync("x", "--pids", "p", "--json");
        var files = run.Json.GetProperty("files").EnumerateArray().Select(static file => file.GetString()!).Order(StringComparer.Ordinal);
        var there = Directory.EnumerateFiles(Project, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Project, file).Replace('\\', '/'));
        Assert.Equal(there.Order(StringComparer.Ordinal), files);
    }

    [Fact]
    public async Task In_the_folder_of_this_repositorys_samples_a_project_needs_no_packages()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "Directory.Build.props"), "<Project><!-- ProcVision.Sdk.props --></Project>", TestContext.Current.CancellationToken);
        await MakeAsync("x", "--pids", "p");
        Assert.False(Directory.Exists(Path.Combine(Project, "packages")));
        Assert.DoesNotContain("PackageReference", await File.ReadAllTextAsync(Path.Combine(Project, "X.csproj"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_of_xunit_in_a_new_project_is_the_one_this_repository_is_tested_with()
    {
        var central = XDocument.Load(Of("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(static package => package.Attribute("Include")!.Value == "xunit.v3").Attribute("Version")!.Value;
        Assert.Contains($"<PackageReference Include=\"xunit.v3\" Version=\"{central}\" />",
            File.ReadAllText(Of("src/ProcVision.Cli/Init/Template/Tests.csproj")), StringComparison.Ordinal);
    }

    /// <summary>A file of this repository.</summary>
    private static string Of(string path) => Path.Combine(
        typeof(InitTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static data => data.Key == "RepositoryRoot").Value!, path);

    private string Project => Path.Combine(_folder, "project");

    private JsonElement Manifest() => JsonElement.Parse(File.ReadAllText(Path.Combine(Project, "manifest.json")));

    private Task<ToolRun> MakeAsync(params string[] arguments) => ToolRun.OfAsync(["init", .. arguments, "-d", Project]);
}

using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using ProcVision.Runner;

namespace ProcVision.EndToEnd.Tests.Packages;

/// <summary>The routes of docs/drop-in.md by which a platform that knows nothing of native algorithms runs one.</summary>
[Collection(PublishedExample.Sources)]
public sealed class DropInTests : IClassFixture<PackagedExample>
{
    private static readonly string Rid = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    private readonly PublishedExample _example;
    private readonly PackagedExample _package;

    /// <inheritdoc/>
    public DropInTests(PublishedExample example, PackagedExample package)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the routes for Windows were not run");
        _example = example;
        _package = package;
    }

    [Fact]
    [Conformance(526, 527, 528, 529, 530)]
    public void The_zip_of_the_tool_is_as_the_platform_reads_one()
    {
        using var zip = ZipFile.OpenRead(_package.Zip);
        string[] names = [.. zip.Entries.Select(static entry => entry.FullName)];
        Assert.Equal("algorithm-example-1.0.0.zip", Path.GetFileName(_package.Zip));
        Assert.Equal("manifest.json", names.First(static name => name.EndsWith("manifest.json", StringComparison.Ordinal)));
        Assert.Equal("manifest.json", names[0]);
        Assert.Contains("requirements.txt", names);
        Assert.Equal(
            [$"wheels/{LauncherWheel.FileName}", $"wheels/{new NativeWheel(new(Rid)).FileName}"],
            names.Where(static name => name.StartsWith("wheels/", StringComparison.Ordinal)));
        Assert.All(names, static name => Assert.Matches("^[ -~]+$", name));
        Assert.DoesNotContain(names, static name => name.Contains("..", StringComparison.Ordinal));
    }

    [Fact]
    public void The_package_runs_and_passes_its_validation()
    {
        var (exit, output, error) = Command.Run("dotnet", Path.GetTempPath(), "exec", Repository.Tool, "run", _package.Zip, "--pid", "p001", "--image", Repository.Blades);
        Assert.True(exit == 0, output + error);
        Assert.Contains("结果: OK", output, StringComparison.Ordinal);
        (exit, output, error) = Command.Run("dotnet", Path.GetTempPath(), "exec", Repository.Tool, "validate", _package.Zip, "--image", Repository.Blades);
        Assert.True(exit == 0, output + error);
        Assert.Contains("✅ zip_wheels", output, StringComparison.Ordinal);
        Assert.Contains("✅ zip_hashes", output, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance("531A", 511, 512, 528, 529, 530)]
    public void Installed_as_the_platform_does_it_the_executable_is_the_environments_python()
    {
        Assert.SkipWhen(InstalledPackage.Obstacle is not null, InstalledPackage.Obstacle ?? "");
        using var package = new InstalledPackage(_package.Zip);
        string python = Path.Combine(package.Folder, "__procvision_env/bin/python");
        Assert.Null(File.ResolveLinkTarget(python, returnFinalTarget: false));
        Assert.Equal(File.ReadAllBytes(package.Executable), File.ReadAllBytes(python));
        string notice = Path.Combine(Path.GetDirectoryName(python)!, "libturbojpeg.license.txt");
        Assert.Equal(File.Exists(Path.Combine(Path.GetDirectoryName(python)!, "libturbojpeg.so.0")), File.Exists(notice));

        Answers(new PlatformPackage(package.Folder), python);
    }

    [Fact]
    [Conformance("531B", 511, 512, 516, 528, 529, 530)]
    public void A_wheel_installed_by_pip_starts_the_executable_of_the_package()
    {
        Assert.SkipWhen(InstalledPackage.Obstacle is not null, InstalledPackage.Obstacle ?? "");
        using var package = new InstalledPackage(_package.Zip, withPython: true);
        Assert.Contains("No broken requirements found", package.Pip("check"), StringComparison.Ordinal);
        Assert.Contains("procvision_algorithm_sdk/adapter.py", package.Pip("show", "-f", "procvision_algorithm_sdk"), StringComparison.Ordinal);
        var algorithm = new PlatformPackage(package.Folder);

        Answers(algorithm, package.Executable);

        File.Delete(package.Executable);
        var (exit, output, error) = algorithm.RunToTheEnd();
        Assert.NotEqual(0, exit);
        Assert.Equal("", output);
        Assert.Contains($"native/{Rid} 中没有可执行文件", error, StringComparison.Ordinal);
    }

    [Fact]
    [Conformance("531C", 511, 512)]
    public void A_directory_with_the_executable_in_Pythons_place_needs_no_Python()
    {
        var deployed = Directory.CreateTempSubdirectory("procvision-deployed").FullName;
        try
        {
            var manifest = Path.Combine(Path.GetDirectoryName(_example.Executable)!, "manifest.json");
            var folder = new PlatformDirectory(manifest, _example.Executable).WriteTo(deployed);

            Assert.Equal("algorithm-example-1.0.0", Path.GetFileName(folder));
            Answers(new PlatformPackage(folder), Path.Combine(folder, "_env/bin/python"));
        }
        finally
        {
            Directory.Delete(deployed, recursive: true);
        }
    }

    [Fact]
    [Conformance("531D", 511, 512)]
    public void The_registry_may_name_the_executable_itself() => Answers(
        new PlatformPackage(Path.GetDirectoryName(_example.Executable)!, pythonRelPath: Path.GetFileName(_example.Executable)),
        _example.Executable);

    /// <summary>The process that was started is the executable; it shakes hands, answers, and ends on SIGTERM with nothing left.</summary>
    private static void Answers(PlatformPackage algorithm, string executable)
    {
        using var station = algorithm.Start();
        Assert.Equal("hello", (string?)station.Handshake()["type"]);
        Assert.Equal(executable, File.ResolveLinkTarget($"/proc/{station.Id}/exe", returnFinalTarget: true)!.FullName);

        var info = station.Ask(
            """{"type":"call","request_id":"r1","phase":"info","session":{"id":"info-req","context":{}},"user_params":{},"shared_mem_id":"","image_meta":{}}""");
        Assert.Equal("algorithm-example", (string?)info["data"]!["info"]!["name"]);
        Inspects(station);

        Assert.Empty(ChildrenOf(station.Id));
        Assert.InRange(station.TimeToEndAfterTerminate(), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.Equal(0, station.End());
    }

    /// <summary>A step needs the assets: the algorithm has found the folder of manifest.json.</summary>
    private static void Inspects(Station station)
    {
        File.Copy(Repository.Blades, Path.Combine(station.Images, "shm-picture-1.bin"));
        JsonObject answer = station.Ask(
            """
            {"type":"call","request_id":"r2","data":{"phase":"execute","step_index":1,"pid":"p001","session":{"id":"s","context":{}},
             "user_params":{"roi":"0,0,800,600"},"shared_mem_id":"shm-picture-1",
             "image_meta":{"width":0,"height":0,"timestamp_ms":1714032000000,"camera_id":"cam-01"}}}
            """);
        Assert.True((string?)answer["status"] == "OK", answer.ToJsonString());
    }

    private static string[] ChildrenOf(int process) => Directory.EnumerateDirectories($"/proc/{process}/task")
        .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToArray();
}

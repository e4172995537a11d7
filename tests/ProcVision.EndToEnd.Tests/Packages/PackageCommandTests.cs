using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ProcVision.Runner;

namespace ProcVision.EndToEnd.Tests.Packages;

/// <summary><c>procvision package</c> on projects that <c>procvision init</c> has made.</summary>
[Collection(PublishedExample.Sources)]
public sealed class PackageCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procvision-package-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    [Conformance(389, 465)]
    public void Two_runs_in_two_folders_give_identical_bytes_and_the_package_runs_with_its_signature()
    {
        Init("one");
        Init("two");
        Good("package", "one", "-o", "first/");
        string first = In("first/demo-1.0.0.zip"), second = In("second/demo-1.0.0.zip");
        Good("package", "two", "-o", "second/");
        Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(second));

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(In("key.pem"), key.ExportECPrivateKeyPem());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(In("key.pem"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var report = JsonNode.Parse(Good("package", "one", "-o", "signed/", "--sign", "key.pem", "--json"))!;
        using (var archive = PackageArchive.Open((string)report["package"]!))
            Assert.True(PackageSignature.Verify(archive.Read("hashes.json"), archive.Read("SIGNATURE"), key));

        Assert.Contains("结果: OK", Good("run", "signed/demo-1.0.0.zip", "--pid", "p001", "--image", "one/images/sample.png"), StringComparison.Ordinal);
        Assert.Contains("PASS", Good("validate", "signed/demo-1.0.0.zip"), StringComparison.Ordinal);

        // Far more detections than sessions that an algorithm keeps by itself: each is in the Runner's memory, and none is dropped with a warning.
        var (exit, output, error) = Run("run", "signed/demo-1.0.0.zip", "--pid", "p001", "--image", "one/images", "--repeat", "200", "--tail-logs");
        Assert.True(exit == 0, output + error);
        Assert.DoesNotContain("dropped_session_id", error, StringComparison.Ordinal);

        Refused("[PVT06]", "package", "one", "-o", "first/");
        Good("package", "one", "-o", "first/", "--force");
        Assert.Equal(File.ReadAllBytes(second), File.ReadAllBytes(first));
    }

    [Fact]
    public void What_cannot_be_delivered_is_refused_with_the_cure_and_nothing_is_written()
    {
        Assert.True(Run("init", "demo", "-d", "open").Exit == 0);
        Refused("PV0024", "package", "open");
        Init("one");
        Refused("demo-1.0.0.zip", "package", "one", "-o", "other.zip");
        Refused("PVT08", "package", "one", "--rid", OperatingSystem.IsWindows() ? "linux-x64" : "win-x64");
        Refused("linux-arm64", "package", "one", "--rid", "vax");
        Refused("no-key.pem", "package", "one", "--sign", "no-key.pem");
        Refused(".csproj", "package", "one/images");
        Refused("PVT02", "package", "nowhere");

        var manifest = JsonNode.Parse(File.ReadAllText(In("one/manifest.json")))!;
        manifest["default_config"] = new JsonObject { ["model"] = "assets/model.bin" };
        File.WriteAllText(In("one/manifest.json"), manifest.ToJsonString());
        Refused("PV0054", "package", "one");

        Init("two");
        string code = Directory.GetFiles(In("two"), "*Algorithm.cs").Single();
        File.WriteAllText(code, File.ReadAllText(code).Replace("[Execute(1)]", "[Execute(2)]", StringComparison.Ordinal));
        Refused("PV1010", "package", "two");
        Assert.Empty(Directory.GetFiles(_folder, "*.zip"));
    }

    [Fact]
    [Conformance("531C")]
    public void Dir_writes_the_folder_that_the_platform_registers_at_its_start()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the layout for Windows was not run");
        Init("one");
        Good("package", "one", "--dir", "-o", "deployed");
        string place = In("deployed/demo-1.0.0");
        Assert.True(File.Exists(Path.Combine(place, "manifest.json")));
        using (var station = new PlatformPackage(place).Start())
            Assert.Equal("hello", (string?)station.Handshake()["type"]);
        Refused("[PVT06]", "package", "one", "--dir", "-o", "deployed");
        Good("package", "one", "--dir", "-o", "deployed", "--force");
        Assert.Equal([place], Directory.GetDirectories(In("deployed")));
        // A library goes nowhere without its notice.
        Assert.Equal(File.Exists(Path.Combine(place, "_env/bin/libturbojpeg.so.0")), File.Exists(Path.Combine(place, "_env/bin/libturbojpeg.license.txt")));
        Assert.True(Run("run", "deployed/demo-1.0.0", "--pid", "p001", "--image", "one/images/sample.png").Exit == 0);
    }

    private void Init(string folder) => Good("init", "demo", "-d", folder, "--pids", "p001");

    private string Good(params string[] arguments)
    {
        var (exit, output, error) = Run(arguments);
        Assert.True(exit == 0, output + error);
        return output;
    }

    private void Refused(string said, params string[] arguments)
    {
        var (exit, output, error) = Run(arguments);
        Assert.True(exit == 2, output + error);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    private (int Exit, string Output, string Error) Run(params string[] arguments) => Command.Run("dotnet", _folder, ["exec", Repository.Tool, .. arguments]);

    private string In(string path) => Path.Combine(_folder, path);
}

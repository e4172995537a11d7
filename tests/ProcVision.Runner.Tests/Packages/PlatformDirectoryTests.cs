namespace ProcVision.Runner.Tests.Packages;

public sealed class PlatformDirectoryTests : IDisposable
{
    private const string Manifest = """
        {
          "name": "my-demo", "version": "1.2.3", "entry_point": "main:Demo", "supported_pids": ["p001"],
          "required_assets": { "p001": { "config": "assets/p001.json", "model": "./models/零件.onnx" } },
          "steps": [ { "index": 1, "name": "定位" } ]
        }
        """;

    private readonly TemporaryFolder _published = new();
    private readonly TemporaryFolder _platform = new();

    public PlatformDirectoryTests()
    {
        _published.Write("manifest.json", Manifest);
        _published.Write("assets/p001.json", "{}");
        _published.Write("assets/masks/零件.png", "png");
        _published.Write("models/零件.onnx", "onnx");
        _published.Write("demo", "#!/bin/sh\n");
        _published.Write("demo.exe", "MZ");
        _published.Write("demo.dbg", "symbols");
        _published.Write("libturbojpeg.so.0", "library");
    }

    private PlatformDirectory ForLinux => new(_published.In("manifest.json"), _published.In("demo")) { Libraries = [_published.In("libturbojpeg.so.0")] };

    private string Deployed => _platform.In("deployed");

    [Fact, Conformance("531C", 526)]
    public void It_is_a_folder_named_name_version_with_the_executable_in_Pythons_place()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows cannot give the permission to execute");
        string written = ForLinux.WriteTo(Deployed);
        Assert.Equal(Path.Combine(Deployed, "my-demo-1.2.3"), written);
        Assert.Equal(
            [
                "deployed/my-demo-1.2.3/_env/bin/libturbojpeg.so.0",
                "deployed/my-demo-1.2.3/_env/bin/python",
                "deployed/my-demo-1.2.3/assets/masks/零件.png",
                "deployed/my-demo-1.2.3/assets/p001.json",
                "deployed/my-demo-1.2.3/manifest.json",
                "deployed/my-demo-1.2.3/models/零件.onnx",
            ],
            _platform.Files);
        Assert.Equal("#!/bin/sh\n", File.ReadAllText(Path.Combine(written, "_env/bin/python")));
        Assert.Equal((UnixFileMode)0b111_101_101, TemporaryFolder.ModeOf(Path.Combine(written, "_env/bin/python")));
        Assert.Equal(Manifest, File.ReadAllText(Path.Combine(written, "manifest.json")));
    }

    [Fact, Conformance("531C")]
    public async Task While_it_is_written_nothing_of_it_lies_where_the_platform_looks()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "an asset that is a named pipe lets us look");
        var cancellation = TestContext.Current.CancellationToken;
        using (var mkfifo = System.Diagnostics.Process.Start("mkfifo", [_published.In("assets/slow")]))
            await mkfifo.WaitForExitAsync(cancellation);
        var writing = Task.Run(() => ForLinux.WriteTo(Deployed), cancellation);
        var slow = Task.Run(() => new FileStream(_published.In("assets/slow"), FileMode.Open, FileAccess.Write), cancellation);
        await using (await slow.WaitAsync(TimeSpan.FromMinutes(1), cancellation))
        {
            Assert.NotEmpty(_platform.Files);
            Assert.DoesNotContain(_platform.Files, static file => file.Split('/') is ["deployed", _, "_env" or "manifest.json", ..]);
        }

        Assert.Equal([await writing], Directory.EnumerateFileSystemEntries(Deployed));
    }

    [Fact, Conformance("531C", 512)]
    public void For_Windows_it_is_Scripts_python_exe()
    {
        new PlatformDirectory(_published.In("manifest.json"), _published.In("demo.exe")).WriteTo(Deployed);
        Assert.Contains("deployed/my-demo-1.2.3/_env/Scripts/python.exe", _platform.Files);
        Assert.DoesNotContain(_platform.Files, static file => file.Contains("/bin/", StringComparison.Ordinal));
    }

    [Fact, Conformance(359)]
    public void A_version_that_is_there_is_never_overwritten()
    {
        Directory.CreateDirectory(Path.Combine(Deployed, "my-demo-1.2.3"));
        var refusal = Assert.Throws<PackageException>(() => ForWindows().WriteTo(Deployed));
        Assert.Contains("my-demo-1.2.3", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(_platform.Files);
    }

    [Theory]
    [InlineData("models/零件.onnx")]
    [InlineData("demo.exe")]
    [InlineData("manifest.json")]
    public void What_is_missing_is_named_and_nothing_is_left(string file)
    {
        File.Delete(_published.In(file));
        var refusal = Assert.Throws<PackageException>(() => ForWindows().WriteTo(Deployed));
        Assert.Contains(Path.GetFileName(file), refusal.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.Exists(Deployed) ? Directory.EnumerateFileSystemEntries(Deployed) : []);
    }

    [Fact]
    public void A_manifest_in_another_code_page_is_refused()
    {
        // What a Chinese editor writes for 定位 in GBK.
        _published.Write("manifest.json", System.Text.Encoding.Latin1.GetBytes(Manifest.Replace("定位", "\u00b6\u00a8\u00ce\u00bb", StringComparison.Ordinal)));
        Assert.Contains("UTF-8", Assert.Throws<PackageException>(() => ForWindows().WriteTo(Deployed)).Message, StringComparison.Ordinal);
    }

    /// <summary>What lies in <c>bin</c> after a build starts only with everything else that lies there.</summary>
    [Theory]
    [InlineData("demo.exe")]
    [InlineData("demo")]
    public void An_executable_that_is_not_native_is_refused(string executable)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && executable == "demo", "Windows cannot give the permission to execute");
        _published.Write("demo.dll", "MZ");
        var refusal = Assert.Throws<PackageException>(() => new PlatformDirectory(_published.In("manifest.json"), _published.In(executable)).WriteTo(Deployed));
        Assert.Contains("dotnet publish", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>The platform would split <c>my-demo-1.2.3-beta</c> into <c>my-demo-1.2.3</c> and <c>beta</c>.</summary>
    [Theory, Conformance(526, 527)]
    [InlineData("\"1.2.3\"", "\"1.2.3-beta\"", "1.2.3-beta")]
    [InlineData("\"my-demo\"", "\"../零件\"", "零件")]
    [InlineData("\"main:Demo\"", "\"\"", "entry_point")]
    [InlineData("[\"p001\"]", "[]", "supported_pids")]
    public void A_manifest_that_the_platform_would_misread_is_refused(string good, string bad, string named)
    {
        _published.Write("manifest.json", Manifest.Replace(good, bad, StringComparison.Ordinal));
        var refusal = Assert.Throws<PackageException>(() => ForWindows().WriteTo(Deployed));
        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Deployed));
    }

    private PlatformDirectory ForWindows() => new(_published.In("manifest.json"), _published.In("demo.exe"));

    public void Dispose()
    {
        _published.Dispose();
        _platform.Dispose();
    }
}

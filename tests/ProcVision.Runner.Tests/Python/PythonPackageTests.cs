using System.Diagnostics;
using System.Text.Json;
using ProcVision.Runner.Tests.Packages;

namespace ProcVision.Runner.Tests.Python;

/// <summary>The folder of a package as it lies on disk, with an environment of its own (conformance 511, 512).</summary>
public sealed class PythonPackageTests
{
    private static string Relative => OperatingSystem.IsWindows() ? "Scripts/python.exe" : "bin/python";

    [Theory]
    [InlineData("__procvision_env _env venv", "__procvision_env")]
    [InlineData("venv _env", "_env")]
    [InlineData("venv", "venv")]
    public void The_first_of_the_platforms_environments_is_taken(string there, string taken)
    {
        using var folder = new TemporaryFolder();
        WriteManifest(folder.Path);
        foreach (string environment in there.Split(' '))
            Touch(folder.Path, environment, Relative);
        Assert.Equal(Path.GetFullPath(Path.Combine(folder.Path, taken, Relative)), PythonPackage.Open(folder.Path).Interpreter);
    }

    [Fact]
    public void The_interpreter_of_the_registry_comes_before_all_and_what_is_no_Python_by_name_is_given_no_Python_code()
    {
        using var folder = new TemporaryFolder();
        WriteManifest(folder.Path);
        Touch(folder.Path, "_env", Relative);
        Touch(folder.Path, "bin", "inspector");
        var package = PythonPackage.Open(folder.Path, "bin/inspector");
        Assert.Equal(Path.Combine(package.Root, "bin", "inspector"), package.Launch.Executable);
        Assert.Equal(["-m", "procvision_algorithm_sdk.adapter", "--entry", "stand_in.main:Inspection"], package.Launch.Arguments);
        Assert.Equal(package.Root, package.Launch.Root);
    }

    [Fact]
    public void Without_an_interpreter_the_message_has_every_place_that_was_looked_at()
    {
        using var folder = new TemporaryFolder();
        WriteManifest(folder.Path);
        var problem = Assert.Throws<PackageException>(() => PythonPackage.Open(folder.Path));
        Assert.StartsWith("[2003]", problem.Message, StringComparison.Ordinal);
        foreach (string environment in new[] { "__procvision_env", "_env", "venv" })
            Assert.Contains(Path.Combine(folder.Path, environment, Relative), problem.Message, StringComparison.Ordinal);
        Touch(folder.Path, "_env", Relative);
        problem = Assert.Throws<PackageException>(() => PythonPackage.Open(folder.Path, "runtime/python"));
        Assert.Contains(Path.Combine(folder.Path, "runtime/python"), problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "未找到")]
    [InlineData("{", "无法读取")]
    [InlineData("[]", "没有 entry_point")]
    [InlineData("""{"entry_point": 5}""", "没有 entry_point")]
    public void A_manifest_that_says_no_entry_point_is_refused_before_anything_is_started(string? manifest, string message)
    {
        using var folder = new TemporaryFolder();
        Touch(folder.Path, "_env", Relative);
        if (manifest is not null)
            File.WriteAllText(Path.Combine(folder.Path, "manifest.json"), manifest);
        var problem = Assert.Throws<PackageException>(() => PythonPackage.Open(folder.Path));
        Assert.StartsWith("[2002]", problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(folder.Path, "manifest.json"), problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_runs_with_the_SDK_of_its_own_environment_although_its_setup_fails_and_its_modules_have_names_of_Pythons_own()
    {
        Packages.Python.SkipWithout();
        using var folder = new TemporaryFolder();
        WriteManifest(folder.Path);
        string[] made = ["-m", "venv", "--without-pip", "_env"];
        Assert.Equal(0, (await Packages.Python.RunAsync(folder.Path, made)).Exit);
        string packages = Assert.Single(Directory.GetDirectories(Path.Combine(folder.Path, "_env", "lib"), "python3*"));
        Copy("procvision_algorithm_sdk", Path.Combine(packages, "site-packages"));
        Copy("stand_in", folder.Path);
        // Found first by whatever runs Python code in this folder; the adapter itself does not need it.
        File.WriteAllText(Path.Combine(folder.Path, "ctypes.py"), "raise SystemExit('the wrong ctypes')");

        var launch = PythonPackage.Open(folder.Path).Launch with { Environment = new Dictionary<string, string> { ["TEST_SETUP"] = "throw" } };
        using var images = ImageHandover.Open();
        var session = SessionIdentity.ForDevelopment("p001");
        using var image = images.Place(BlankPicture.Png, BlankPicture.Header, session.Id);
        var call = new StepCallRequest { Phase = Phase.Pre, Step = 1, Pid = "p001", Session = session, Parameters = new Dictionary<string, JsonElement>(), Image = image };
        int pid;
        await using (var process = await AlgorithmProcess.StartAsync(launch, images, StandIn.Timings, null, null, TestContext.Current.CancellationToken))
        {
            pid = process.Pid;
            Assert.Equal("0.0.7", process.Hello.SdkVersion);
            Assert.True((await process.CallAsync(call, null, TestContext.Current.CancellationToken)).IsOk);
            var answer = await process.CallAsync(call with { Phase = Phase.Execute }, null, TestContext.Current.CancellationToken);
            Assert.Equal(Verdict.Ok, answer.Verdict);
            Assert.Equal(BlankPicture.Png.Length, answer.Data.GetProperty("debug").GetProperty("image_bytes").GetInt32());
        }

        Assert.False(StandInRecord.IsAlive(pid));
    }

    [Fact]
    public async Task A_signal_for_a_process_that_has_ended_goes_to_nobody()
    {
        Packages.Python.SkipWithout();
        using var process = Process.Start("sleep", "600");
        var identity = ProcessIdentity.Of(process.Id);
        Assert.True(identity.IsAlive);
        identity.Signal(UnixSignal.Terminate);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(128 + UnixSignal.Terminate, process.ExitCode);
        Assert.False(identity.IsAlive);
        Assert.False(ProcessIdentity.Of(process.Id).IsAlive);
    }

    private static void WriteManifest(string folder) =>
        File.WriteAllText(Path.Combine(folder, "manifest.json"), """{"name": "stand-in", "version": "1.0", "entry_point": "stand_in.main:Inspection"}""");

    private static void Touch(params string[] path)
    {
        string file = Path.Combine(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
    }

    private static void Copy(string package, string to)
    {
        Directory.CreateDirectory(Path.Combine(to, package));
        foreach (string file in Directory.GetFiles(Path.Combine(PythonKindTests.Sdk, package)))
            File.Copy(file, Path.Combine(to, package, Path.GetFileName(file)));
    }
}

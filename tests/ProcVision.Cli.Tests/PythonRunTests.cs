namespace ProcVision.Cli.Tests;

/// <summary>A Python package of today's platform, unchanged (conformance sections 9 and 18): the Runner tests' stand-in for its SDK and a package written for it.</summary>
public sealed class PythonRunTests
{
    [Fact]
    [Conformance(511, 512)]
    public async Task A_package_with_its_own_environment_runs_as_a_native_one_does()
    {
        using var package = new PythonFolder();
        package.MakeEnvironment();
        var run = await package.RunAsync();
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("执行: OK，判定 OK", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_is_run_in_a_series_compared_measured_and_validated_as_a_native_one_is()
    {
        using var package = new PythonFolder();
        // Its own extension modules, and none of our executables.
        Directory.CreateDirectory(Path.Combine(package.Folder, "native", "codecs"));
        package.MakeEnvironment();
        Assert.Contains("结果: 3 张 | OK 3", (await package.RunAsync("--repeat", "3")).Out, StringComparison.Ordinal);
        var compared = await package.RunAsync("--compare", package.Folder);
        Assert.Equal(0, compared.ExitCode);
        Assert.Contains("不同 0", compared.Out, StringComparison.Ordinal);
        var measured = await ToolRun.OfAsync("bench", package.Folder, "--image", Path.Combine(package.Folder, "picture.png"), "--count", "10", "--starts", "1", "--json");
        Assert.Equal(0, measured.ExitCode);
        Assert.True(measured.Json.GetProperty("figures").GetProperty("step_1_execute_p50_ms").GetDouble() > 0);
        var validated = await ToolRun.OfAsync("validate", package.Folder);
        // The stand-in's get_info says 1.0, its manifest 1.0.0: the one thing that is wrong with it.
        Assert.Contains("失败: 1", validated.Out, StringComparison.Ordinal);
        Assert.Contains("❌ name_version_match", validated.Out, StringComparison.Ordinal);
        Assert.Contains("✅ smoke_execute", validated.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_without_an_environment_runs_with_a_given_interpreter()
    {
        using var package = new PythonFolder();
        var run = await package.RunAsync("--python", PythonFolder.Interpreter);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task What_its_SDK_says_about_a_missing_class_is_the_result()
    {
        using var package = new PythonFolder(entry: "stand_in.main:Missing");
        var run = await package.RunAsync("--python", PythonFolder.Interpreter);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("ERROR [1004] | entry_point not found", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interpreter_that_is_not_there_is_bad_input()
    {
        using var package = new PythonFolder();
        var run = await package.RunAsync("--python", "/no/such/python");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("/no/such/python", run.Error, StringComparison.Ordinal);
    }

    private sealed class PythonFolder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("procvision-test-");

        public PythonFolder(string entry = "stand_in.main:Inspection")
        {
            string sdk = Path.Combine(AppContext.BaseDirectory, "Python", "sdk");
            foreach (string file in Directory.EnumerateFiles(sdk, "*.py", SearchOption.AllDirectories))
            {
                string copy = Path.Combine(_folder.FullName, Path.GetRelativePath(sdk, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            File.WriteAllText(Path.Combine(_folder.FullName, "manifest.json"), $$"""
                { "name": "stand-in", "version": "1.0.0", "entry_point": "{{entry}}", "supported_pids": ["p001"], "steps": [{ "index": 1, "name": "检测", "params": [] }] }
                """);
            File.WriteAllBytes(Path.Combine(_folder.FullName, "picture.png"), Convert.FromBase64String(PublishedStandIn.Png));
        }

        public string Folder => _folder.FullName;

        public static string Interpreter => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Select(static folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "python.exe" : "python3")).First(File.Exists);

        /// <summary>As a venv is made without copying: a link, and where its home is.</summary>
        public void MakeEnvironment()
        {
            string environment = Path.Combine(_folder.FullName, "venv"), bin = Path.Combine(environment, "bin");
            Directory.CreateDirectory(bin);
            File.CreateSymbolicLink(Path.Combine(bin, "python"), Interpreter);
            File.WriteAllText(Path.Combine(environment, "pyvenv.cfg"), $"home = {Path.GetDirectoryName(Interpreter)}\n");
        }

        public Task<ToolRun> RunAsync(params string[] more) =>
            ToolRun.OfAsync(["run", _folder.FullName, "--pid", "p001", "--image", Path.Combine(_folder.FullName, "picture.png"), .. more]);

        public void Dispose() => _folder.Delete(recursive: true);
    }
}

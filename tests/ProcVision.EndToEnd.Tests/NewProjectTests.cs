using System.Diagnostics;

namespace ProcVision.EndToEnd.Tests;

/// <summary>What <c>procvision init</c> makes is built, tested and run as its author would, with the packages that the tool carries.</summary>
[Collection(PublishedExample.Sources)]
public sealed class NewProjectTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("procvision-new-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("glass-scratch")]
    [InlineData("划痕检测")]
    [InlineData("Session")]
    public void A_new_project_builds_without_a_warning_and_without_a_network_and_passes_its_tests(string name)
    {
        Run("dotnet", "exec", Repository.Tool, "init", name, "-d", _folder, "--pids", "p001,p002");

        var alone = Path.Combine(_folder, "NuGet.offline.config");
        File.WriteAllText(alone, """<configuration><packageSources><clear /><add key="procvision" value="packages" /></packageSources></configuration>""");
        var build = Run("dotnet", "build", _folder, "--nologo", $"-p:RestoreConfigFile={alone}");
        Assert.Contains("0 Warning(s)", build, StringComparison.Ordinal);

        var test = Run("dotnet", "test", "--project", "tests");
        Assert.Contains("succeeded: 2", test, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", test, StringComparison.OrdinalIgnoreCase);

        var inspected = Run("dotnet", "exec", Repository.Tool, "run", ".", "--pid", "p002", "--image", "images/sample.png");
        Assert.Contains("结果: OK", inspected, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_pid_the_placeholder_is_the_only_warning()
    {
        Run("dotnet", "exec", Repository.Tool, "init", "part", "-d", _folder);
        var build = Run("dotnet", "build", _folder, "--nologo");
        Assert.Contains("warning PV0024", build, StringComparison.Ordinal);
        Assert.Contains("1 Warning(s)", build, StringComparison.Ordinal);
    }

    private string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["LC_ALL"] = "C.UTF-8";
        // Nothing that a build starts is to hold files open when it is gone.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment.Remove("CI");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        string all = output + errors.GetAwaiter().GetResult();
        Assert.True(process.ExitCode == 0, all);
        return all;
    }
}

using System.Runtime.InteropServices;

namespace ProcVision.Runner.Tests.Packages;

/// <summary>
/// The wheel's adapter as the platform starts it, with a script in the place of the native executable. Python imports straight from the wheel;
/// that pip installs it is shown with the native sample.
/// </summary>
public sealed class AdapterTests : IDisposable
{
    private static readonly string Rid = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";

    private readonly TemporaryFolder _package = new();
    private readonly TemporaryFolder _wheels = new();

    public AdapterTests()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the scripts in the place of the executable need Linux; the wheel's Windows part was not run");
        using var wheel = File.Create(_wheels.In(LauncherWheel.FileName));
        LauncherWheel.Write(wheel);
    }

    private static string Executable => new NativeFolder(Rid).Executable("demo-1");

    [Fact, Conformance("531B", 511)]
    public async Task The_algorithm_takes_the_place_of_Python_with_arguments_folder_and_exit_code()
    {
        _package.Write(Executable, "#!/bin/sh\necho $PPID\necho $# $1 $2\necho $PWD\necho $PROC_ALGO_ROOT\n");
        var (exit, output, error) = await RunAsync();
        Assert.Equal((0, ""), (exit, error));
        // No Python lies between the platform and the algorithm.
        string[] expected = [$"{System.Environment.ProcessId}", "2 --entry main:Demo", _package.Path, _package.Path];
        Assert.Equal(expected, output.TrimEnd('\n').Split('\n'));

        _package.Write(Executable, "#!/bin/sh\nexit 7\n");
        Assert.Equal((7, "", ""), await RunAsync());
    }

    [Fact, Conformance(530)]
    public async Task The_permission_to_execute_that_unpacking_lost_is_given_back()
    {
        string executable = _package.Write(Executable, "#!/bin/sh\necho started\n");
        Assert.False(TemporaryFolder.ModeOf(executable).HasFlag(UnixFileMode.UserExecute));
        Assert.Equal((0, "started\n", ""), await RunAsync());
        Assert.True(TemporaryFolder.ModeOf(executable).HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task Libraries_beside_the_executable_are_not_taken_for_it_and_other_platforms_do_not_matter()
    {
        _package.Write(Executable, "#!/bin/sh\necho started\n");
        _package.Write(new NativeFolder(Rid).Library("libturbojpeg.so.0"), "");
        _package.Write(new NativeFolder("win-x64").Executable("demo-1"), "");
        Assert.Equal((0, "started\n", ""), await RunAsync());
    }

    [Fact]
    public async Task Without_PROC_ALGO_ROOT_the_working_directory_is_the_package_and_the_algorithm_is_told()
    {
        _package.Write(Executable, "#!/bin/sh\necho $PROC_ALGO_ROOT\n");
        Assert.Equal((0, $"{_package.Path}\n", ""), await RunAsync(root: null));
        Assert.Equal((0, $"{_package.Path}\n", ""), await RunAsync(root: _wheels.Path));
    }

    /// <summary>Python ignores SIGPIPE; an algorithm that inherited that would write on where the platform has long gone.</summary>
    [Fact]
    public async Task No_signal_is_ignored_that_Python_ignored()
    {
        _package.Write(Executable, "#!/bin/sh\ngrep SigIgn /proc/self/status\n");
        var (_, output, _) = await RunAsync();
        const ulong Sigpipe = 1 << 12;
        const ulong Sigxfsz = 1 << 24;
        Assert.Equal(0UL, Convert.ToUInt64(output.Split('\t')[1].Trim(), 16) & (Sigpipe | Sigxfsz));
    }

    [Fact, Conformance(516)]
    public async Task A_package_that_cannot_be_started_is_a_reason_on_stderr_and_nothing_on_stdout()
    {
        await RefusedAsync("没有 native 目录");

        Directory.CreateDirectory(_package.In("native/win-x64"));
        await RefusedAsync($"不支持本机平台 {Rid}，只有: win-x64");

        _package.Write(new NativeFolder(Rid).Library("libturbojpeg.so.0"), "");
        await RefusedAsync("没有可执行文件");

        string executable = _package.Write(Executable, "MZ: not for Linux");
        await RefusedAsync("demo-1: Exec format error");

        File.WriteAllText(executable, "#!/nowhere/interpreter\n");
        await RefusedAsync("demo-1: No such file or directory");

        _package.Write($"native/{Rid}/second", "");
        await RefusedAsync("有多个可执行文件: demo-1, second");
    }

    /// <summary>No Windows here; but that its structures have the sizes that Windows has for them can be seen everywhere.</summary>
    [Fact]
    public async Task The_part_for_Windows_can_be_read_by_Python_and_has_its_structures_right()
    {
        Assert.SkipUnless(System.Environment.Is64BitProcess, "the sizes are those of 64 bits");
        const string Sizes = "from procvision_algorithm_sdk import windows as w; import ctypes as c; print(c.sizeof(w.BasicLimits), c.sizeof(w.ExtendedLimits))";
        Assert.Equal((0, "64 144\n", ""), await Python.RunAsync(_package.Path, ["-W", "error", "-c", Sizes], Environment(null)));
    }

    private async Task RefusedAsync(string reason)
    {
        var (exit, output, error) = await RunAsync();
        Assert.Equal((1, ""), (exit, output));
        Assert.StartsWith("procvision_algorithm_sdk.adapter: 无法启动算法: ", error, StringComparison.Ordinal);
        Assert.Contains(reason, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    private Task<(int Exit, string Output, string Error)> RunAsync() => RunAsync(_package.Path);

    private Task<(int Exit, string Output, string Error)> RunAsync(string? root) =>
        Python.RunAsync(_package.Path, ["-m", "procvision_algorithm_sdk.adapter", "--entry", "main:Demo"], Environment(root));

    private (string, string?)[] Environment(string? root) =>
        [("PYTHONPATH", _wheels.In(LauncherWheel.FileName)), ("PYTHONUNBUFFERED", "1"), ("PROC_ALGO_ROOT", root), ("LC_ALL", "C")];

    public void Dispose()
    {
        _package.Dispose();
        _wheels.Dispose();
    }
}

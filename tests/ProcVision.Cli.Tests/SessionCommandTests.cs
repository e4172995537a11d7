using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ProcVision.Cli.Tests;

public sealed class SessionCommandTests
{
    [Fact]
    public async Task A_region_that_a_detection_has_is_shown_with_what_it_belongs_to()
    {
        using var region = new SessionRegion();
        var run = await ToolRun.OfAsync("session", region.Name);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("会话: session-7\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("算法: stand-in，产品: p001\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("上下文: {\"product_code\":\"A01\",\"operator\":\"line-3\"}\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("状态: 进行中 (第 1 次)", run.Out, StringComparison.Ordinal);
        Assert.Contains($"所有者: 进程 {Environment.ProcessId} (运行中)，写入者: 无\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("(没有值)\n", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("遗留", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_as_good_as_a_name_and_an_ended_detection_can_still_be_seen()
    {
        using var region = new SessionRegion();
        region.End();
        var run = await ToolRun.OfAsync("session", region.File);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("状态: 已结束 (第 1 次)", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_of_a_region_somewhere_else_can_be_looked_at()
    {
        using var region = new SessionRegion();
        string copy = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(copy, region.Bytes);
            var run = await ToolRun.OfAsync("session", copy);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("会话: session-7\n", run.Out, StringComparison.Ordinal);
            Assert.DoesNotContain("遗留", run.Out, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    [Fact]
    public async Task As_JSON_it_has_owner_times_sizes_context_and_values()
    {
        using var region = new SessionRegion();
        var shown = (await ToolRun.OfAsync("session", region.Name, "--json")).Json;
        Assert.Equal(region.Name, shown.GetProperty("region").GetString());
        Assert.False(shown.GetProperty("left_behind").GetBoolean());
        Assert.Equal(Environment.ProcessId, shown.GetProperty("owner").GetProperty("pid").GetInt32());
        Assert.True(shown.GetProperty("owner").GetProperty("alive").GetBoolean());
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("writer").GetProperty("alive").ValueKind);
        Assert.True(shown.GetProperty("open").GetBoolean());
        var archive = shown.GetProperty("archive");
        Assert.Equal("session-7", archive.GetProperty("id").GetString());
        Assert.Equal("A01", archive.GetProperty("context").GetProperty("product_code").GetString());
        Assert.Equal(RegionMemory.SmallestSize, archive.GetProperty("size").GetProperty("region").GetInt32());
        Assert.True(archive.GetProperty("times").GetProperty("begun_ms").GetInt64() > 0);
        Assert.Empty(archive.GetProperty("state_store").EnumerateObject());
    }

    [Fact]
    public async Task The_regions_of_a_process_are_found()
    {
        using var one = new SessionRegion("session-one");
        using var other = new SessionRegion("session-other");
        var run = await ToolRun.OfAsync("session", "--process", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), "--json");
        Assert.Equal(0, run.ExitCode);
        string?[] ids = [.. run.Json.GetProperty("regions").EnumerateArray().Select(static region => region.GetProperty("archive").GetProperty("id").GetString())];
        Assert.Contains("session-one", ids);
        Assert.Contains("session-other", ids);
    }

    [Fact]
    public async Task Without_an_argument_the_regions_are_listed()
    {
        using var region = new SessionRegion("session-listed");
        var run = await ToolRun.OfAsync("session");
        Assert.Equal(0, run.ExitCode);
        string line = Assert.Single(run.Out.Split('\n'), line => line.StartsWith(region.Name, StringComparison.Ordinal));
        Assert.Contains("session-listed", line, StringComparison.Ordinal);
        Assert.Contains("进行中 (第 1 次)", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_terminal_would_obey_is_shown_and_not_obeyed()
    {
        using var region = new SessionRegion("\u001b[2J\u202eevil", """{"operator":"a\u009bb"}""");
        var run = await ToolRun.OfAsync("session", region.Name);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("\\u202Eevil", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Out, static c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202e', run.Out);
    }

    [Theory]
    [InlineData("未找到会话区域: no-such-region。用 procvision session 查看所有区域", "no-such-region")]
    [InlineData("procvision-session-1-1-00000000000000000000000000000000' 不存在", "procvision-session-1-1-00000000000000000000000000000000")]
    [InlineData("应为会话区域的名称或文件，实际是目录: /tmp", "/tmp")]
    [InlineData("不是会话区域: /proc/self/status", "/proc/self/status")]
    [InlineData("--process 必须是进程号 (正整数)，实际是 'me'", "--process", "me")]
    [InlineData("没有进程 2147483647", "--process", "2147483647")]
    [InlineData("不能同时给出", "a", "--process", "1")]
    public async Task Bad_input_is_exit_code_2_with_the_reason(string said, params string[] arguments)
    {
        var run = await ToolRun.OfAsync(["session", .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_process_without_a_region_is_told_so()
    {
        using var sleeper = Process.Start("sleep", "60");
        try
        {
            var run = await ToolRun.OfAsync("session", "--process", sleeper.Id.ToString(CultureInfo.InvariantCulture));
            Assert.Equal(2, run.ExitCode);
            Assert.Contains($"进程 {sleeper.Id} 没有会话区域", run.Error, StringComparison.Ordinal);
        }
        finally
        {
            sleeper.Kill();
        }
    }

    [Fact]
    public async Task A_damaged_region_is_refused_with_the_reason()
    {
        using var region = new SessionRegion();
        region.Bytes[0] ^= 1;
        var run = await ToolRun.OfAsync("session", region.Name);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"{region.Name}: 不是会话区域: 文件标识不符", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_without_permission_is_refused_with_the_reason()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("a section has no file whose rights could be taken");
        using var region = new SessionRegion();
        var run = await OfAnotherUserAsync(region);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("无法打开", run.Error, StringComparison.Ordinal);
        Assert.Contains("sudo -u", run.Error, StringComparison.Ordinal);
    }

    /// <summary>Without the rights of the region's owner: root can become somebody else, everyone else can take the rights from the file.</summary>
    private static async Task<ToolRun> OfAnotherUserAsync(SessionRegion region)
    {
        if (Environment.UserName != "root" && !OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(region.File, UnixFileMode.None);
            return await ToolRun.OfAsync("session", region.Name);
        }

        using var tool = Process.Start(new ProcessStartInfo("setpriv", ["--reuid", "65534", "--clear-groups", ToolRun.Path, "session", region.Name])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var run = await ToolRun.EndOfAsync(tool);
        // 127: setpriv could not start it, because the folder it is in is root's alone.
        if (run.ExitCode is 126 or 127)
            Assert.Skip($"no other user may start the tool: {run.Error}");
        return run;
    }
}

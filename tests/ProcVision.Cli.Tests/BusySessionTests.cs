using System.Globalization;
using System.Text.Json;

namespace ProcVision.Cli.Tests;

/// <summary>Alone: another test's <c>procvision run</c> rightly removes what a killed process has left, also the region that is looked at here.</summary>
[Collection(nameof(BusySessionTests))]
[CollectionDefinition(nameof(BusySessionTests), DisableParallelization = true)]
public sealed class BusySessionTests
{
    [Fact]
    public async Task A_session_is_shown_while_its_writer_goes_on()
    {
        using var busy = new BusySession();
        long last = 0;
        for (int look = 0; look < 3; look++)
        {
            var run = await ToolRun.OfAsync("session", busy.Name, "--json");
            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            var state = run.Json.GetProperty("archive").GetProperty("state_store");
            long now = state.GetProperty("always").GetInt64();
            Assert.True(now > last, $"the writer stands still at {now}");
            last = now;
        }
    }

    [Fact]
    public async Task Its_table_shows_keys_types_and_values_without_the_types_of_the_author()
    {
        using var busy = new BusySession();
        busy.Kill();
        var run = await ToolRun.OfAsync("session", busy.Name);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches(@"(?m)^always +long +8 +\d+$", run.Out);
        Assert.Contains("会话: session-busy\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("已用", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_and_a_text_cannot_command_the_terminal()
    {
        using var busy = new BusySession();
        busy.Kill();
        var run = await ToolRun.OfAsync("session", busy.Name);
        Assert.Contains("\\u001B[31mred\\u202E", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Out, static c => char.IsControl(c) && c != '\n');
    }

    [Fact]
    public async Task The_session_of_a_running_process_is_found_by_its_number()
    {
        using var busy = new BusySession();
        var run = await ToolRun.OfAsync("session", "--process", busy.ProcessId.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains(busy.Name, run.Out, StringComparison.Ordinal);
        Assert.Contains($"写入者: 进程 {busy.ProcessId} (运行中)", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_killed_process_has_left_is_said_to_be_left_behind_and_how_to_remove_it()
    {
        using var busy = new BusySession();
        busy.Kill();
        var run = await ToolRun.OfAsync("session", "--process", busy.ProcessId.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"写入者: 进程 {busy.ProcessId} (已结束)", run.Out, StringComparison.Ordinal);
        Assert.Contains($"rm /dev/shm/{busy.Name}", run.Out, StringComparison.Ordinal);
        var json = (await ToolRun.OfAsync("session", busy.Name, "--json")).Json;
        Assert.True(json.GetProperty("left_behind").GetBoolean());
        Assert.Equal(JsonValueKind.False, json.GetProperty("writer").GetProperty("alive").ValueKind);
    }
}

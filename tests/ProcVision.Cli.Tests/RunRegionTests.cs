using System.Runtime.InteropServices;
using System.Text.Json;
using ProcVision.Runner.Tests;

namespace ProcVision.Cli.Tests;

/// <summary>The shared memory that a run gives the algorithm for its session, and what is left of it.</summary>
public sealed partial class RunRegionTests
{
    private const int Interrupt = 2;
    private const int Kill = 9;

    [Theory]
    [InlineData("region", 0, 14)]
    [InlineData("region-then-error", 1, 7)]
    [InlineData("region-then-die", 1, 7)]
    public async Task What_the_algorithm_stored_there_is_in_the_report_however_it_ended(string behaviour, int exit, int count)
    {
        using var folder = new PublishedStandIn(behaviour);
        using var tool = ToolRun.Start(folder.Arguments("--json"));
        var run = await ToolRun.EndOfAsync(tool);
        Assert.Equal(exit, run.ExitCode);
        var values = run.Json.GetProperty("session").GetProperty("values");
        Assert.Equal($$"""{"key":"count","type":"int","value":{{count}}}""", Compact(Assert.Single(values.EnumerateArray())));
        AssertOneRegionForAllCalls(folder);
        Assert.Empty(RegionsOf(tool.Id));
        folder.AssertNothingIsLeft();
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("session")]
    public async Task An_algorithm_that_does_not_take_it_never_hears_of_it_and_nothing_is_left(string behaviour)
    {
        using var folder = new PublishedStandIn(behaviour);
        using var tool = ToolRun.Start(folder.Arguments("--json"));
        var run = await ToolRun.EndOfAsync(tool);
        Assert.Equal(0, run.ExitCode);
        Assert.DoesNotContain("state_region", string.Concat(folder.Calls.Select(static call => call.GetRawText())), StringComparison.Ordinal);
        Assert.Equal(behaviour == "session" ? 2 : 0, run.Json.GetProperty("session").GetProperty("values").GetArrayLength());
        Assert.Empty(RegionsOf(tool.Id));
    }

    [Fact]
    public async Task An_interrupted_run_leaves_none()
    {
        using var folder = new PublishedStandIn("region-then-hang");
        using var tool = ToolRun.Start(folder.Arguments("--json"));
        var end = ToolRun.EndOfAsync(tool);
        await StandInRecord.UntilAsync(() => folder.Calls.Count == 2);
        Assert.Single(RegionsOf(tool.Id));

        Assert.Equal(0, Send(tool.Id, Interrupt));

        Assert.Equal(130, (await end).ExitCode);
        Assert.Empty(RegionsOf(tool.Id));
        folder.AssertNothingIsLeft();
    }

    [Fact]
    public async Task What_a_killed_run_left_can_be_looked_at_until_the_next_run_removes_it()
    {
        using var folder = new PublishedStandIn("region-then-hang");
        using var tool = ToolRun.Start(folder.Arguments("--json"));
        var end = ToolRun.EndOfAsync(tool);
        string name = "";
        try
        {
            await StandInRecord.UntilAsync(() => folder.Calls.Count == 2);
            name = Assert.Single(RegionsOf(tool.Id));
            await StandInRecord.UntilAsync(() => Count(name) == 7);
            Assert.Equal(0, Send(tool.Id, Kill));
        }
        finally
        {
            // It hangs, as it was told to, and has nobody any more who would end it.
            foreach (var entry in folder.Recorded.Where(static entry => entry.TryGetProperty("pid", out _)))
                _ = Send(entry.GetProperty("pid").GetInt32(), Kill);
        }

        Assert.Equal(128 + Kill, (await end).ExitCode);
        Assert.Equal(7, Count(name));

        using var next = new PublishedStandIn();
        Assert.Equal(0, (await next.RunAsync()).ExitCode);

        Assert.False(File.Exists(Path.Combine(SharedMemory.LinuxFolder, name)));
    }

    private static int? Count(string region)
    {
        using var memory = SharedMemory.Open(region, writable: false);
        var values = RegionReader.Read(memory).Values;
        return values.Count == 0 ? null : JsonElement.Parse(values[0].Json).GetInt32();
    }

    private static void AssertOneRegionForAllCalls(PublishedStandIn folder)
    {
        var regions = folder.Calls.Select(static call => call.GetProperty("session").GetProperty("state_region").GetRawText()).ToList();
        Assert.NotEmpty(regions);
        Assert.Single(regions.Distinct());
    }

    /// <summary>The regions that a process has, or had.</summary>
    private static List<string> RegionsOf(int pid) =>
        [.. StaleRegions.Names().Where(name => name.Owner.Id == pid).Select(static name => name.ToString())];

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Send(int pid, int signal);
}

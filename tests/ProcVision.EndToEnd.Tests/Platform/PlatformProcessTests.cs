using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>The life of the published sample under the platform: launch, handshake, heartbeat, stop (conformance 511–518).</summary>
[Collection(PublishedExample.Sources)]
public class PlatformProcessTests(PublishedExample example)
{
    /// <summary>Of a picture that takes a while.</summary>
    private const int Side = 8000;

    [Theory, Conformance(271, 313, 314, 315, 511, 512, 513, 514)]
    [InlineData("__procvision_env")]
    [InlineData("_env")]
    public void In_the_place_of_Python_the_sample_is_launched_and_shaken_hands_with(string environment)
    {
        using var deployed = new DeployedExample(example.Executable, environment);
        using var engine = deployed.Start();

        Assert.Equal(PlatformState.Running, engine.State);
        Assert.Contains("shared_memory:v1", engine.Hello!["capabilities"]!.AsArray().Select(name => (string)name!));
        Assert.Equal(PlatformStop.Terminated, engine.Stop());
        Assert.Contains(engine.Lines, line => line.StartsWith("[ALGO] ", StringComparison.Ordinal));
        Assert.DoesNotContain(engine.Lines, line => line.StartsWith("[ALGO-RAW] ", StringComparison.Ordinal));
    }

    [Fact, Conformance(295, 306, 519, "C45")]
    public void The_screen_shows_the_steps_that_a_flat_info_call_gives()
    {
        using var deployed = new DeployedExample(example.Executable);
        using var engine = deployed.Start();

        var answer = engine.Call(PlatformCalls.Info());
        var steps = PlatformScreen.Steps(answer);

        Assert.Equal("algorithm-example", (string?)answer["data"]!["info"]!["name"]);
        Assert.Equal(["p001", "p002"], answer["data"]!["info"]!["supported_pids"]!.AsArray().Select(pid => (string)pid!));
        Assert.Equal([(1, "定位料盘"), (2, "检测零件")], answer["data"]!["info"]!["steps"]!.AsArray().Select(step => ((int)step!["index"]!, (string)step["name"]!)));
        Assert.Equal([(1, "定位料盘"), (2, "检测零件")], steps.Select(step => (step.Number, step.Name)));
    }

    [Fact, Conformance(281, 282, 516, 532)]
    public void A_sample_that_fails_its_Setup_is_reported_at_once_and_its_reason_is_in_the_platforms_log()
    {
        using var deployed = new DeployedExample(example.Executable);
        File.WriteAllText(Path.Combine(deployed.Package.Folder, "assets/p002.json"), "{}");
        using var engine = deployed.Launch(new PlatformTimings { Hello = TimeSpan.FromHours(1) });

        var failure = Assert.Throws<PlatformException>(engine.WaitForHello);

        // The platform loses the frame's text (282), and would still wait if the process had not ended.
        Assert.Equal("1005", failure.Code);
        Assert.Equal(1, engine.ExitCode);
        Assert.Contains(engine.Lines, line => line.Contains("1003", StringComparison.Ordinal) && line.Contains("label", StringComparison.OrdinalIgnoreCase));
    }

    [Fact, Conformance(285, 288, 289, 290, 514, "C44")]
    public void Pings_are_answered_while_a_long_execute_runs()
    {
        using var deployed = new DeployedExample(example.Executable);
        using var engine = deployed.Start(new PlatformTimings { HeartbeatInterval = TimeSpan.FromMilliseconds(2), HeartbeatGrace = TimeSpan.FromMinutes(5) });
        HandLargePicture(deployed);
        for (var i = 0; engine.PongsDuringCalls == 0; i++)
        {
            // A quick machine may need more than one.
            Assert.InRange(i, 0, 1000);
            Assert.Equal("result", (string?)engine.Call(LargeCall())["type"]);
        }

        Assert.Equal(PlatformState.Running, engine.State);
        Assert.DoesNotContain(engine.Lines, line => line.Contains("ping", StringComparison.OrdinalIgnoreCase));
    }

    [Fact, Conformance(308, 515, 540, "C46")]
    public void Stop_is_over_within_the_platforms_two_seconds_with_one_Teardown()
    {
        using var deployed = new DeployedExample(example.Executable);
        using var engine = deployed.Start(new PlatformTimings());

        Assert.Equal(PlatformStop.Terminated, engine.Stop());
        Assert.Equal(0, engine.ExitCode);
        Assert.Single(engine.Lines, "[ALGO] 资源已释放");
    }

    [Fact, Conformance(308, 515, 540, "C46")]
    public async Task Stop_while_a_call_runs_needs_no_SIGKILL_and_Teardown_follows_the_step()
    {
        using var deployed = new DeployedExample(example.Executable);
        using var engine = deployed.Start(new PlatformTimings { HeartbeatInterval = TimeSpan.FromMilliseconds(2), Stop = TimeSpan.FromMinutes(1) });
        HandLargePicture(deployed);
        var calling = Task.Run(
            () =>
            {
                while (true)
                {
                    _ = engine.Call(LargeCall());
                }
            },
            TestContext.Current.CancellationToken);
        Assert.True(SpinWait.SpinUntil(() => engine.PongsDuringCalls > 0, 60_000));

        Assert.Equal(PlatformStop.Terminated, engine.Stop());
        _ = await Assert.ThrowsAsync<PlatformException>(() => calling);
        Assert.True(
            (engine.ExitCode, engine.Lines.Count(line => line == "[ALGO] 资源已释放")) is (0, 1) or (3, 0), // the step may need its 1.5 s on a slow machine
            $"{engine.ExitCode}: {string.Join('\n', engine.Lines)}");
    }

    private static JsonObject LargeCall() =>
        PlatformCalls.Nested("execute", 1, "session-20240425-000123", new() { ["roi"] = $"0,0,{Side},{Side}" }, "shm-large");

    private static void HandLargePicture(DeployedExample deployed)
    {
        Directory.CreateDirectory(deployed.SharedMemory.Folder);
        LargePicture.Write(Path.Combine(deployed.SharedMemory.Folder, "shm-large.npy"), Side, Side);
    }
}

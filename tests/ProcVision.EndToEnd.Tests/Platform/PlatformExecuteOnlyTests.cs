using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>The published sample in the execute-only profile, as today's engine calls it (conformance 520).</summary>
[Collection(PublishedExample.Sources)]
public class PlatformExecuteOnlyTests(PublishedExample example)
{
    [Fact, Conformance(249, 251, 275, 298, 299, 515, 520, 522, 523, "C6", "C45")]
    public void Two_detections_in_a_row_each_find_their_tray_and_their_parts()
    {
        using var deployed = new DeployedExample(example.Executable);
        deployed.Environment["PROC_PID"] = "p001";
        using var engine = deployed.Start();
        Assert.Contains("execute", engine.Hello!["capabilities"]!.AsArray().Select(name => (string)name!));
        foreach (var (step, parts) in ((int, int)[])[(1, 1), (2, 6), (1, 1), (2, 6)])
        {
            var answer = Execute(deployed, engine, step);

            Assert.Equal("OK", PlatformScreen.Verdict(answer));
            Assert.Empty(PlatformScreen.Boxes(answer));
            Assert.Equal(step, (int?)answer["data"]!["step_index"]);
            Assert.False(answer["data"]!.AsObject().ContainsKey("phase"));
            Assert.Equal(parts, answer["data"]!["position_rects"]!.AsArray().Count);
        }

        Assert.Empty(Directory.GetFiles(deployed.SharedMemory.Folder));
        Assert.Equal(PlatformStop.Terminated, engine.Stop());
        Assert.Equal(0, engine.ExitCode);
    }

    [Fact, Conformance(302, 520, 523)]
    public void Without_a_pid_for_an_algorithm_of_several_the_user_reads_how_to_give_one()
    {
        using var deployed = new DeployedExample(example.Executable);
        deployed.Environment["PROC_PID"] = null;
        using var engine = deployed.Start();

        var answer = Execute(deployed, engine, 1);

        Assert.Equal("1001", (string?)answer["error_code"]);
        Assert.Contains("PROC_PID", PlatformScreen.Verdict(answer), StringComparison.Ordinal);
    }

    [Fact, Conformance(519, 520, 521, "C45")]
    public void One_child_answers_all_three_shapes_of_a_call()
    {
        using var deployed = new DeployedExample(example.Executable);
        deployed.Environment["PROC_PID"] = "p001";
        using var engine = deployed.Start();

        Assert.Equal(2, PlatformScreen.Steps(engine.Call(PlatformCalls.Info())).Length);
        Assert.Equal("OK", PlatformScreen.Verdict(Execute(deployed, engine, 1)));
        Assert.Equal("OK", PlatformScreen.Verdict(deployed.SharedMemory.With(
            File.ReadAllBytes(Repository.Blades),
            "cur",
            image => engine.Call(PlatformCalls.Nested("execute", 1, "session-20240425-000123", new() { ["roi"] = "0,0,800,600" }, image)))));
    }

    /// <summary>The platform's names: cur_image is the guide picture, guide_image the camera's (conformance 89).</summary>
    private static JsonObject Execute(DeployedExample deployed, PlatformEngine engine, int step) => deployed.SharedMemory.With(
        File.ReadAllBytes(Repository.Coins),
        "cur",
        guide => deployed.SharedMemory.With(
            File.ReadAllBytes(Repository.Blades), "guide", camera => engine.Call(PlatformCalls.ExecuteOnly(step, guide, camera))));
}

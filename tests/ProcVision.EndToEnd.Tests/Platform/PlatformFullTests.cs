using System.Text.Json.Nodes;

namespace ProcVision.EndToEnd.Tests.Platform;

/// <summary>The published sample in the full profile, in each of the three forms that are in use (conformance 521).</summary>
[Collection(PublishedExample.Sources)]
public class PlatformFullTests(PublishedExample example)
{
    /// <summary>The form of a call.</summary>
    public enum Form
    {
        Nested,
        Flat,
        FlatWithoutId,
    }

    private static JsonObject Roi => new() { ["roi"] = "0,0,800,600", ["exposure"] = 12.5 };

    private static JsonObject Inspection => new() { ["threshold"] = 0.7, ["mode"] = "accurate" };

    [Theory, Conformance(249, 251, 265, 266, 293, 305, 515, 518, 521, 522, 523, "C41")]
    [InlineData(Form.Nested)]
    [InlineData(Form.Flat)]
    [InlineData(Form.FlatWithoutId)]
    public void Two_detections_in_a_row_each_find_their_tray_and_their_parts(Form form)
    {
        using var deployed = new DeployedExample(example.Executable);
        using var engine = deployed.Start();
        foreach (var session in (string[])["session-20240425-000123", "session-20240425-000124"])
        {
            foreach (var (phase, step) in ((string, int)[])[("pre", 1), ("execute", 1), ("pre", 2), ("execute", 2)])
            {
                var answer = Call(deployed, engine, form, phase, step, session);
                Assert.Equal("OK", PlatformScreen.Verdict(answer));
                Assert.Equal(phase == "execute" && step == 2 ? 6 : phase == "execute" ? 1 : null, answer["data"]!["position_rects"]?.AsArray().Count);
                if (phase == "execute")
                {
                    Assert.Empty(PlatformScreen.Boxes(answer));
                }
            }
        }

        // Written before and deleted after each call.
        Assert.Empty(Directory.GetFiles(deployed.SharedMemory.Folder));
        Assert.Equal(PlatformStop.Terminated, engine.Stop());
        Assert.Equal(0, engine.ExitCode);
    }

    [Theory, Conformance(521, 523)]
    [InlineData(Form.Nested)]
    [InlineData(Form.Flat)]
    [InlineData(Form.FlatWithoutId)]
    public void Pre_of_step_1_and_execute_of_step_2_are_served_and_the_second_rightly_misses_the_tray(Form form)
    {
        using var deployed = new DeployedExample(example.Executable);
        using var engine = deployed.Start();

        Assert.Equal("OK", PlatformScreen.Verdict(Call(deployed, engine, form, "pre", 1, "session-20240425-000123")));
        var answer = Call(deployed, engine, form, "execute", 2, "session-20240425-000123");

        Assert.Equal("ERROR 未找到料盘，请先执行定位步骤", PlatformScreen.Verdict(answer));
        Assert.Equal("1003", (string?)answer["error_code"]);
    }

    [Theory, Conformance(294, 296, 521, 540, 541)]
    [InlineData(Form.Nested)]
    [InlineData(Form.Flat)]
    [InlineData(Form.FlatWithoutId)]
    public void Every_other_phase_is_answered_OK_and_Teardown_runs_once(Form form)
    {
        using var deployed = new DeployedExample(example.Executable);
        using var engine = deployed.Start();
        foreach (var phase in (string[])["setup", "on_step_start", "pre", "execute", "on_step_finish", "reset", "teardown"])
        {
            var answer = Call(deployed, engine, form, phase, 1, "session-20240425-000123");

            Assert.Equal("OK", PlatformScreen.Verdict(answer));
            Assert.Equal((phase, 1), ((string?)answer["data"]!["phase"], (int?)answer["data"]!["step_index"]));
        }

        Assert.Equal(PlatformStop.Terminated, engine.Stop());
        Assert.Single(engine.Lines, "[ALGO] 资源已释放");
    }

    [Fact, Conformance(316, 524)]
    public void Without_PROC_SHM_DIR_both_sides_find_the_same_directory()
    {
        using var deployed = new DeployedExample(example.Executable);
        deployed.Environment["PROC_SHM_DIR"] = null;
        deployed.Environment["TMPDIR"] = deployed.Root;
        using var engine = deployed.Start();

        Assert.Equal("OK", PlatformScreen.Verdict(Call(deployed, engine, Form.Nested, "execute", 1, "session-20240425-000123")));
    }

    private static JsonObject Call(DeployedExample deployed, PlatformEngine engine, Form form, string phase, int step, string session) =>
        deployed.SharedMemory.With(File.ReadAllBytes(Repository.Blades), "cur", image =>
        {
            var parameters = step == 1 ? Roi : Inspection;
            return engine.Call(form switch
            {
                Form.Nested => PlatformCalls.Nested(phase, step, session, parameters, image),
                Form.Flat => PlatformCalls.Flat(phase, step, session, parameters, image),
                _ => PlatformCalls.FlatWithoutId(phase, step, session, parameters, image),
            });
        });
}

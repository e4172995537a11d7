using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Sessions;
using ProcVision.Sdk.Tests.Sessions.Memory;

namespace ProcVision.Sdk.Tests.Algorithms;

/// <summary>Setup, state between calls, reset, teardown.</summary>
public sealed class LifecycleTests : IDisposable
{
    private readonly Line _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    [Conformance(50)]
    public void Setup_sees_all_pids_and_assets()
    {
        string[] pids = [];
        _line.Algorithm.OnSetup = context => pids = [.. context.Pids];
        _line.Instance.Setup(CancellationToken.None);
        Assert.Equal(["p001", "零件:2"], pids);
    }

    [Fact]
    [Conformance(105, 201, 203)]
    public void A_missing_asset_is_found_before_Setup_and_named()
    {
        using var line = new Line([new AssetDescriptor("p001", "model", "models/a.bin"), new AssetDescriptor(null, "config", "c.json")]);
        var error = Assert.Throws<AlgorithmSetupException>(() => line.Instance.Setup(CancellationToken.None)).Message;
        Assert.Contains("p001", error, StringComparison.Ordinal);
        Assert.Contains("model", error, StringComparison.Ordinal);
        Assert.Contains(Path.Combine(line.Folder, "models", "a.bin"), error, StringComparison.Ordinal);
        Assert.Empty(line.Algorithm.Events);

        Directory.CreateDirectory(Path.Combine(line.Folder, "models"));
        File.WriteAllText(Path.Combine(line.Folder, "models", "a.bin"), "x");
        Assert.Contains("default_config", Assert.Throws<AlgorithmSetupException>(() => line.Instance.Setup(CancellationToken.None)).Message, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(line.Folder, "c.json"), "{}");
        line.Instance.Setup(CancellationToken.None);
        Assert.Equal(["setup"], line.Algorithm.Events);
    }

    [Fact]
    [Conformance(202, 532, "C4")]
    public void A_failing_Setup_is_an_exception_with_the_reason_and_a_trace_in_the_log()
    {
        _line.Algorithm.OnSetup = _ => throw new FormatException("配置第 3 行无效");
        var error = Assert.Throws<AlgorithmSetupException>(() => _line.Instance.Setup(CancellationToken.None));
        Assert.Equal("ScriptedAlgorithm.Setup 失败: FormatException: 配置第 3 行无效", error.Message);
        Assert.Contains("\"exception\":\"System.FormatException", Assert.Single(_line.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void A_constructor_that_fails_and_an_older_generator_are_told_alike()
    {
        using var log = new ProcVision.Testing.LogCapture();
        var descriptor = ScriptedAlgorithm.Describe(() => throw new FormatException("坏"));
        Assert.Contains("坏", Assert.Throws<AlgorithmSetupException>(() => Make(descriptor)).Message, StringComparison.Ordinal);
        var old = new AlgorithmDescriptor
        {
            Contract = GeneratedContract.Version - 1,
            ClassName = "Old",
            Name = "old",
            Version = "1.0.0",
            ManifestPath = "manifest.json",
            Pids = [],
            Steps = [],
            Assets = [],
            Session = null,
            Create = () => new ScriptedAlgorithm(),
        };
        Assert.Contains("Build the algorithm's project again", Assert.Throws<AlgorithmSetupException>(() => Make(old)).Message, StringComparison.Ordinal);

        AlgorithmInstance Make(AlgorithmDescriptor d) =>
            new(d, _line.Folder, new ProcVision.Testing.NoPictures(), new StructuredLogger(log, LogLevel.Debug));
    }

    [Fact]
    [Conformance(32, 37, "C1")]
    public void State_lives_from_pre_to_execute_to_the_next_step_and_not_in_another_detection()
    {
        _line.Algorithm.OnPre = call =>
        {
            call.Session.Set("light", 35.2);
            var tray = TraySession.Over(call.Session);
            tray.Count = 6;
            return PreResult.Ok();
        };
        var seen = new List<(double, int)>();
        _line.Algorithm.OnExecute = call =>
        {
            seen.Add((call.Session.Get("light", 0.0), TraySession.Over(call.Session).Count));
            return ExecuteResult.Ok();
        };
        _ = _line.Pre();
        _ = _line.Execute();
        _ = _line.Execute(2);
        _ = _line.Execute(2, session: "s-2");
        _ = _line.Execute(2, "零件:2");
        Assert.Equal([(35.2, 6), (35.2, 6), (0, 0), (0, 0)], seen);
    }

    [Fact]
    public void An_ERROR_does_not_roll_the_session_back()
    {
        _line.Algorithm.OnExecute = call =>
        {
            call.Session.Set("tries", call.Session.Get("tries", 0) + 1);
            throw new RecoverableException("再试一次");
        };
        _ = _line.Execute();
        _ = _line.Execute();
        _line.Algorithm.OnExecute = call => ExecuteResult.Ng($"{call.Session.Get("tries", 0)}");
        Assert.Equal("2", _line.Execute().Message);
    }

    [Fact]
    [Conformance(54, 77)]
    public void Reset_sees_the_old_values_and_then_they_are_gone()
    {
        _line.Algorithm.OnExecute = call =>
        {
            var before = call.Session.Get("key", "无");
            call.Session.Set("key", "值");
            return ExecuteResult.Ng(before);
        };
        var seen = "";
        _line.Algorithm.OnReset = context => seen = context.Session.Get("key", "无");
        Assert.Equal("无", _line.Execute().Message);
        Assert.Null(_line.Frame("reset").Error);
        Assert.Equal("值", seen);
        Assert.Equal("无", _line.Execute().Message);
    }

    [Fact]
    public void After_reset_and_after_teardown_whoever_kept_the_session_is_told_that_it_has_ended()
    {
        var kept = new List<Session>();
        _line.Algorithm.OnExecute = call =>
        {
            call.Session.Set("key", 1);
            kept.Add(call.Session);
            return ExecuteResult.Ok();
        };
        _ = _line.Execute();
        Assert.Null(_line.Frame("reset").Error);
        _ = _line.Execute();
        _line.Instance.Teardown();

        Assert.NotSame(kept[0], kept[1]);
        Assert.All(kept, session => Assert.Contains("'key'", Assert.Throws<SessionException>(() => session.Get("key", 0)).Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_hook_that_is_due_for_a_detection_that_has_ended_writes_nothing_into_the_next_one_of_its_region()
    {
        using var region = new OwnedRegion();
        Session? kept = null;
        _line.Algorithm.OnPre = call =>
        {
            kept = call.Session;
            call.Session.Set("key", "before");
            return PreResult.Ok();
        };
        _line.Algorithm.OnHook = () => kept?.Set("key", "hook");
        _ = _line.Call(Phase.Pre, region: region);
        region.Begin("s-2");

        // Another step of another session: now the one that is still open is finished.
        Assert.Null(_line.Call(Phase.Pre, step: 3, session: "s-2", region: region).Error);

        Assert.Equal("key=\"before\"", region.Values);
        Assert.Contains(_line.Log.Lines, line => line.Contains("OnStepFinish", StringComparison.Ordinal) && line.Contains("'key'", StringComparison.Ordinal));
    }

    [Fact]
    public void Reset_of_a_region_removes_its_values_and_without_a_pid_takes_the_regions()
    {
        using var region = new OwnedRegion();
        _line.Algorithm.OnExecute = call =>
        {
            call.Session.Set("key", 1);
            return ExecuteResult.Ok();
        };
        foreach (var pid in new[] { "p001", "" })
        {
            Assert.Null(_line.Call(Phase.Execute, region: region).Error);
            Assert.Equal("key=1", region.Values);
            Assert.Null(_line.Frame("reset", pid: pid, region: region).Error);
            Assert.Equal("", region.Values);
        }

        Assert.Equal(1006, _line.Frame("reset", session: "s-9", region: region).Error);
        Assert.Equal(1006, _line.Frame("reset", pid: "零件:2", region: region).Error);
    }

    [Fact]
    public void Reset_of_an_unknown_session_still_calls_the_hook_and_an_unknown_pid_is_1001()
    {
        Assert.Null(_line.Frame("reset", session: "s-9").Error);
        Assert.Null(_line.Frame("reset", pid: "").Error);
        Assert.Equal(1001, _line.Frame("reset", pid: "x").Error);
        Assert.Equal(["reset s-9", "reset s-1"], _line.Algorithm.Events);
    }

    [Fact]
    public void Reset_without_a_pid_resets_the_session_of_every_pid()
    {
        _line.Algorithm.OnExecute = call =>
        {
            var known = call.Session.Exists("key");
            call.Session.Set("key", 1);
            return known ? ExecuteResult.Ng("旧") : ExecuteResult.Ok();
        };
        _ = _line.Execute();
        _ = _line.Execute(pid: "零件:2");
        Assert.Null(_line.Frame("reset", pid: "").Error);
        Assert.Equal(Verdict.Ok, _line.Execute().Verdict);
        Assert.Equal(Verdict.Ok, _line.Execute(pid: "零件:2").Verdict);
    }

    [Fact]
    public void A_failing_Reset_is_the_answer_and_the_values_are_gone_all_the_same()
    {
        _line.Algorithm.OnExecute = call =>
        {
            var known = call.Session.Exists("key");
            call.Session.Set("key", 1);
            return known ? ExecuteResult.Ng("旧") : ExecuteResult.Ok();
        };
        _line.Algorithm.OnReset = _ => throw new RecoverableException("忙");
        _ = _line.Execute();
        var outcome = _line.Frame("reset");
        Assert.Equal((9999, "recoverable", "忙"), (outcome.Error, outcome.ErrorKind, outcome.Message));
        Assert.Equal(Verdict.Ok, _line.Execute().Verdict);
    }

    [Fact]
    public void Reset_finishes_an_open_step_first()
    {
        _ = _line.Pre();
        _ = _line.Frame("reset");
        _ = _line.Pre();
        Assert.Equal(["start 1 p001 s-1", "pre", "finish 1 s-1 None  预执行检查通过", "reset s-1", "start 1 p001 s-1", "pre"], _line.Algorithm.Events);
    }

    [Fact]
    [Conformance(78, 540)]
    public void Teardown_runs_once_and_its_exception_is_logged()
    {
        _line.Algorithm.OnTeardown = () => throw new FormatException("释放失败");
        _line.Instance.Teardown();
        _line.Instance.Teardown();
        Assert.Equal(["teardown"], _line.Algorithm.Events);
        Assert.Contains("释放失败", Assert.Single(_line.Log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    [Conformance("C19")]
    public void Diagnostics_belong_to_one_call_and_late_ones_to_none()
    {
        ProcVision.Diagnostics? kept = null;
        _line.Algorithm.OnExecute = call =>
        {
            kept = call.Diagnostics;
            call.Diagnostics.Publish("brightness", 35.2);
            return ExecuteResult.Ok();
        };
        var outcome = _line.Execute();
        kept!.Publish("late", 1);
        Assert.Equal("brightness", outcome.Diagnostics!.Entries[0].Name);
        Assert.Equal(1, outcome.Diagnostics.Entries.Length);
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ok();
        Assert.Equal(0, _line.Execute().Diagnostics!.Entries.Length);
    }

    [Fact]
    public void The_call_state_holds_nothing_of_a_call_that_ended()
    {
        StepCall? kept = null;
        _line.Algorithm.OnExecute = call =>
        {
            kept = call;
            return ExecuteResult.Ok();
        };
        using var source = new CancellationTokenSource();
        _line.Cancellation = source.Token;
        _ = _line.Execute();
        Assert.Null(kept!.Session);
        Assert.Null(kept.Image);
        Assert.False(kept.Cancellation.CanBeCanceled);
    }

    [Fact]
    public void A_warm_call_allocates_nothing()
    {
        _line.Algorithm.KeepEvents = false;
        _line.Algorithm.OnPre = call =>
        {
            call.Session.Set("count", call.Session.Get("count", 0) + 1);
            return PreResult.Ok();
        };
        _line.Algorithm.OnExecute = call =>
        {
            var tray = TraySession.Over(call.Session);
            tray.Tray = new Rect(0, 0, call.Image!.Width, call.Image.Height);
            call.Diagnostics.Publish("light", 35.2);
            return ExecuteResult.Ok();
        };
        var token = TestContext.Current.CancellationToken;
        Assert.Equal(0, Allocation.OfThousand(Run));

        void Run()
        {
            for (var phase = Phase.Pre; phase <= Phase.Execute; phase++)
            {
                var outcome = _line.Instance.Call(
                    new StepRequest
                    {
                        Phase = phase,
                        Step = 1,
                        Pid = "p001"u8,
                        SessionId = "s-1"u8,
                        SessionContext = """{"trace_id":"t-7"}"""u8,
                        UserParams = """{"roi":{"x":1,"y":2,"width":30,"height":40}}"""u8,
                        ImageId = "shm-00001"u8,
                        ImageMeta = new ImageMeta(160, 120, 1, "cam-01", false),
                    },
                    token);
                Assert.Null(outcome.Error);
            }
        }
    }
}

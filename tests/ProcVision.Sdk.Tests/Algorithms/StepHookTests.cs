namespace ProcVision.Sdk.Tests.Algorithms;

/// <summary>C3: hooks once per step, whatever calls it has.</summary>
public sealed class StepHookTests : IDisposable
{
    private readonly Line _line = new();

    public void Dispose() => _line.Dispose();

    [Fact]
    [Conformance(67, 541, "C3")]
    public void Start_comes_before_pre_and_finish_after_execute()
    {
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ng("缺少2个零件");
        _ = _line.Pre();
        _ = _line.Execute();
        Happened("start 1 p001 s-1", "pre", "execute", "finish 1 s-1 Ng  缺少2个零件");
    }

    [Fact]
    [Conformance(541)]
    public void Without_a_pre_call_start_comes_before_execute()
    {
        _ = _line.Execute();
        _ = _line.Execute(2);
        Happened("start 1 p001 s-1", "execute", "finish 1 s-1 Ok", "start 2 p001 s-1", "execute", "finish 2 s-1 Ok");
    }

    [Fact]
    public void A_pre_call_that_ends_with_ERROR_finishes_the_step()
    {
        _line.Algorithm.OnPre = _ => PreResult.Error(ErrorCode.InvalidParams, "光照不足");
        _ = _line.Pre();
        Happened("start 1 p001 s-1", "pre", "finish 1 s-1 None 1006 光照不足");
    }

    [Fact]
    [Conformance(71)]
    public void An_exception_finishes_the_step_too()
    {
        _line.Algorithm.OnExecute = _ => throw new GpuOutOfMemoryException("显存不足");
        _ = _line.Pre();
        _ = _line.Execute();
        Happened("start 1 p001 s-1", "pre", "execute", "finish 1 s-1 None 1004 显存不足");
    }

    [Fact]
    public void A_call_that_fails_its_checks_begins_no_step()
    {
        _ = _line.Pre(parameters: """{"threshold":2}""");
        _ = _line.Execute(pid: "x");
        Happened();
    }

    [Fact]
    public void An_execute_that_fails_its_checks_finishes_the_step_its_pre_began()
    {
        _ = _line.Pre();
        var outcome = _line.Call(Phase.Execute, image: "shm-99999");
        Assert.Equal(1002, outcome.Error);
        Assert.Equal(["start 1 p001 s-1", "pre"], _line.Algorithm.Events[..2]);
        Assert.StartsWith("finish 1 s-1 None 1002", Assert.Single(_line.Algorithm.Events[2..]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "p001", "s-1")]
    [InlineData(1, "零件:2", "s-1")]
    [InlineData(1, "p001", "s-2")]
    public void Another_step_pid_or_session_finishes_the_one_before(int step, string pid, string session)
    {
        _ = _line.Pre();
        _ = _line.Execute(step, pid, session);
        Happened(
            "start 1 p001 s-1", "pre", "finish 1 s-1 None  预执行检查通过",
            $"start {step} {pid} {session}", "execute", $"finish {step} {session} Ok");
    }

    [Fact]
    [Conformance(541)]
    public void A_pre_call_made_twice_begins_the_step_once()
    {
        _ = _line.Pre();
        _ = _line.Pre();
        _ = _line.Execute();
        Happened("start 1 p001 s-1", "pre", "pre", "execute", "finish 1 s-1 Ok");
    }

    [Fact]
    public void A_step_run_twice_begins_twice()
    {
        _ = _line.Execute();
        _ = _line.Execute();
        Happened("start 1 p001 s-1", "execute", "finish 1 s-1 Ok", "start 1 p001 s-1", "execute", "finish 1 s-1 Ok");
    }

    [Fact]
    public void Calls_without_a_session_id_are_one_step_too()
    {
        _ = _line.Pre(session: "");
        _ = _line.Execute(session: "");
        Happened("start 1 p001 session", "pre", "execute", "finish 1 session Ok");
    }

    [Fact]
    [Conformance(294, "C3")]
    public void Hook_frames_take_the_place_of_the_implicit_calls()
    {
        Assert.Null(_line.Frame("on_step_start").Error);
        _ = _line.Pre();
        _ = _line.Execute();
        Happened("start 1 p001 s-1", "pre", "execute");
        Assert.Null(_line.Frame("on_step_finish").Error);
        Assert.Equal("finish 1 s-1 Ok", _line.Algorithm.Events[^1]);
        _ = _line.Execute(2);
        Happened("start 1 p001 s-1", "pre", "execute", "finish 1 s-1 Ok", "start 2 p001 s-1", "execute", "finish 2 s-1 Ok");
    }

    [Fact]
    [Conformance(70, 541, "C3")]
    public void A_finish_frame_after_the_implicit_finish_changes_nothing()
    {
        _ = _line.Execute();
        _ = _line.Frame("on_step_finish");
        Happened("start 1 p001 s-1", "execute", "finish 1 s-1 Ok");
    }

    [Fact]
    public void A_start_frame_without_a_finish_frame_is_finished_by_the_next_step()
    {
        _ = _line.Frame("on_step_start");
        _ = _line.Execute();
        _ = _line.Execute(2);
        Happened("start 1 p001 s-1", "execute", "finish 1 s-1 Ok", "start 2 p001 s-1", "execute", "finish 2 s-1 Ok");
    }

    [Fact]
    [Conformance(541)]
    public void A_finish_frame_out_of_nothing_has_no_stale_result()
    {
        _line.Algorithm.OnExecute = _ => ExecuteResult.Ng("旧的");
        _ = _line.Execute();
        _ = _line.Frame("on_step_finish", 2);
        Assert.Equal("finish 2 s-1 None", _line.Algorithm.Events[^1]);
    }

    [Fact]
    public void A_hook_frame_with_a_wrong_pid_or_step_is_refused()
    {
        Assert.Equal(1001, _line.Frame("on_step_start", pid: "x").Error);
        Assert.Equal(1006, _line.Frame("on_step_finish", 9).Error);
        Happened();
    }

    [Fact]
    [Conformance(56, 73)]
    public void An_exception_of_a_hook_is_logged_and_changes_nothing()
    {
        _line.Algorithm.OnHook = () => throw new InvalidOperationException("钩子坏了");
        Assert.Null(_line.Pre().Error);
        Assert.Null(_line.Execute().Error);
        Assert.Equal(2, _line.Log.Lines.Length);
        Assert.All(_line.Log.Lines, l => Assert.Contains("钩子坏了", l, StringComparison.Ordinal));
        Assert.Contains("\"session_id\":\"s-1\"", _line.Log.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Teardown_finishes_an_open_step_first()
    {
        _ = _line.Pre();
        _line.Instance.Teardown();
        Happened("start 1 p001 s-1", "pre", "finish 1 s-1 None  预执行检查通过", "teardown");
    }

    private void Happened(params string[] events) => Assert.Equal(events, _line.Algorithm.Events);
}

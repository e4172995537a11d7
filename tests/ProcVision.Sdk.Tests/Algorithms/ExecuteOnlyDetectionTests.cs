using ProcVision.Testing;

namespace ProcVision.Sdk.Tests.Algorithms;

/// <summary>The pid and the sessions of calls that name neither (DESIGN §7).</summary>
public sealed class ExecuteOnlyDetectionTests : IDisposable
{
    private readonly ExecuteOnlyLine _line = new();

    public ExecuteOnlyDetectionTests() => _line.Algorithm.OnExecute = call =>
    {
        var count = call.Session.Get("count", 0) + 1;
        call.Session.Set("count", count);
        return ExecuteResult.Ng($"{call.Pid} {call.Session.Id} {count}");
    };

    public void Dispose() => _line.Dispose();

    [Fact]
    public void The_first_step_begins_a_session_and_later_ones_continue_it()
    {
        Assert.Equal("p001 execute-only-1 1", _line.Call(step: 1).Message);
        Assert.Equal("p001 execute-only-1 2", _line.Call(step: 2).Message);
        Assert.Equal("p001 execute-only-1 3", _line.Call(step: 2).Message);
        Assert.Equal("p001 execute-only-2 1", _line.Call(step: 1).Message);
        Assert.Equal("p001 execute-only-2 2", _line.Call(step: 2).Message);
    }

    [Fact]
    public void A_later_step_without_a_first_one_has_a_fresh_session() => Assert.Equal("p001 execute-only-1 1", _line.Call(step: 2).Message);

    [Fact]
    public void A_session_is_continued_for_60_seconds_after_its_last_call_and_no_longer()
    {
        _ = _line.Call(step: 1);
        _line.Line.Clock.Pass(ExecuteOnlyCalls.Lifetime);
        Assert.Equal("p001 execute-only-1 2", _line.Call(step: 2).Message);
        _line.Line.Clock.Pass(ExecuteOnlyCalls.Lifetime);
        Assert.Equal("p001 execute-only-1 3", _line.Call(step: 2).Message);
        Assert.DoesNotContain(_line.Line.Log.Lines, line => line.Contains("dropped_session_id", StringComparison.Ordinal));

        _line.Line.Clock.Pass(ExecuteOnlyCalls.Lifetime + TimeSpan.FromTicks(1));
        Assert.Equal("p001 execute-only-2 1", _line.Call(step: 2).Message);

        Assert.Contains(_line.Line.Log.Lines, line =>
            line.Contains("\"level\":\"warn\"", StringComparison.Ordinal) && line.Contains("\"dropped_session_id\":\"execute-only-1\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Time_that_a_step_takes_does_not_count()
    {
        _line.Algorithm.OnPre = _ =>
        {
            _line.Line.Clock.Pass(10 * ExecuteOnlyCalls.Lifetime);
            return PreResult.Ok();
        };
        _ = _line.Call(step: 1);

        Assert.Equal("p001 execute-only-1 2", _line.Call(step: 2).Message);
    }

    [Fact]
    public void Without_a_pid_a_call_is_1001_and_says_how_to_set_one()
    {
        using var line = new ExecuteOnlyLine(pid: null);

        var outcome = line.Call();

        Assert.Equal((1001, true), (outcome.Error, outcome.IsExecuteOnly));
        Assert.Equal("产品型号未知: execute-only 调用不带 pid；请将环境变量 PROC_PID 设为 p001、零件:2 之一", outcome.Message);
        Assert.Empty(line.Algorithm.Events);
    }

    [Fact]
    public void A_PROC_PID_that_the_manifest_has_not_is_1001_and_named()
    {
        using var line = new ExecuteOnlyLine(pid: "p009");

        Assert.Equal((1001, "不支持的产品型号: PROC_PID=p009；请将环境变量 PROC_PID 设为 p001、零件:2 之一"), (line.Call().Error, line.Call().Message));
    }

    [Fact]
    public void A_pid_or_a_session_that_a_call_names_all_the_same_counts()
    {
        Assert.Equal("p001 execute-only-1 1", _line.Call(step: 1).Message);
        Assert.Equal("零件:2 execute-only-2 1", _line.Call(step: 2, pid: "零件:2").Message); // another product, another session: conformance 28
        Assert.Equal("零件:2 mine 1", _line.Call(step: 2, pid: "零件:2", session: "mine").Message);
        Assert.Equal("零件:2 execute-only-2 2", _line.Call(step: 2, pid: "零件:2").Message);
        Assert.Equal(1001, _line.Call(pid: "p009").Error);
    }

    [Fact]
    public void A_call_with_a_foreign_pid_is_1001_and_the_session_before_it_goes_on()
    {
        Assert.Equal("p001 execute-only-1 1", _line.Call(step: 1).Message);
        Assert.Equal(1001, _line.Call(step: 1, pid: "p009").Error);
        Assert.Equal("p001 execute-only-1 2", _line.Call(step: 2).Message);
    }

    [Fact]
    public void An_algorithm_without_steps_starts_all_the_same()
    {
        using var log = new LogCapture();
        var logger = new StructuredLogger(log, LogLevel.Debug);
        var algorithm = new ScriptedAlgorithm { HasSteps = false };
        var instance = new AlgorithmInstance(algorithm.Descriptor, ".", new NoPictures(), logger);
        var calls = new ExecuteOnlyCalls(instance, "p001", logger, TimeProvider.System);
        Assert.Equal(1006, calls.Run(new StepRequest { Step = 1, IsExecuteOnly = true }, TestContext.Current.CancellationToken).Error);
    }
}

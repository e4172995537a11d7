using ProcVision.CompilerServices;

namespace ProcVision;

/// <summary>
/// Calls <c>OnStepStart</c> and <c>OnStepFinish</c> once per step (C3): start before the pre call, or before execute when there was none; finish
/// after execute, after an ERROR of pre, or when another step, pid or session begins. A hook frame takes the place of the implicit call: after a
/// start frame the finish is left to the platform too. What a hook throws is logged and changes nothing (conformance 56, 73).
/// </summary>
internal sealed class StepHooks(AlgorithmDispatch dispatch, StructuredLogger log)
{
    private LogScope _step;
    private bool _open;
    private bool _startedByFrame;
    private LogScope _finished;
    private Verdict _verdict;
    private ErrorCode? _error;
    private string _message = "";

    /// <summary>A call of a step passed its checks; lines name that call from now on.</summary>
    internal void Begin(in LogScope step)
    {
        if (_open && IsSame(_step, step))
        {
            _step = step;
        }
        else
        {
            Close();
            log.Enter(step);
            Open(step);
        }
    }

    /// <summary>A call of a step ended, in its checks or in the author's method.</summary>
    internal void End(in LogScope step, in CallOutcome outcome)
    {
        if (!_open || !IsSame(_step, step))
        {
            return;
        }

        _verdict = outcome.Verdict;
        _error = outcome.Error is { } code ? Named(code) : null;
        _message = outcome.Message;
        if (!_startedByFrame && (outcome.Phase == Phase.Execute || outcome.Error is not null))
        {
            Finish(_step);
        }
    }

    /// <summary>An <c>on_step_start</c> frame.</summary>
    internal void StartFrame(in LogScope step)
    {
        Begin(step);
        _startedByFrame = true;
    }

    /// <summary>An <c>on_step_finish</c> frame; one that comes after the implicit call of the same step changes nothing.</summary>
    internal void FinishFrame(in LogScope step)
    {
        if (_open && !IsSame(_step, step))
        {
            Close();
            log.Enter(step);
        }

        if (_open)
        {
            Finish(step);
        }
        else if (_finished.Session is null || !IsSame(_finished, step))
        {
            Forget();
            Finish(step);
        }

        _finished = default;
    }

    /// <summary>Ends a step that is still open.</summary>
    internal void Close()
    {
        if (_open)
        {
            log.Enter(_step);
            Finish(_step);
        }
    }

    /// <summary>Ends the step of a session that is still open.</summary>
    internal void Close(Session session)
    {
        if (_open && ReferenceEquals(_step.Session, session))
        {
            Close();
        }
    }

    /// <summary>Calls without a session id are one detection as far as hooks go: each of them has a session of its own.</summary>
    private static bool IsSame(in LogScope one, in LogScope other) =>
        one.Step == other.Step && ReferenceEquals(one.Pid, other.Pid)
        && (ReferenceEquals(one.Session, other.Session) || (one.Session!.IsNameless && other.Session!.IsNameless));

    private static ErrorCode Named(int code) => Enum.IsDefined((ErrorCode)code) ? (ErrorCode)code : ErrorCode.Unknown;

    private void Open(in LogScope step)
    {
        _step = step;
        _open = true;
        _startedByFrame = false;
        _finished = default;
        Forget();
        try
        {
            dispatch.OnStepStart(new StepStart(step.Step, step.Pid, step.Session!, log));
        }
        catch (Exception e)
        {
            log.Error(e, "OnStepStart 失败，步骤继续");
        }
    }

    private void Finish(in LogScope step)
    {
        _open = false;
        _startedByFrame = false;
        _finished = step;
        try
        {
            dispatch.OnStepFinish(new StepFinish(step.Step, step.Pid, step.Session!, log, _verdict, _error, _message));
        }
        catch (Exception e)
        {
            log.Error(e, "OnStepFinish 失败，结果不变");
        }
    }

    private void Forget()
    {
        _verdict = Verdict.None;
        _error = null;
        _message = "";
    }
}

namespace ProcVision;

/// <content>Calls of the hook phases (conformance 294).</content>
internal sealed partial class AlgorithmInstance
{
    /// <summary>An explicit hook frame takes the place of the implicit call of that step (C3).</summary>
    internal CallOutcome StepStart(scoped in StepRequest request) => Hook(request, start: true);

    /// <inheritdoc cref="StepStart"/>
    internal CallOutcome StepFinish(scoped in StepRequest request) => Hook(request, start: false);

    /// <summary>
    /// Calls the author's <c>Reset</c> and removes the session's values (conformance 54, 77); without a pid for every pid of that session. The values
    /// are removed even when <c>Reset</c> fails; the failure is the answer.
    /// </summary>
    internal CallOutcome Reset(scoped in StepRequest request)
    {
        var pid = _pids.Find(request.Pid);
        if (pid is null && !request.Pid.IsEmpty)
        {
            return Refuse(request, UnknownPid(request.Pid));
        }

        var outcome = new CallOutcome { Phase = request.Phase, Step = request.Step, Message = "" };
        try
        {
            if (SessionsOf(request, pid, out var problem) is not { } sessions)
            {
                return Refuse(request, new CallProblem(ErrorCode.InvalidParams, problem));
            }

            foreach (var session in sessions)
            {
                Reset(session, request, pid, ref outcome);
            }
        }
        catch (Exception e)
        {
            outcome = Fail(request, e, CancellationToken.None);
        }
        finally
        {
            _log.Leave();
        }

        _sessions.Drop(request.SessionId, pid);
        return outcome;
    }

    private void Reset(Session session, scoped in StepRequest request, string? pid, ref CallOutcome outcome)
    {
        _hooks.Close(session);
        _log.Enter(new LogScope(request.Step, request.Phase, pid ?? "", session));
        try
        {
            Dispatch.Reset(new ResetContext(session, _log));
        }
        catch (Exception e)
        {
            outcome = Fail(request, e, CancellationToken.None);
        }

        session.Clear();
    }

    private CallOutcome Hook(scoped in StepRequest request, bool start)
    {
        try
        {
            if (Identify(request, out var scope, out _) is { } problem)
            {
                return Refuse(request, problem);
            }

            if (start)
            {
                _hooks.StartFrame(scope);
            }
            else
            {
                _hooks.FinishFrame(scope);
            }

            return new CallOutcome { Phase = request.Phase, Step = request.Step, Message = "" };
        }
        catch (Exception e)
        {
            return Fail(request, e, CancellationToken.None);
        }
        finally
        {
            _log.Leave();
        }
    }
}

using System.Diagnostics;
using ProcVision.Protocol;

namespace ProcVision.Hosting;

/// <summary>Serves <c>call</c> frames with the algorithm (conformance 293–300, 519–521). On the algorithm's thread only.</summary>
/// <param name="instance">The algorithm.</param>
/// <param name="executeOnly">What calls of the execute-only profile need; null when the author did not opt in.</param>
/// <param name="turn">Keeps this thread and the lookout apart.</param>
/// <param name="correspondence">Sends the answers.</param>
/// <param name="cancellation">The token of each call.</param>
/// <param name="log">For what the host should do otherwise.</param>
internal sealed class CallDesk(
    AlgorithmInstance instance, ExecuteOnlyCalls? executeOnly, ReadingTurn turn, Correspondence correspondence, CallCancellation cancellation, StructuredLogger log)
{
    private FrameWriter Writer => correspondence.Writer;

    private bool _tornDown;

    /// <summary>Runs what the call asks for and sends its answer. When the process ends meanwhile, a call that has not begun is refused.</summary>
    internal void Serve(scoped in IncomingMessage call)
    {
        if (call.Phase == CallPhase.ExecuteOnly && executeOnly is null)
        {
            // Told first: nothing that is wrong with the call is worth putting right before this is.
            Refuse(call, "不支持 execute-only 调用: this algorithm needs phase 'pre' or 'execute' with pid, session and user_params; "
                + "[Algorithm(ExecuteOnly = true)] would make it accept this call");
            return;
        }

        if (call.Problem.Exists)
        {
            correspondence.Send(Writer.Refuse(call));
            return;
        }

        switch (call.Phase)
        {
            case CallPhase.Info:
                correspondence.Send(Writer.Info(call.RequestId, instance.Dispatch.Info));
                break;
            case CallPhase.Setup when !_tornDown:
                // Setup was before hello (C4); a second one would load every model again.
                correspondence.Send(Writer.Done(call.RequestId, call.Phase, call.Step));
                break;
            case CallPhase.Teardown:
                TearDown(call);
                break;
            case CallPhase.Setup or CallPhase.Pre or CallPhase.Execute or CallPhase.Reset or CallPhase.StepStart or CallPhase.StepFinish
                or CallPhase.ExecuteOnly or CallPhase.Session when _tornDown:
                Refuse(call, "算法已 teardown: start a new process");
                break;
            case CallPhase.Pre or CallPhase.Execute or CallPhase.ExecuteOnly:
                RunStep(call);
                break;
            case CallPhase.Reset or CallPhase.StepStart or CallPhase.StepFinish:
                RunHook(call);
                break;
            case CallPhase.Session:
                ShowSession(call);
                break;
            default:
                // A call without a phase, or with one that is none, has a problem and was refused above.
                throw new UnreachableException($"phase {call.Phase}");
        }
    }

    private void RunStep(scoped in IncomingMessage call)
    {
        if (call.DeadlineMs is <= 0)
        {
            correspondence.Send(Writer.Failed(
                call.RequestId, call.Phase, call.Step, (int)ErrorCode.Timeout, null, "调用超时: deadline_ms had passed before the step began"));
            return;
        }

        NoteStep(call);
        var token = cancellation.Begin(call.DeadlineMs);
        if (!BeginWork(call))
        {
            return;
        }

        var request = call.ToStepRequest();
        var outcome = request.IsExecuteOnly ? executeOnly!.Run(request, token) : instance.Call(request, token);
        cancellation.End();
        var answer = Writer.Result(call.RequestId, outcome);
        turn.EndWork();
        correspondence.Send(answer);
    }

    private void RunHook(scoped in IncomingMessage call)
    {
        NoteStep(call);
        if (!BeginWork(call))
        {
            return;
        }

        var request = call.ToStepRequest();
        var outcome = call.Phase switch
        {
            CallPhase.Reset => instance.Reset(request),
            CallPhase.StepStart => instance.StepStart(request),
            _ => instance.StepFinish(request),
        };
        var answer = outcome.Error is { } error
            ? Writer.Failed(call.RequestId, call.Phase, call.Step, error, outcome.ErrorKind, outcome.Message)
            : Writer.Done(call.RequestId, call.Phase, call.Step);
        turn.EndWork();
        correspondence.Send(answer);
    }

    private void ShowSession(scoped in IncomingMessage call)
    {
        // The properties of the author's structs run here.
        if (!BeginWork(call))
        {
            return;
        }

        var answer = instance.ValuesOf(call.SessionId, call.Pid, call.Region, out var problem) is { } values
            ? Writer.Session(call.RequestId, call.SessionId, values)
            : Writer.Failed(call.RequestId, call.Phase, call.Step, (int)problem.Code, null, problem.Message);
        turn.EndWork();
        correspondence.Send(answer);
    }

    private void TearDown(scoped in IncomingMessage call)
    {
        if (!BeginWork(call))
        {
            return;
        }

        _tornDown = true;
        instance.Teardown();
        var answer = Writer.Done(call.RequestId, call.Phase, call.Step);
        turn.EndWork();
        correspondence.Send(answer);
    }

    private bool BeginWork(scoped in IncomingMessage call)
    {
        if (turn.BeginWork())
        {
            return true;
        }

        correspondence.Send(Writer.Ending(call.RequestId));
        return false;
    }

    private void NoteStep(scoped in IncomingMessage call)
    {
        if (call.StepWasMadeOne)
        {
            log.Warn("step_index was 0, null or missing and is taken as 1; steps count from 1");
        }
    }

    private void Refuse(scoped in IncomingMessage call, string reason) =>
        correspondence.Send(Writer.Error(call.RequestId, FrameProblem.Protocol, reason));
}

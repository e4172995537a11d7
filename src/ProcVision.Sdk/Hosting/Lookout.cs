using ProcVision.Protocol;

namespace ProcVision.Hosting;

/// <summary>
/// The second thread: reads while a call runs for longer than a few milliseconds, so that ping, a second call, shutdown and end of input
/// are answered meanwhile (DESIGN §7, C44, conformance 288, 539).
/// </summary>
internal sealed class Lookout(ReadingTurn turn, FrameReader frames, Correspondence correspondence, Handshake handshake, OrderedEnd end)
{
    internal void Start() => new Thread(Run) { IsBackground = true, Name = "procvision lookout" }.Start();

    private void Run()
    {
        try
        {
            while (turn.WaitForOldWork())
            {
                if (!ReadWhileWorking())
                {
                    return;
                }
            }
        }
        catch (Exception exception)
        {
            end.Request(new EndCause($"the thread that reads during a call failed: {exception}", ExitCode.Fault));
        }
    }

    /// <summary>Reads until the algorithm's thread takes the reading back; false when the process ends.</summary>
    private bool ReadWhileWorking()
    {
        while (true)
        {
            var frame = frames.Next();
            if (!handshake.IsOpen && !IsEnd(frame))
            {
                // Setup still runs: nothing may be sent before hello (conformance 513), unless it is for the end.
                _ = turn.WaitForIdle(Timeout.InfiniteTimeSpan);
                if (turn.IsEnding)
                {
                    return false;
                }
            }

            if (turn.TryHandBack(frame))
            {
                return true;
            }

            if (!Serve(frame) || turn.IsEnding)
            {
                return false;
            }
        }
    }

    private bool IsEnd(FrameEvent frame) => frame switch
    {
        FrameEvent.Frame => correspondence.IsShutdown(frames.Body),
        FrameEvent.Refused => false,
        _ => true,
    };

    private bool Serve(FrameEvent frame)
    {
        switch (frame)
        {
            case FrameEvent.End:
                end.Request(EndCause.EndOfInput);
                return false;
            case FrameEvent.Broken:
                correspondence.Send(correspondence.Writer.Error([], FrameProblem.Protocol, frames.Reason));
                end.Request(new EndCause(frames.Reason, ExitCode.BrokenInput));
                return false;
            case FrameEvent.Refused:
                correspondence.Send(correspondence.Writer.Error(frames.Problem));
                break;
            default:
                if (!Serve(frames.Body))
                {
                    return false;
                }

                break;
        }

        if (!correspondence.HostIsThere)
        {
            end.Request(EndCause.HostIsGone);
            return false;
        }

        return true;
    }

    private bool Serve(ReadOnlySpan<byte> body)
    {
        if (!correspondence.TryRead(body, out var message))
        {
            return true;
        }

        switch (message.Type)
        {
            case MessageType.Call:
                correspondence.Send(correspondence.Writer.Busy(message.RequestId));
                return true;
            case MessageType.Shutdown:
                end.AfterAnswers(EndCause.Shutdown, () => correspondence.RefuseRest(frames));
                end.Request(EndCause.Shutdown);
                return false;
            default:
                correspondence.Answer(message);
                return true;
        }
    }
}

using ProcVision.Protocol;

namespace ProcVision.Hosting;

/// <summary>The algorithm's thread from hello to the end: reads a frame, serves it, reads the next.</summary>
internal sealed class Conversation(
    ReadingTurn turn, FrameReader frames, Correspondence correspondence, Handshake handshake, CallDesk desk, OrderedEnd end)
{
    /// <summary>Runs to the end of the process.</summary>
    /// <returns>The exit code.</returns>
    internal int Run()
    {
        try
        {
            return Talk();
        }
        catch (IOException exception)
        {
            // A disk, a terminal, a network file in place of a pipe: no further frame, but the algorithm may still release its devices.
            return end.Conclude(new EndCause(exception.Message, ExitCode.Fault));
        }
    }

    private int Talk()
    {
        while (turn.Next() is { } frame)
        {
            switch (frame)
            {
                case FrameEvent.End:
                    return end.Conclude(EndCause.EndOfInput);
                case FrameEvent.Broken:
                    correspondence.Send(correspondence.Writer.Error([], FrameProblem.Protocol, frames.Reason));
                    return end.Conclude(new EndCause(frames.Reason, ExitCode.BrokenInput));
                case FrameEvent.Refused:
                    correspondence.Send(correspondence.Writer.Error(frames.Problem));
                    break;
                default:
                    if (!Serve(frames.Body))
                    {
                        return end.Conclude(EndCause.Shutdown);
                    }

                    break;
            }

            if (!correspondence.HostIsThere)
            {
                return end.Conclude(EndCause.HostIsGone);
            }
        }

        return end.Conclude();
    }

    /// <summary>Serves one frame; false when it was the wish to end.</summary>
    private bool Serve(ReadOnlySpan<byte> body)
    {
        if (!correspondence.TryRead(body, out var message))
        {
            return true;
        }

        switch (message.Type)
        {
            case MessageType.Call when !handshake.IsComplete:
                correspondence.Send(correspondence.Writer.Error(
                    message.RequestId, FrameProblem.Protocol, "握手未完成: send a hello frame before the first call (missing handshake)"));
                return true;
            case MessageType.Call:
                desk.Serve(message);
                return true;
            case MessageType.Shutdown:
                end.AfterAnswers(EndCause.Shutdown, () => correspondence.RefuseRest(frames));
                return false;
            default:
                correspondence.Answer(message);
                return true;
        }
    }
}

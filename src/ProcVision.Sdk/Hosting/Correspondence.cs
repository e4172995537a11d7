using System.Text;
using ProcVision.Protocol;

namespace ProcVision.Hosting;

/// <summary>
/// What one thread needs to understand frames and to answer them, and the answers that need no algorithm: pong, errors, the Runner's hello.
/// Each of the two threads has its own.
/// </summary>
internal sealed class Correspondence(ProtocolChannel channel, Handshake handshake, StructuredLogger log) : IDisposable
{
    private readonly MessageParser _parser = new();

    /// <summary>Makes the frames to <see cref="Send"/>.</summary>
    internal FrameWriter Writer { get; } = new(TimeProvider.System);

    /// <summary>Whether somebody still reads what is sent.</summary>
    internal bool HostIsThere { get; private set; } = true;

    /// <summary>Sends one frame.</summary>
    internal void Send(scoped ReadOnlySpan<byte> frame)
    {
        HostIsThere = channel.Send(frame);
        if (Writer.Warning is { } warning)
        {
            log.Warn(warning);
        }
    }

    /// <summary>The algorithm's thread has set the algorithm up: the process is ready for calls, and says so unless it is to end.</summary>
    internal void SayHello(ReadingTurn turn, bool executeOnly)
    {
        // Before hello is sent: whoever has it may send the first call, which would still find the algorithm busy.
        turn.EndWork();
        if (!turn.IsEnding)
        {
            Send(Writer.Hello(executeOnly));
            handshake.Open();
        }
    }

    /// <summary>Reads a body; what cannot be read is answered with an <c>error</c> frame (conformance 534, 535).</summary>
    internal bool TryRead(ReadOnlySpan<byte> body, scoped out IncomingMessage message)
    {
        if (_parser.TryParse(body, out message, out var problem))
        {
            return true;
        }

        Send(Writer.Error(problem));
        return false;
    }

    /// <summary>Whether a body asks for the end; the rest of it is not judged.</summary>
    internal bool IsShutdown(ReadOnlySpan<byte> body) => _parser.TryParse(body, out var message, out _) && message.Type == MessageType.Shutdown;

    /// <summary>Serves every kind of frame but <c>call</c> and <c>shutdown</c>.</summary>
    internal void Answer(scoped in IncomingMessage message)
    {
        switch (message.Type)
        {
            case MessageType.Hello:
                // Any Runner will do; what it says of itself binds nobody (conformance 277).
                handshake.Complete();
                log.Debug($"runner {Text(message.RunnerVersion)}, capabilities {Text(message.Capabilities)}");
                break;
            case MessageType.Ping:
                Send(Writer.Pong(message.RequestId));
                break;
            case MessageType.Error:
                // Not answered: two sides that answer errors with errors never stop.
                log.Warn("the runner sent an error frame");
                break;
            default:
                Send(Writer.Error(
                    message.RequestId,
                    FrameProblem.Protocol,
                    $"未知的消息类型 '{Text(message.TypeText)}': expected hello, call, ping or shutdown"));
                break;
        }
    }

    /// <summary>Answers the frames that came together with a <c>shutdown</c>, behind it; later ones are not read (no unanswered request, DESIGN §11).</summary>
    internal void RefuseRest(FrameReader frames)
    {
        while (HostIsThere && frames.NextBuffered() is { } frame)
        {
            if (frame == FrameEvent.Refused)
            {
                Send(Writer.Error(frames.Problem));
            }
            else if (TryRead(frames.Body, out var message))
            {
                switch (message.Type)
                {
                    case MessageType.Call:
                        Send(Writer.Ending(message.RequestId));
                        break;
                    case MessageType.Shutdown:
                        break;
                    default:
                        Answer(message);
                        break;
                }
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Writer.Dispose();

    /// <summary>A text of the other side for a message; long ones are cut.</summary>
    internal static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8.Length <= 200 ? utf8 : utf8[..200]);
}

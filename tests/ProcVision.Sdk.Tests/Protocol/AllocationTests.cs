using ProcVision.CompilerServices;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

public class AllocationTests
{
    private static readonly string[] Modes = ["fast", "高速", "accurate"];

    [Fact]
    public void Ten_thousand_calls_are_read_and_answered_without_an_allocation()
    {
        const int Calls = 10_000;
        byte[][] frames = [ScriptedSource.Frame(RecordedFrame.Read("pre")), ScriptedSource.Frame(RecordedFrame.Read("execute")), ScriptedSource.Frame(RecordedFrame.Read("ping-without-id"))];
        using var reader = new FrameReader(new EndlessSource([.. frames.SelectMany(frame => frame)]));
        using var writer = new FrameWriter(TimeProvider.System);
        var parser = new MessageParser();
        var diagnostics = new Diagnostics();
        PositionRect[] positions = [new(new(10, 2000, 300, 4), "零件 \"a\"", 0.953), new(new(10, 20, 30, 40), "part", 1.0 / 3)];

        Assert.Equal(0, Allocation.Of(Calls, () => Answer(reader, parser, writer, diagnostics, positions)));
    }

    private static void Answer(FrameReader reader, MessageParser parser, FrameWriter writer, Diagnostics diagnostics, PositionRect[] positions)
    {
        if (reader.Next() != FrameEvent.Frame || !parser.TryParse(reader.Body, out var message, out _) || message.Problem.Exists)
        {
            throw new InvalidOperationException("The recorded frames are right.");
        }

        if (message.Type == MessageType.Ping)
        {
            // Another thread reads while a call runs: its buffer comes and goes.
            var held = reader.Hold();
            _ = writer.Pong(message.RequestId);
            reader.Return(held);
            return;
        }

        diagnostics.Open();
        diagnostics.Publish("latency_ms", 12.5);
        diagnostics.Close();
        var request = message.ToStepRequest();
        var parameters = new ParamReader(request.UserParams);
        while (parameters.Next())
        {
            if (parameters.Is("roi"u8) && !parameters.IsNull())
            {
                _ = parameters.Rect();
            }
            else if (parameters.Is("exposure"u8) || parameters.Is("threshold"u8))
            {
                _ = parameters.Float(0, 16, unit: "ms");
            }
            else if (parameters.Is("mode"u8))
            {
                _ = parameters.Choice(Modes);
            }
        }

        if (parameters.Problem is not null || request.ImageMetaProblem is not null)
        {
            throw new InvalidOperationException("The recorded parameters are right.");
        }

        _ = writer.Result(message.RequestId, new CallOutcome
        {
            Phase = request.Phase,
            Step = request.Step,
            Verdict = Verdict.Ok,
            Message = "",
            Positions = positions,
            Diagnostics = diagnostics,
        });
    }

    /// <summary>The same frames again and again, in pieces that do not end where frames do.</summary>
    private sealed class EndlessSource(byte[] stream) : IByteSource
    {
        private int _at;

        public int Read(Span<byte> buffer)
        {
            var count = Math.Min(Math.Min(buffer.Length, 997), stream.Length - _at);
            stream.AsSpan(_at, count).CopyTo(buffer);
            _at = (_at + count) % stream.Length;
            return count;
        }
    }
}

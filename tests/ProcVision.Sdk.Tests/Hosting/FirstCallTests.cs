using ProcVision.Hosting;

namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>A host may send its first call as soon as it has hello.</summary>
public class FirstCallTests
{
    [Fact, Conformance(271, 288)]
    public void The_algorithm_is_idle_before_its_hello_is_sent_so_that_no_first_call_finds_it_busy()
    {
        using var frames = new ProcVision.Protocol.FrameReader(new Protocol.ScriptedSource([], () => 1));
        using var turn = new ReadingTurn(frames);
        var channel = new Listener(() => turn.WaitForIdle(TimeSpan.Zero));
        using var correspondence = new Correspondence(channel, new Handshake(), new StructuredLogger(Stream.Null, LogLevel.Error));
        Assert.True(turn.BeginWork());
        Assert.False(turn.WaitForIdle(TimeSpan.Zero));

        correspondence.SayHello(turn, executeOnly: false);

        Assert.Equal([true], channel.SeenAtWrites);
    }

    /// <summary>A host's end of the pipe that looks at something at the moment it is written to.</summary>
    private sealed class Listener(Func<bool> look) : ProtocolChannel
    {
        internal List<bool> SeenAtWrites { get; } = [];

        public override int Read(Span<byte> buffer) => 0;

        internal override bool WaitUntilHostIsGone() => false;

        protected override int Write(ReadOnlySpan<byte> bytes)
        {
            SeenAtWrites.Add(look());
            return bytes.Length;
        }
    }
}

using ProcVision.Protocol;

namespace ProcVision.Fuzz.Frames;

/// <summary>A hostile stream through the product's reader, parser and writer in this process, every frame held against the models.</summary>
internal sealed class FrameParserCampaign : Campaign
{
    private const int FramesInOneStream = 100;

    internal override string Name => "frames-parser";

    internal override string? Run(long count, ulong seed)
    {
        var hostile = new HostileStream(seed);
        using var check = new ParserCheck();
        for (long done = 0; done < count;)
        {
            var stream = new MemoryStream();
            for (var frames = 0; frames < FramesInOneStream && done < count; frames++, done++)
            {
                stream.Write(hostile.Next());
            }

            if (hostile.Dice.Next(20) == 0)
            {
                stream.Write(hostile.Dice.Next(2) == 0 ? hostile.Untrustworthy() : hostile.OutOfStep());
            }

            var bytes = stream.ToArray();
            if (StreamCheck.Of(bytes, new Pieces(bytes, hostile.Dice), check) is { } problem)
            {
                return $"{Name}, seed {seed}, within the {FramesInOneStream} frames before {done}: {problem}";
            }
        }

        return null;
    }

    /// <summary>Bytes as a pipe may give them: one, a few, or as many as there is room for.</summary>
    private sealed class Pieces(byte[] bytes, Random random) : IByteSource
    {
        private int _at;

        public int Read(Span<byte> buffer)
        {
            var wanted = random.Next(4) switch { 0 => random.Next(1, 8), 1 => random.Next(1, 2000), _ => int.MaxValue };
            var piece = Math.Min(wanted, Math.Min(buffer.Length, bytes.Length - _at));
            bytes.AsSpan(_at, piece).CopyTo(buffer);
            _at += piece;
            return piece;
        }
    }
}

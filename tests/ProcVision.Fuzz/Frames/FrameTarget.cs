using ProcVision.Protocol;

namespace ProcVision.Fuzz.Frames;

/// <summary>A stream of frames as it comes through a pipe: cut, parsed, answered, and held against the models.</summary>
internal sealed class FrameTarget : FuzzTarget
{
    internal override string Name => "frame";

    internal override void Run(ReadOnlySpan<byte> input)
    {
        var bytes = input.ToArray();
        using var check = new ParserCheck();
        if (StreamCheck.Of(bytes, new Pieces(bytes), check) is { } difference)
        {
            throw new InvalidOperationException(difference);
        }
    }

    /// <summary>Bytes in pieces whose sizes the bytes themselves decide, so that the same input is always cut the same way.</summary>
    private sealed class Pieces(byte[] bytes) : IByteSource
    {
        private int _at;

        public int Read(Span<byte> buffer)
        {
            var piece = _at == bytes.Length ? 0 : Math.Min(1 + (bytes[_at] * 7), Math.Min(buffer.Length, bytes.Length - _at));
            bytes.AsSpan(_at, piece).CopyTo(buffer);
            _at += piece;
            return piece;
        }
    }
}

using ProcVision.Protocol;

namespace ProcVision.Fuzz.Frames;

/// <summary>A stream of frames as it comes through a pipe: cut, parsed and answered.</summary>
internal sealed class FrameTarget : FuzzTarget
{
    internal override string Name => "frame";

    internal override void Run(ReadOnlySpan<byte> input)
    {
        var parser = new MessageParser();
        using var writer = new FrameWriter(TimeProvider.System);
        using var reader = new FrameReader(new Pieces(input.ToArray()));
        while (reader.Next() is var frame and not (FrameEvent.End or FrameEvent.Broken))
        {
            if (frame == FrameEvent.Refused)
            {
                _ = writer.Error(reader.Problem);
            }
            else if (parser.TryParse(reader.Body, out var message, out var problem))
            {
                _ = GuideInfo.Read(message.Guide.Info, out _);
                _ = message.Problem.Exists ? writer.Refuse(message) : writer.Pong(message.RequestId);
            }
            else
            {
                _ = writer.Error(problem);
            }
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

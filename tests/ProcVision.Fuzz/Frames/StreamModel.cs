using System.Buffers.Binary;

namespace ProcVision.Fuzz.Frames;

/// <summary>Where frames begin and end in what was sent, worked out apart from the product's reader: lengths may lie.</summary>
internal sealed class StreamModel
{
    private const long Body = 2 * 1024 * 1024;
    private const long Believed = 64 * 1024 * 1024;

    private byte[] _rest = [];
    private long _skipping;

    /// <summary>Whether the next byte is the first of a frame.</summary>
    internal bool IsBetweenFrames => _skipping == 0 && _rest.Length == 0;

    /// <summary>Cuts what has become whole by these bytes, and says how many of them that took.</summary>
    internal List<StreamPart> Add(ReadOnlySpan<byte> sent)
    {
        var parts = new List<StreamPart>();
        Span<byte> all = [.. _rest, .. sent];
        var before = _rest.Length;
        var bytes = all;
        while (true)
        {
            if (_skipping > 0)
            {
                var skipped = (int)Math.Min(_skipping, bytes.Length);
                bytes = bytes[skipped..];
                _skipping -= skipped;
                if (_skipping > 0)
                {
                    break;
                }

                parts.Add(new(StreamPart.Of.Refusal, [], all.Length - bytes.Length - before));
            }

            if (bytes.Length < 4)
            {
                break;
            }

            long length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            if (length > Believed)
            {
                parts.Add(new(StreamPart.Of.Break, [], all.Length - bytes.Length + 4 - before));
                break;
            }

            if (length == 0)
            {
                bytes = bytes[4..];
                parts.Add(new(StreamPart.Of.Refusal, [], all.Length - bytes.Length - before));
            }
            else if (length > Body)
            {
                _skipping = length;
                bytes = bytes[4..];
            }
            else if (bytes.Length < 4 + length)
            {
                break;
            }
            else
            {
                var body = bytes.Slice(4, (int)length).ToArray();
                bytes = bytes[(4 + (int)length)..];
                parts.Add(new(StreamPart.Of.Frame, body, all.Length - bytes.Length - before));
            }
        }

        _rest = bytes.ToArray();
        return parts;
    }
}

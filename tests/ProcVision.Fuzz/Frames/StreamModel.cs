using System.Buffers.Binary;

namespace ProcVision.Fuzz.Frames;

/// <summary>Where frames begin and end in what was sent, worked out apart from the product's reader: lengths may lie.</summary>
internal sealed class StreamModel
{
    private const long Body = 2 * 1024 * 1024;
    private const long Believed = 64 * 1024 * 1024;

    private byte[] _rest = [];
    private long _skipping;

    /// <summary>What a run of sent bytes has completed.</summary>
    internal enum Part
    {
        /// <summary>A body to be read.</summary>
        Frame,

        /// <summary>A frame that is refused unread, and gone.</summary>
        Refused,

        /// <summary>A length that cannot be believed: the process ends.</summary>
        Broken,
    }

    /// <summary>Whether the next byte is the first of a frame.</summary>
    internal bool IsBetweenFrames => _skipping == 0 && _rest.Length == 0;

    /// <summary>Cuts what has become whole by these bytes.</summary>
    internal List<(Part Part, byte[] Body)> Add(ReadOnlySpan<byte> sent)
    {
        var parts = new List<(Part, byte[])>();
        Span<byte> bytes = [.. _rest, .. sent];
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

                parts.Add((Part.Refused, []));
            }

            if (bytes.Length < 4)
            {
                break;
            }

            long length = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            if (length > Believed)
            {
                parts.Add((Part.Broken, []));
                break;
            }

            if (length == 0)
            {
                parts.Add((Part.Refused, []));
                bytes = bytes[4..];
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
                parts.Add((Part.Frame, bytes.Slice(4, (int)length).ToArray()));
                bytes = bytes[(4 + (int)length)..];
            }
        }

        _rest = bytes.ToArray();
        return parts;
    }
}

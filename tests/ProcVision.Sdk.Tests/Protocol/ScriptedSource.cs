using System.Buffers.Binary;
using ProcVision.Protocol;

namespace ProcVision.Sdk.Tests.Protocol;

/// <summary>Bytes that arrive in pieces of given sizes, as a pipe may give them.</summary>
internal sealed class ScriptedSource(byte[] bytes, Func<int> piece) : IByteSource
{
    private int _at;

    /// <summary>The largest read that was asked for.</summary>
    internal int LargestAsked { get; private set; }

    public int Read(Span<byte> buffer)
    {
        Assert.False(buffer.IsEmpty);
        LargestAsked = Math.Max(LargestAsked, buffer.Length);
        var count = Math.Min(Math.Min(Math.Max(1, piece()), buffer.Length), bytes.Length - _at);
        bytes.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
    }

    internal static byte[] Frame(ReadOnlySpan<byte> body)
    {
        var frame = new byte[body.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(frame, body.Length);
        body.CopyTo(frame.AsSpan(4));
        return frame;
    }

    internal static byte[] Header(uint length)
    {
        var header = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(header, length);
        return header;
    }
}

using System.Buffers.Binary;

namespace ProcVision;

/// <summary>One chunk of a PNG file: length, type, body, checksum.</summary>
internal readonly ref struct PngChunk
{
    private PngChunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body, uint checksum, int end)
    {
        Type = type;
        Body = body;
        Checksum = checksum;
        End = end;
    }

    internal ReadOnlySpan<byte> Type { get; }

    internal ReadOnlySpan<byte> Body { get; }

    /// <summary>CRC-32 of type and body, as the file gives it.</summary>
    internal uint Checksum { get; }

    /// <summary>Where the next chunk begins.</summary>
    internal int End { get; }

    /// <summary>Whether a decoder that does not know the type must give up (the first letter is a capital).</summary>
    internal bool IsCritical => (Type[0] & 0x20) == 0;

    internal bool IsKnown => Is("IHDR"u8) || Is("PLTE"u8) || Is("IDAT"u8) || Is("IEND"u8);

    internal bool Is(ReadOnlySpan<byte> type) => Type.SequenceEqual(type);

    /// <summary>False when the chunk does not lie wholly in the file.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> file, int at, out PngChunk chunk)
    {
        chunk = default;
        if (file.Length - at < 12)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
        if (length > file.Length - at - 12)
        {
            return false;
        }

        var body = file.Slice(at + 8, (int)length);
        var end = at + 12 + (int)length;
        chunk = new(file.Slice(at + 4, 4), body, BinaryPrimitives.ReadUInt32BigEndian(file[(end - 4)..]), end);
        return true;
    }
}

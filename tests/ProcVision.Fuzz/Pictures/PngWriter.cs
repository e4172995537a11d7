using System.Buffers.Binary;
using System.IO.Compression;

namespace ProcVision.Fuzz.Pictures;

/// <summary>Writes PNG files of every form that the standard allows, and of some that it does not.</summary>
internal sealed class PngWriter
{
    private static readonly int[] AdamLeft = [0, 4, 0, 2, 0, 1, 0], AdamTop = [0, 0, 4, 0, 2, 0, 1], AdamRight = [8, 8, 4, 4, 2, 2, 1], AdamDown = [8, 8, 8, 4, 4, 2, 2];

    internal required int Width { get; init; }

    internal required int Height { get; init; }

    internal byte BitDepth { get; init; } = 8;

    internal byte ColorType { get; init; }

    internal bool IsInterlaced { get; init; }

    /// <summary>Three bytes per colour.</summary>
    internal byte[] Palette { get; init; } = [];

    /// <summary>Which filter each row gets.</summary>
    internal Func<int, byte> Filter { get; init; } = _ => 0;

    /// <summary>Bytes per IDAT chunk.</summary>
    internal int ChunkLength { get; init; } = 8192;

    private int Channels => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <param name="samples">One per channel and pixel, below 2^BitDepth.</param>
    internal byte[] Write(byte[] samples)
    {
        using var raw = new MemoryStream();
        for (var pass = 0; pass < (IsInterlaced ? 7 : 1); pass++)
        {
            if (IsInterlaced)
            {
                WritePass(raw, samples, AdamLeft[pass], AdamTop[pass], AdamRight[pass], AdamDown[pass]);
            }
            else
            {
                WritePass(raw, samples, 0, 0, 1, 1);
            }
        }

        return Wrap(raw.ToArray());
    }

    /// <summary>A file around data that may not fit its size.</summary>
    internal byte[] Wrap(byte[] raw, CompressionLevel level = CompressionLevel.Fastest) => WrapPacked(Pack(raw, level));

    internal byte[] WrapPacked(byte[] packed)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9], header[12]) = (BitDepth, ColorType, IsInterlaced ? (byte)1 : (byte)0);
        file.Write(Chunk("IHDR"u8, header));
        file.Write(Chunk("tEXt"u8, "made\0for tests"u8));
        if (Palette.Length > 0)
        {
            file.Write(Chunk("PLTE"u8, Palette));
        }

        foreach (var part in packed.Chunk(ChunkLength))
        {
            file.Write(Chunk("IDAT"u8, part));
        }

        file.Write(Chunk("IEND"u8, []));
        return file.ToArray();
    }

    internal static byte[] Pack(byte[] raw, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, level))
        {
            stream.Write(raw);
        }

        return packed.ToArray();
    }

    internal static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        var chunk = new byte[12 + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        type.CopyTo(chunk.AsSpan(4));
        body.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + body.Length), Checksum(chunk.AsSpan(4, 4 + body.Length)));
        return chunk;
    }

    /// <summary>Bit by bit, as the standard defines it.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) * 0xEDB88320);
            }
        }

        return ~sum;
    }

    private void WritePass(MemoryStream raw, byte[] samples, int left, int top, int right, int down)
    {
        var above = Array.Empty<byte>();
        for (var y = top; y < Height && left < Width; y += down)
        {
            var values = new List<byte>();
            for (var x = left; x < Width; x += right)
            {
                values.AddRange(samples.AsSpan(((y * Width) + x) * Channels, Channels));
            }

            var row = PackBits(values);
            var filter = Filter(y);
            raw.WriteByte(filter);
            raw.Write(Filtered(filter, row, above.Length == 0 ? new byte[row.Length] : above, Math.Max(1, Channels * BitDepth / 8)));
            above = row;
        }
    }

    private byte[] PackBits(List<byte> values)
    {
        var row = new byte[((values.Count * BitDepth) + 7) / 8];
        for (var i = 0; i < values.Count; i++)
        {
            var bit = i * BitDepth;
            row[bit / 8] |= (byte)(values[i] << (8 - BitDepth - (bit % 8)));
        }

        return row;
    }

    private static byte[] Filtered(byte filter, byte[] row, byte[] above, int back)
    {
        var filtered = new byte[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            var left = i < back ? 0 : row[i - back];
            var corner = i < back ? 0 : above[i - back];
            filtered[i] = (byte)(row[i] - filter switch { 1 => left, 2 => above[i], 3 => (left + above[i]) / 2, 4 => Paeth(left, above[i], corner), _ => 0 });
        }

        return filtered;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        return new[] { left, up, corner }.MinBy(candidate => Math.Abs(candidate - guess)); // the first of equals, in this order
    }
}

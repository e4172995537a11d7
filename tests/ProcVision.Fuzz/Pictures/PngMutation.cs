using System.Buffers.Binary;
using System.IO.Compression;

namespace ProcVision.Fuzz.Pictures;

/// <summary>Damages a PNG chunk by chunk and makes lengths and checksums right again, so that the damage gets past them.</summary>
internal static class PngMutation
{
    private static readonly int[] Sides = [0, 1, 7, 8, 99, 100, 101, 120, 128, 1000, 8000, 8001, int.MaxValue, -1];
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    internal static byte[] Of(byte[] original, byte[] other, Random random)
    {
        var chunks = Split(original);
        var others = Split(other);
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            switch (random.Next(6))
            {
                case 0:
                    PartMutation.Apply(chunks, others, static (chunk, length) => chunk with { Body = chunk.Body[..Math.Min(chunk.Body.Length, length)] }, random);
                    break;
                case 1:
                    ChangeHeader(chunks, random);
                    break;
                case 2:
                    ChangeRows(chunks, random);
                    break;
                case 3:
                    PartMutation.Touch(chunks[random.Next(chunks.Count)].Type, 0, random);
                    break;
                default:
                    PartMutation.Touch(chunks[random.Next(chunks.Count)].Body, 0, random);
                    break;
            }
        }

        return [.. Signature, .. chunks.SelectMany(chunk => PngWriter.Chunk(chunk.Type, chunk.Body))];
    }

    private static List<Chunk> Split(byte[] file)
    {
        var chunks = new List<Chunk>();
        for (var at = Signature.Length; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            chunks.Add(new(file[(at + 4)..(at + 8)], file[(at + 8)..(at + 8 + length)]));
            at += length + 12;
        }

        return chunks;
    }

    private static void ChangeHeader(List<Chunk> chunks, Random random)
    {
        foreach (var (_, body) in chunks.Where(chunk => chunk.Is("IHDR"u8) && chunk.Body.Length == 13))
        {
            if (random.Next(2) == 0)
            {
                BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(4 * random.Next(2)), Sides[random.Next(Sides.Length)]);
            }
            else
            {
                body[random.Next(8, 13)] = (byte)random.Next(9);
            }
        }
    }

    /// <summary>Unpacks the picture's data, damages them and packs them again: other filters, too few rows, too many.</summary>
    private static void ChangeRows(List<Chunk> chunks, Random random)
    {
        var first = chunks.FindIndex(chunk => chunk.Is("IDAT"u8));
        if (first < 0)
        {
            return;
        }

        byte[] packed = [.. chunks.Where(chunk => chunk.Is("IDAT"u8)).SelectMany(chunk => chunk.Body)];
        byte[] rows;
        try
        {
            using var unpacked = new MemoryStream();
            using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            stream.CopyTo(unpacked);
            rows = unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return; // damaged by the change before
        }

        chunks[first] = chunks[first] with { Body = PngWriter.Pack(ByteMutation.Of(rows, random)) };
        _ = chunks.RemoveAll(chunk => chunk.Is("IDAT"u8) && chunk != chunks[first]);
    }

    private sealed record Chunk(byte[] Type, byte[] Body)
    {
        internal bool Is(ReadOnlySpan<byte> type) => Type.AsSpan().SequenceEqual(type);
    }
}

using System.Buffers.Binary;
using System.Text;

namespace ProcVision.Fuzz.Regions;

/// <summary>Damages a region where its structure is: offsets, lengths, states, descriptions, chains.</summary>
internal sealed class RegionMutation(byte[][] seeds)
{
    private readonly int[][] _words = [.. seeds.Select(Words)];

    /// <summary>Puts a damaged region into memory of its size, or of another.</summary>
    internal void Make(Random random, Func<int, GuardedMemory> memoryOf, out GuardedMemory memory)
    {
        var seed = random.Next(seeds.Length);
        var bytes = (byte[])seeds[seed].Clone();
        for (var changes = random.Next(1, 6); changes > 0; changes--)
        {
            Change(bytes, _words[seed], random);
        }

        if (random.Next(4) != 0)
        {
            Rehash(bytes);
        }

        memory = memoryOf(random.Next(40) == 0 ? RegionSeeds.Size * random.Next(1, 3) : bytes.Length);
        var length = Math.Min(bytes.Length, memory.Size);
        bytes.AsSpan(0, length).CopyTo(memory.Bytes);
        memory.Bytes[length..].Clear();
    }

    /// <summary>The places of words that are not zero, those that lead somewhere several times.</summary>
    private static int[] Words(byte[] region)
    {
        var words = new List<int>();
        for (var at = 8; at < region.Length; at += 4)
        {
            var value = BinaryPrimitives.ReadUInt32LittleEndian(region.AsSpan(at));
            if (value != 0)
            {
                words.Add(at);
            }

            if (value >= RegionFormat.BodyAt && value < region.Length && value % RegionFormat.BlockAlignment == 0)
            {
                words.AddRange([at, at, at, at + 4, at + 8]);
            }
        }

        // Generation, root, directory; version, size and identity more rarely.
        words.AddRange([8, 12, 16, 20, 24, 28, 32, 36, 24, 28, 32, 36, 24, 28, 32, 36, 80]);
        return [.. words.Where(at => at <= region.Length - 8)];
    }

    /// <summary>Most descriptions are to be looked at, not refused for their hash.</summary>
    internal static void Rehash(Span<byte> region)
    {
        var block = (long)BinaryPrimitives.ReadUInt32LittleEndian(region[RegionFormat.RootAt..]);
        if (block >= RegionFormat.BodyAt && block <= region.Length - RegionFormat.SchemaAt)
        {
            var layout = region[(int)block..];
            var length = BinaryPrimitives.ReadUInt32LittleEndian(layout);
            if (length <= layout.Length - RegionFormat.SchemaAt)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(layout[RegionFormat.SchemaHashAt..], RegionHash.Of(layout.Slice(RegionFormat.SchemaAt, (int)length)));
            }
        }
    }

    private static uint Interesting(byte[] region, int[] words, Random random) => random.Next(16) switch
    {
        0 => 0,
        1 => uint.MaxValue,
        2 => 0x80000000,
        3 => int.MaxValue,
        4 => (uint)random.Next(32),
        5 => (uint)region.Length,
        6 => (uint)(region.Length - (16 * random.Next(1, 8))),
        7 => RegionFormat.BodyAt,
        8 => (uint)random.Next(region.Length),
        9 => (uint)(random.Next(region.Length) & ~15),
        10 => (uint)(1 << random.Next(31)),
        11 => (uint)random.NextInt64(),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(region.AsSpan(words[random.Next(words.Length)])),
    };

    private void Change(byte[] region, int[] words, Random random)
    {
        var at = random.Next(6) == 0 ? random.Next(region.Length - 8) : words[random.Next(words.Length)];
        var there = region.AsSpan(at);
        switch (random.Next(10))
        {
            case 0:
                region[at + random.Next(8)] ^= (byte)(1 << random.Next(8));
                break;
            case 1 or 2 or 3:
                BinaryPrimitives.WriteUInt32LittleEndian(there, Interesting(region, words, random));
                break;
            case 4:
                BinaryPrimitives.WriteUInt32LittleEndian(there, (uint)(BinaryPrimitives.ReadInt32LittleEndian(there) + random.Next(-17, 18)));
                break;
            case 5:
                Swap(region, at, words[random.Next(words.Length)]);
                break;
            case 6:
                Splice(region, at, random);
                break;
            case 7:
                // A chain that leads anywhere, also back.
                var generation = BinaryPrimitives.ReadUInt32LittleEndian(region.AsSpan(RegionFormat.GenerationAt)) & RegionFormat.GenerationMask;
                BinaryPrimitives.WriteUInt64LittleEndian(region.AsSpan(at & ~7), RegionFormat.ChunkWord(generation, (int)Interesting(region, words, random)));
                break;
            case 8:
                BinaryPrimitives.WriteUInt64LittleEndian(region.AsSpan(at & ~7), (ulong)random.NextInt64(long.MinValue, long.MaxValue));
                break;
            default:
                Describe(region, random);
                break;
        }
    }

    private static void Swap(byte[] region, int one, int other)
    {
        var value = BitConverter.ToUInt32(region, one);
        BinaryPrimitives.WriteUInt32LittleEndian(region.AsSpan(one), BitConverter.ToUInt32(region, other));
        BinaryPrimitives.WriteUInt32LittleEndian(region.AsSpan(other), value);
    }

    /// <summary>A piece of this region or of another one.</summary>
    private void Splice(byte[] region, int at, Random random)
    {
        var from = seeds[random.Next(seeds.Length)];
        var length = Math.Min(random.Next(1, 200), region.Length - at);
        from.AsSpan(random.Next(from.Length - length), length).CopyTo(region.AsSpan(at));
    }

    /// <summary>Another digit, name or sign in one of the descriptions.</summary>
    private static void Describe(byte[] region, Random random)
    {
        var start = region.AsSpan(RegionFormat.BodyAt).IndexOf("\"types\""u8);
        if (start < 0)
        {
            return;
        }

        start += RegionFormat.BodyAt;
        var end = start + 700 > region.Length ? region.Length : start + random.Next(50, 700);
        var text = region.AsSpan(start, end - start);
        var at = random.Next(text.Length);
        var digit = text[at..].IndexOfAnyInRange((byte)'0', (byte)'9');
        switch (random.Next(4))
        {
            case 0 when digit >= 0:
                text[at + digit] = (byte)('0' + random.Next(10));
                break;
            case 1:
                text[at] = (byte)"{}[]\",:0-e\\ "[random.Next(12)];
                break;
            case 2:
                string[] kinds = ["\"int32\"", "\"array\"", "\"struct\"", "\"nullable\"", "\"json\"", "\"text\"", "\"enum\"", "\"of\":0", "\"size\":1"];
                var kind = Encoding.UTF8.GetBytes(kinds[random.Next(kinds.Length)]);
                kind.AsSpan(0, Math.Min(kind.Length, text.Length - at)).CopyTo(text[at..]);
                break;
            default:
                text[at] = (byte)random.Next(256);
                break;
        }
    }
}

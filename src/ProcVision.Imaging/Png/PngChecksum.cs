using System.Buffers.Binary;

namespace ProcVision.Imaging;

/// <summary>CRC-32 as PNG uses it (ISO/IEC 15948, annex D), eight bytes per step.</summary>
internal static class PngChecksum
{
    private const uint Polynomial = 0xEDB88320;

    // [k * 256 + b]: what byte b becomes after k more zero bytes.
    private static readonly uint[] Tables = MakeTables();

    internal static uint Of(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body) => ~Add(Add(uint.MaxValue, type), body);

    private static uint Add(uint sum, ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<uint> table = Tables;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ sum;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            sum = table[1792 + (byte)low] ^ table[1536 + (byte)(low >> 8)] ^ table[1280 + (byte)(low >> 16)] ^ table[1024 + (int)(low >> 24)]
                ^ table[768 + (byte)high] ^ table[512 + (byte)(high >> 8)] ^ table[256 + (byte)(high >> 16)] ^ table[(int)(high >> 24)];
            bytes = bytes[8..];
        }

        foreach (var value in bytes)
        {
            sum = table[(byte)(sum ^ value)] ^ (sum >> 8);
        }

        return sum;
    }

    private static uint[] MakeTables()
    {
        var tables = new uint[8 * 256];
        for (var i = 0u; i < 256; i++)
        {
            var sum = i;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ Polynomial : sum >> 1;
            }

            tables[i] = sum;
        }

        for (var i = 256; i < tables.Length; i++)
        {
            var before = tables[i - 256];
            tables[i] = tables[(byte)before] ^ (before >> 8);
        }

        return tables;
    }
}

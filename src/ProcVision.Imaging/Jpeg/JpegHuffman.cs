using System.Runtime.CompilerServices;

namespace ProcVision.Imaging;

/// <summary>One Huffman table of a JPEG file (ITU T.81, annex C).</summary>
internal sealed class JpegHuffman
{
    private const int LookBits = 9;

    private readonly ushort[] _short = new ushort[1 << LookBits]; // length and symbol of the code these bits begin with, or 0
    private readonly int[] _end = new int[17]; // first code of each length that is no longer one
    private readonly int[] _offset = new int[17]; // from a code to the place of its symbol
    private readonly byte[] _symbols = new byte[256];

    /// <summary>Whether the file has defined this table.</summary>
    internal bool IsDefined { get; private set; }

    internal void Forget() => IsDefined = false;

    /// <param name="counts">How many codes there are of each length, 1 to 16.</param>
    /// <param name="symbols">Their symbols, shortest code first.</param>
    /// <exception cref="ImageException">More codes than the lengths allow.</exception>
    internal void Define(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        symbols.CopyTo(_symbols);
        Array.Clear(_short);
        var code = 0;
        var place = 0;
        for (var length = 1; length <= 16; length++)
        {
            _offset[length] = place - code;
            for (var i = 0; i < counts[length - 1]; i++, code++, place++)
            {
                if (length <= LookBits && code < 1 << length)
                {
                    _short.AsSpan(code << (LookBits - length), 1 << (LookBits - length)).Fill((ushort)((length << 8) | symbols[place]));
                }
            }

            // The code of nothing but ones stays free.
            if (counts[length - 1] > 0 && code >= 1 << length)
            {
                throw new ImageException("JPEG 数据损坏: 霍夫曼表无效");
            }

            _end[length] = code;
            code <<= 1;
        }

        IsDefined = true;
    }

    /// <summary>The next symbol; afterwards at least 16 more bits are ready if the data has them.</summary>
    /// <exception cref="ImageException">The bits are no code of this table, or there are none.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Read(ref JpegBits bits)
    {
        bits.Fill();
        var known = _short[bits.Peek(LookBits)];
        if (known == 0)
        {
            return ReadLong(ref bits);
        }

        bits.Skip(known >> 8);
        return known & 0xFF;
    }

    private int ReadLong(ref JpegBits bits)
    {
        for (var length = LookBits + 1; length <= 16; length++)
        {
            var code = bits.Peek(length);
            if (code < _end[length])
            {
                bits.Skip(length);
                return _symbols[_offset[length] + code];
            }
        }

        throw new ImageException($"JPEG 数据损坏: 第 {bits.Position} 字节附近的霍夫曼码无效");
    }
}

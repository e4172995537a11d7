using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ProcVision.Imaging;

/// <summary>
/// The entropy-coded bits of one scan, without stuffed bytes. Bits that are not there are an error: a decoder that goes on with zeros
/// paints the rest of the picture gray.
/// </summary>
internal ref struct JpegBits
{
    private readonly ReadOnlySpan<byte> _file;
    private ulong _bits; // the next bit is the highest one
    private int _count;

    internal JpegBits(ReadOnlySpan<byte> file, int at)
    {
        _file = file;
        Position = at;
    }

    /// <summary>The next byte of the file to be taken in; at the end of the entropy-coded data, its marker.</summary>
    internal int Position { get; private set; }

    /// <summary>Makes at least 32 bits ready, or all that are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Fill()
    {
        if (_count < 32)
        {
            FillUp();
        }
    }

    /// <summary>The next bits without taking them; zeros where there are none.</summary>
    internal readonly int Peek(int count) => (int)(_bits >> (64 - count));

    /// <exception cref="ImageException">There are not so many bits.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Skip(int count)
    {
        _bits <<= count;
        _count -= count;
        if (_count < 0)
        {
            ThrowTooShort();
        }
    }

    /// <summary>Up to 16 bits as a number; for 0 bits 0.</summary>
    internal int Read(int count)
    {
        if (count == 0)
        {
            return 0;
        }

        Fill();
        var value = Peek(count);
        Skip(count);
        return value;
    }

    /// <summary>
    /// A signed number of 1 to 15 bits as JPEG codes it: without its leading bit it is negative. The bits are ready, because it follows a
    /// Huffman code.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int ReadSigned(int count)
    {
        var value = Peek(count);
        Skip(count);
        return value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
    }

    /// <summary>Ends a run of data at its marker: nothing but the padding of the last byte may be left.</summary>
    /// <exception cref="ImageException">There is more data than the picture takes.</exception>
    internal int End()
    {
        Fill();
        if (_count >= 8)
        {
            throw new ImageException($"JPEG 数据损坏: 第 {Position} 字节之前有多余的数据");
        }

        _bits = 0;
        _count = 0;
        return Position;
    }

    /// <summary>Goes on behind a restart marker.</summary>
    /// <exception cref="ImageException">There is another marker or none.</exception>
    internal void Restart(int number)
    {
        var at = End();
        while (at + 2 < _file.Length && _file[at + 1] == 0xFF)
        {
            at++; // fill bytes
        }

        if (at + 1 >= _file.Length || _file[at + 1] != 0xD0 + number)
        {
            throw new ImageException($"JPEG 数据损坏: 第 {at} 字节处应为重启标记 {number}");
        }

        Position = at + 2;
    }

    [DoesNotReturn]
    private readonly void ThrowTooShort() => throw new ImageException($"JPEG 数据损坏: 数据在第 {Position} 字节处提前结束");

    private void FillUp()
    {
        if (Position + 4 <= _file.Length)
        {
            var four = BinaryPrimitives.ReadUInt32BigEndian(_file[Position..]);

            // No byte of the four is 0xFF: the usual case.
            if ((~four - 0x01010101u & four & 0x80808080u) == 0)
            {
                _bits |= (ulong)four << (32 - _count);
                _count += 32;
                Position += 4;
                return;
            }
        }

        FillSlowly();
    }

    private void FillSlowly()
    {
        while (_count <= 56 && Position < _file.Length)
        {
            var value = _file[Position];
            if (value == 0xFF)
            {
                if (Position + 1 >= _file.Length || _file[Position + 1] != 0)
                {
                    return; // a marker: the data ends here
                }

                Position++;
            }

            Position++;
            _bits |= (ulong)value << (56 - _count);
            _count += 8;
        }
    }
}

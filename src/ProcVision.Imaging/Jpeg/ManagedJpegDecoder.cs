using System.Buffers.Binary;

namespace ProcVision.Imaging;

/// <summary>
/// JPEG in managed code: baseline, extended and progressive Huffman coding, 8 bits, gray or three components. As strict as the native
/// decoder with warnings as errors, and the same pixels.
/// </summary>
internal sealed class ManagedJpegDecoder : IImageDecoder
{
    private readonly JpegFrame _frame = new();
    private readonly JpegPicture _picture = new();
    private readonly JpegScan _scan;

    internal ManagedJpegDecoder() => _scan = new(_frame);

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> encoded, in ImageHeader header, Span<byte> pixels)
    {
        try
        {
            DecodeScans(encoded, header);
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            throw new ImageException("JPEG 数据损坏: 段的内容不完整", exception);
        }
        catch (OutOfMemoryException exception)
        {
            throw new ImageException($"内存不足: 无法解码 {header.Width}x{header.Height} 的 JPEG", exception);
        }

        Transform();
        _picture.Write(_frame, pixels);
    }

    private void DecodeScans(ReadOnlySpan<byte> file, in ImageHeader header)
    {
        _frame.Forget();
        var at = 2;
        while (true)
        {
            var marker = NextMarker(file, ref at);
            if (marker == 0xD9)
            {
                break;
            }

            if (marker is 0x01 or (>= 0xD0 and <= 0xD8))
            {
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            var segment = file.Slice(at + 2, length - 2);
            at += length;
            if (marker == 0xDA)
            {
                at = _scan.Read(segment, file, at);
            }
            else
            {
                _frame.Read(marker, segment);
            }

            if (_frame.ComponentCount != 0 && (_frame.Width, _frame.Height, _frame.ComponentCount == 1) != (header.Width, header.Height, header.Format == PixelFormat.Gray8))
            {
                throw new ImageException($"JPEG 文件与其文件头不符: {_frame.Width}x{_frame.Height}");
            }
        }

        foreach (var component in _frame.Components)
        {
            if (!component.IsSeen)
            {
                throw new ImageException($"JPEG 数据损坏: 分量 {component.Id} 没有数据");
            }
        }
    }

    private static byte NextMarker(ReadOnlySpan<byte> file, ref int at)
    {
        var start = at;
        if (file[at] != 0xFF)
        {
            throw new ImageException($"JPEG 数据损坏: 第 {at} 字节处应为标记");
        }

        while (file[at] == 0xFF)
        {
            at++; // fill bytes may precede a marker
        }

        return file[at++] is var marker and not 0 ? marker : throw new ImageException($"JPEG 数据损坏: 第 {start} 字节处应为标记");
    }

    /// <summary>A progressive file's blocks are complete only after its last scan.</summary>
    private void Transform()
    {
        if (!_frame.IsProgressive)
        {
            return;
        }

        foreach (var component in _frame.Components)
        {
            for (var row = 0; row < component.BlockRows; row++)
            {
                for (var column = 0; column < component.BlockStride; column++)
                {
                    JpegTransform.Inverse(component.Block(column, row), component.Quantization, component.PlaneFrom(column, row), component.Stride);
                }
            }
        }
    }
}

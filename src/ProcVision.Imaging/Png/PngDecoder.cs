using System.IO.Compression;

namespace ProcVision.Imaging;

/// <summary>
/// PNG over the framework's zlib, row by row straight into the given buffer: the memory a file can take is known from its header however
/// far it unpacks. All checksums are checked.
/// </summary>
internal sealed unsafe class PngDecoder : IImageDecoder
{
    private readonly PngRows _rows = new();

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> encoded, in ImageHeader header, Span<byte> pixels)
    {
        var shape = PngShape.Read(encoded);
        _rows.Start(shape, header, Palette(encoded));
        fixed (byte* file = encoded)
        {
            using var packed = new PngDataStream(file, encoded.Length);
            using var rows = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
            try
            {
                _rows.Read(rows, pixels);
                if (rows.ReadByte() >= 0)
                {
                    throw new ImageException("PNG 数据损坏: 数据多于图像尺寸");
                }
            }
            catch (EndOfStreamException exception)
            {
                throw new ImageException("PNG 数据损坏: 数据提前结束", exception);
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException)
            {
                // zlib's rarer complaints come as an IOException; there is no file behind this stream.
                throw new ImageException("PNG 数据损坏: 无法解压", exception);
            }
        }
    }

    /// <summary>Checks the checksum of every chunk the picture depends on before a pixel is made, and finds the colours.</summary>
    private static ReadOnlySpan<byte> Palette(ReadOnlySpan<byte> encoded)
    {
        var palette = ReadOnlySpan<byte>.Empty;
        for (var at = PngHeader.FirstChunk; PngChunk.TryRead(encoded, at, out var chunk); at = chunk.End)
        {
            if (chunk.IsCritical && PngChecksum.Of(chunk.Type, chunk.Body) != chunk.Checksum)
            {
                throw new ImageException($"PNG 数据损坏: 位置 {at} 的数据块校验和不符");
            }

            if (chunk.Is("PLTE"u8))
            {
                palette = chunk.Body;
            }
            else if (chunk.Is("IEND"u8))
            {
                break;
            }
        }

        return palette.Length % 3 == 0 && palette.Length <= 256 * 3
            ? palette
            : throw new ImageException($"PNG 数据损坏: 调色板有 {palette.Length} 字节");
    }
}

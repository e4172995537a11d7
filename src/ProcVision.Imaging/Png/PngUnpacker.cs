using System.IO.Compression;

namespace ProcVision.Imaging;

/// <summary>
/// Checks the chunks of a PNG and unpacks its data with the framework's zlib into a buffer whose size follows from the header: a file that
/// unpacks to more, to less or to something else than its checksums say is refused, however far it would unpack.
/// </summary>
internal sealed unsafe class PngUnpacker
{
    private readonly PixelStore _store = new();

    /// <summary>Unpacks all data; they are good until the next call.</summary>
    /// <exception cref="ImageException">The file is damaged.</exception>
    internal Span<byte> Unpack(ReadOnlySpan<byte> file, int length)
    {
        var data = _store.Take(length);
        fixed (byte* start = file)
        {
            using var packed = new PngDataStream(start, file.Length);
            using var unpacked = new ZLibStream(packed, CompressionMode.Decompress, leaveOpen: true);
            try
            {
                unpacked.ReadExactly(data);
                if (unpacked.ReadByte() >= 0)
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

        return data;
    }

    /// <summary>Checks the checksum of every chunk the picture depends on, and gives the colours of the palette, empty without one.</summary>
    /// <exception cref="ImageException">A checksum or the palette is wrong.</exception>
    internal static ReadOnlySpan<byte> CheckChunks(ReadOnlySpan<byte> file)
    {
        var palette = ReadOnlySpan<byte>.Empty;
        for (var at = PngHeader.FirstChunk; PngChunk.TryRead(file, at, out var chunk); at = chunk.End)
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

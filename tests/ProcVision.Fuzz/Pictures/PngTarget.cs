using ProcVision.Imaging;

namespace ProcVision.Fuzz.Pictures;

/// <summary>A PNG through our checks, the framework's zlib and StbImageSharp. A wrong checksum is made right, or hardly an input would get past it.</summary>
internal sealed class PngTarget : FuzzTarget
{
    internal override string Name => "png";

    internal override void Run(ReadOnlySpan<byte> input)
    {
        var file = input.ToArray();
        if (PngHeader.IsPng(file))
        {
            MakeChecksumsRight(file);
        }

        EncodedPicture.Decode(new StbPngDecoder(), file);
    }

    private static void MakeChecksumsRight(byte[] file)
    {
        for (var at = PngHeader.FirstChunk; PngChunk.TryRead(file, at, out var chunk); at = chunk.End)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(chunk.End - 4), PngChecksum.Of(chunk.Type, chunk.Body));
        }
    }
}

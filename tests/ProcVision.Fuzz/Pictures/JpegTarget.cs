using ProcVision.Imaging;

namespace ProcVision.Fuzz.Pictures;

/// <summary>A JPEG through our checks and StbImageSharp; libturbojpeg is native and cannot be instrumented.</summary>
internal sealed class JpegTarget : FuzzTarget
{
    internal override string Name => "jpeg";

    internal override void Run(ReadOnlySpan<byte> input) => EncodedPicture.Decode(new StbJpegDecoder(), input);
}

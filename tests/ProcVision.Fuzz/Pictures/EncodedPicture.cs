namespace ProcVision.Fuzz.Pictures;

/// <summary>What a call does with an encoded picture.</summary>
internal static class EncodedPicture
{
    // Larger ones would only be slower: a coverage-guided run lives from its speed.
    private const int MostPixels = 1 << 20;

    internal static void Decode(IImageDecoder decoder, ReadOnlySpan<byte> file)
    {
        if (!ImageHeader.TryRead(file, out var header, out _) || header.Width * header.Height > MostPixels)
        {
            return;
        }

        try
        {
            decoder.Decode(file, header, new byte[header.Height * header.Stride]);
        }
        catch (ImageException)
        {
            // refused, with its reason
        }
    }
}

using System.Security.Cryptography;

namespace ProcVision.Imaging.Tests;

/// <summary>What the tests ask of a decoder.</summary>
internal static class Decoding
{
    /// <summary>The pixels, or the reason of the refusal: of the header or of the body.</summary>
    internal static (byte[]? Pixels, string? Reason) Try(IImageDecoder decoder, ReadOnlySpan<byte> file)
    {
        if (!ImageHeader.TryRead(file, out var header, out var reason))
        {
            return (null, reason);
        }

        var pixels = new byte[header.Height * header.Stride];
        try
        {
            decoder.Decode(file, header, pixels);
            return (pixels, null);
        }
        catch (ImageException exception)
        {
            return (null, exception.Message);
        }
    }

    internal static byte[] Pixels(IImageDecoder decoder, byte[] file)
    {
        var (pixels, reason) = Try(decoder, file);
        Assert.True(pixels is not null, reason);
        return pixels;
    }

    internal static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>New decoders of both kinds; of one where libturbojpeg is not installed.</summary>
    internal static IEnumerable<Func<IImageDecoder>> Both() =>
        TurboJpeg.IsAvailable ? [() => new StbJpegDecoder(), () => new TurboJpegDecoder()] : [() => new StbJpegDecoder()];

    internal static TurboJpegDecoder Native()
    {
        Assert.SkipUnless(TurboJpeg.IsAvailable, "libturbojpeg is not installed here.");
        return new();
    }
}

namespace ProcVision.Cli;

/// <summary>The pictures that an algorithm is tried with.</summary>
internal static class TrialPictures
{
    /// <summary>The user's, else a black one of 640x480, as the platform's own validation shows (conformance 441); with more asked for, also a photograph.</summary>
    /// <exception cref="BadInputException">The user's is no picture.</exception>
    public static IReadOnlyList<Picture> Of(string? given, bool full)
    {
        var first = given is null ? Picture.Of("black.png", Black()) : Picture.Read(given);
        return full ? [first, Picture.Of("coins.png", ProjectTemplate.SampleImage())] : [first];
    }

    private static byte[] Black()
    {
        using var asset = typeof(TrialPictures).Assembly.GetManifestResourceStream("black.png")!;
        byte[] bytes = new byte[asset.Length];
        asset.ReadExactly(bytes);
        return bytes;
    }
}

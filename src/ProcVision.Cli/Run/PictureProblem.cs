using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// Why a file is no picture, for readers of English. What the SDK says goes into answers, and is Chinese as the platform's; here the same is seen again
/// from the file, a little less exactly for a damaged one.
/// </summary>
internal static class PictureProblem
{
    /// <param name="file">What <see cref="ImageHeader.TryRead"/> has refused.</param>
    /// <param name="header">What it could read all the same.</param>
    /// <param name="reason">What it said.</param>
    public static string Of(ReadOnlySpan<byte> file, ImageHeader header, string reason)
    {
        if (!Words.InEnglish)
            return reason;
        if (file.IsEmpty)
            return "the file is empty";
        string? kind = file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? "JPEG" : file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47]) ? "PNG" : null;
        if (kind is null)
            return $"neither JPEG nor PNG: it begins with {Convert.ToHexString(file[..Math.Min(8, file.Length)])}";
        return Math.Max(header.Width, header.Height) > ImageHeader.MaxSide
            ? $"its size {header.Width}x{header.Height} is outside 1 to {ImageHeader.MaxSide}"
            : $"a {kind} that is damaged, cut off, or of a kind that is not read";
    }
}

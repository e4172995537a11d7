using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The picture to inspect, and its real size.</summary>
/// <param name="Path">As it was given.</param>
/// <param name="Encoded">The file.</param>
/// <param name="Header">What it says about itself.</param>
internal sealed record Picture(string Path, byte[] Encoded, ImageHeader Header)
{
    /// <exception cref="BadInputException">There is no such file, or it is no picture that an algorithm could see.</exception>
    public static Picture Read(string path)
    {
        if (Directory.Exists(path))
            throw new BadInputException(Words.Of($"--image 应为图片文件，实际是目录: {path}", $"--image must be a picture, and is a folder: {path}"), ToolCode.NotFound);
        if (!File.Exists(path))
            throw new BadInputException(Words.Of($"图片文件不存在: {path}", $"There is no picture {path}"), ToolCode.NotFound);
        byte[] encoded;
        try
        {
            encoded = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(Words.Of($"图片文件无法读取: {path}: {e.Message}", $"The picture cannot be read: {path}: {e.Message}"), ToolCode.Access);
        }

        return Of(path, encoded);
    }

    /// <param name="path">What it is called.</param>
    /// <param name="encoded">The file.</param>
    /// <exception cref="BadInputException">It is no picture that an algorithm could see.</exception>
    public static Picture Of(string path, byte[] encoded) => ImageHeader.TryRead(encoded, out var header, out string reason)
        ? new(path, encoded, header)
        : throw new BadInputException(Words.Of($"图片无法使用: {path}: {reason}", $"No usable picture: {path}: {PictureProblem.Of(encoded, header, reason)}"), AnswerCode.ImageLoadFailed);
}

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
            throw new BadInputException($"--image 应为图片文件，实际是目录: {path}");
        if (!File.Exists(path))
            throw new BadInputException($"图片文件不存在: {path}");
        byte[] encoded;
        try
        {
            encoded = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"图片文件无法读取: {path}: {e.Message}");
        }

        if (!ImageHeader.TryRead(encoded, out var header, out string reason))
            throw new BadInputException($"图片无法使用: {path}: {reason}", AnswerCode.ImageLoadFailed);
        return new(path, encoded, header);
    }
}

using System.Text;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// Where a report goes: known to be possible before anything is run, and there as a whole or not at all. A report that is there
/// already is replaced, as a compiler replaces its output.
/// </summary>
internal sealed class ReportFile
{
    private readonly string _folder;

    private ReportFile(string path)
    {
        Path = path;
        _folder = System.IO.Path.GetDirectoryName(path)!;
    }

    /// <summary>From the root.</summary>
    public string Path { get; }

    /// <param name="path">As the user gave it.</param>
    /// <exception cref="BadInputException">No report can be written there.</exception>
    public static ReportFile At(string path)
    {
        // A slip of the hand must not replace a photograph or a device; and a browser goes by the ending.
        if (System.IO.Path.GetExtension(path).ToLowerInvariant() is not (".html" or ".htm"))
            throw new BadInputException(Words.Of($"--report 应为 .html 文件: {path}。示例: --report report.html", $"--report must be a .html file: {path}. Example: --report report.html"));
        var file = new ReportFile(System.IO.Path.GetFullPath(path));
        if (Directory.Exists(file.Path))
            throw new BadInputException(Words.Of($"--report 应为文件，实际是目录: {path}", $"--report must be a file, and is a folder: {path}"));
        if (!Directory.Exists(file._folder))
            throw new BadInputException(Words.Of($"--report 的目录不存在: {file._folder}", $"There is no folder {file._folder} (--report)"));
        if (File.Exists(file.Path) && File.GetAttributes(file.Path).HasFlag(FileAttributes.ReadOnly))
            throw new BadInputException(Words.Of($"--report 的文件是只读的: {path}", $"The file of --report is read-only: {path}"));
        try
        {
            using var probe = file.CreateBeside(FileOptions.DeleteOnClose);
            return file;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The system's words for it name the file of the probe, of which the user knows nothing.
            string reason = e is UnauthorizedAccessException ? Words.Of("没有写入权限", "no permission to write") : e.Message;
            throw new BadInputException(Words.Of($"--report 的目录无法写入: {file._folder}: {reason}", $"The folder of --report cannot be written to: {file._folder}: {reason}"));
        }
    }

    /// <summary>Writes beside it, and puts it in its place when all of it is on the disk.</summary>
    /// <exception cref="Exception">The disk is full, or the folder is no longer what it was; what was there before still is.</exception>
    public void Replace(Action<TextWriter> write)
    {
        string? written = null;
        try
        {
            using (var file = CreateBeside(FileOptions.None))
            {
                written = file.Name;
                using var text = new StreamWriter(file, new UTF8Encoding(false), bufferSize: 64 * 1024);
                write(text);
                text.Flush();
                file.Flush(flushToDisk: true);
            }

            File.Move(written, Path, overwrite: true);
        }
        catch
        {
            if (written is not null)
                File.Delete(written);
            throw;
        }
    }

    private FileStream CreateBeside(FileOptions options) => new(
        System.IO.Path.Combine(_folder, $".procvision-report-{Guid.NewGuid():N}.tmp"),
        new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0, Options = options });
}

using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>A region that can be read, and where it came from.</summary>
/// <param name="Name">Its name, or the file's.</param>
/// <param name="File">Its file; null where a region is none.</param>
/// <param name="Memory">Its bytes: of a shared one, as they are being written.</param>
/// <param name="Owner">The process that made it; null for a file somewhere else, which nobody writes.</param>
internal sealed record OpenedRegion(string Name, string? File, RegionMemory Memory, ProcessInstance? Owner) : IDisposable
{
    /// <summary>Whether its owner is gone, and nobody will take it away.</summary>
    public bool IsLeftBehind => Owner is { IsAlive: false };

    /// <param name="region">A name or a path.</param>
    /// <exception cref="BadInputException">There is none, it is none, or it may not be read.</exception>
    public static OpenedRegion Open(string region)
    {
        string name = Path.GetFileName(region);
        bool isShared = SharedMemoryName.TryParse(name, out var parts)
            && (name == region || Path.GetDirectoryName(Path.GetFullPath(region)) == SharedMemory.LinuxFolder);
        if (!isShared)
            return OfFile(region, name);
        string? file = OperatingSystem.IsWindows() ? null : Path.Combine(SharedMemory.LinuxFolder, name);
        try
        {
            return new(name, file, SharedMemory.Open(name, writable: false), parts.Owner);
        }
        catch (SessionRegionException e)
        {
            throw new BadInputException($"{e.Message}。{Cure}", System.IO.File.Exists(file) ? ToolCode.Access : ToolCode.NotFound);
        }
    }

    public void Dispose() => Memory.Dispose();

    private static string Cure => Words.Of("用 procvision session 查看所有区域；其他用户的区域请用该用户运行 (sudo -u)", "procvision session shows all regions; for those of another user run it as that user (sudo -u)");

    private static unsafe OpenedRegion OfFile(string path, string name)
    {
        string shown = TerminalText.Of(path);
        if (Directory.Exists(path))
            throw new BadInputException(Words.Of($"应为会话区域的名称或文件，实际是目录: {shown}", $"It must be the name or the file of a session region, and is a folder: {shown}"), ToolCode.NotFound);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            if (!RegionMemory.IsSize(file.Length))
            {
                throw new BadInputException(
                    Words.Of($"不是会话区域: {shown} 有 {file.Length} 字节；应为 {RegionMemory.SmallestSize} 至 {RegionMemory.LargestSize} 字节，且为 {RegionMemory.SizeUnit} 的倍数", $"No session region: {shown} has {file.Length} bytes, and must have {RegionMemory.SmallestSize} to {RegionMemory.LargestSize}, a multiple of {RegionMemory.SizeUnit}"), ToolCode.NotFound);
            }

            var memory = PrivateMemory.Create((int)file.Length);
            file.ReadExactly(new Span<byte>(memory.Start, memory.Size));
            return new(name, path, memory, null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new BadInputException(Words.Of($"未找到会话区域: {shown}。用 procvision session 查看所有区域", $"There is no session region {shown}. procvision session shows all regions"), ToolCode.NotFound);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(Words.Of($"会话区域无法读取: {shown}: {e.Message}。请用文件所有者的用户运行 (sudo -u)", $"The session region cannot be read: {shown}: {e.Message}. Run this as the owner of the file (sudo -u)"), ToolCode.Access);
        }
    }
}

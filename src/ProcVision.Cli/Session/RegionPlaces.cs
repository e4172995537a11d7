using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Finds session regions by what the system says of its processes and files.</summary>
internal static class RegionPlaces
{
    /// <summary>The names of all regions of this machine, those that may not be read included.</summary>
    /// <exception cref="BadInputException">This system does not tell.</exception>
    public static IReadOnlyList<string> All() => OperatingSystem.IsLinux()
        ? [.. StaleRegions.Names().Select(static name => name.ToString()).Order(StringComparer.Ordinal)]
        : throw new BadInputException(Words.Of("只有 Linux 能列出会话区域；请给出名称: procvision session <名称>", "Session regions can be listed on Linux only; give a name: procvision session <name>"));

    /// <summary>The names of the regions that a process owns or has mapped.</summary>
    /// <exception cref="BadInputException">There is none, or no such process, or its maps may not be read.</exception>
    public static IReadOnlyList<string> Of(int process)
    {
        if (!OperatingSystem.IsLinux())
            throw new BadInputException(Words.Of("只有 Linux 能按进程查找会话区域；请给出名称: procvision session <名称>", "Session regions can be found by their process on Linux only; give a name: procvision session <name>"));
        var owned = StaleRegions.Names().Where(name => name.Owner.Id == process).Select(static name => name.ToString());
        string[] found = [.. owned.Union(Mapped(process)).Order(StringComparer.Ordinal)];
        if (found.Length > 0)
            return found;
        string what = Directory.Exists($"/proc/{process}") ? Words.Of($"进程 {process} 没有会话区域", $"The process {process} has no session region") : Words.Of($"没有进程 {process}，也没有它遗留的会话区域", $"There is neither a process {process} nor a session region that it has left");
        throw new BadInputException(Words.Of($"{what}。用 procvision session 查看所有区域", $"{what}. procvision session shows all regions"), ToolCode.NotFound);
    }

    private static IEnumerable<string> Mapped(int process)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines($"/proc/{process}/maps");
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // It has ended: what it owned may still be there.
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(Words.Of($"进程 {process} 的内存映射无法读取: {e.Message.TrimEnd('.')}。请用该进程的用户运行 (sudo -u)", $"The memory of the process {process} cannot be looked at: {e.Message.TrimEnd('.')}. Run this as its user (sudo -u)"), ToolCode.Access);
        }

        // One that its owner has unlinked has " (deleted)" behind its name: nobody can open it any more, and it is no name.
        return lines.Select(static line => line[(line.LastIndexOf('/') + 1)..]).Where(static name => SharedMemoryName.TryParse(name, out _));
    }
}

namespace ProcVision;

/// <summary>
/// The shared regions that owners left behind who were killed. On Windows a section goes with its owner, and there are none.
/// </summary>
internal static class StaleRegions
{
    /// <summary>
    /// Removes those of this user whose owner is gone: neither one whose owner lives, wherever, nor a file that is not a region, nor anything a
    /// symbolic link points at. Any number of processes may do it at once.
    /// </summary>
    /// <returns>The names of those that this call removed.</returns>
    internal static IReadOnlyList<string> Remove() => Remove(SharedMemory.LinuxFolder);

    /// <summary>The same in a folder of one's own.</summary>
    internal static IReadOnlyList<string> Remove(string folder)
    {
        var removed = new List<string>();
        if (!OperatingSystem.IsLinux())
        {
            return removed;
        }

        foreach (var name in Names(folder))
        {
            if (!name.Owner.IsAlive && LinuxSharedFile.TryRemove(Path.Combine(folder, name.ToString())))
            {
                removed.Add(name.ToString());
            }
        }

        return removed;
    }

    /// <summary>The names of the regions that are there, of whoever, live or left behind; on Windows none can be found.</summary>
    internal static IReadOnlyList<SharedMemoryName> Names() => Names(SharedMemory.LinuxFolder);

    private static List<SharedMemoryName> Names(string folder)
    {
        var names = new List<SharedMemoryName>();
        try
        {
            foreach (var path in OperatingSystem.IsLinux() ? Directory.EnumerateFiles(folder, SharedMemoryName.Prefix + "*") : [])
            {
                if (SharedMemoryName.TryParse(Path.GetFileName(path), out var name))
                {
                    names.Add(name);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No such folder, or not one to look into: then there is nothing of ours.
        }

        return names;
    }
}

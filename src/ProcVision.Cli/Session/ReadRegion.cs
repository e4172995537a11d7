namespace ProcVision.Cli;

/// <summary>A region and what was in it at one look.</summary>
/// <param name="Name">Its name, or the file's.</param>
/// <param name="File">Its file; null where a region is none.</param>
/// <param name="IsLeftBehind">Whether its owner is gone, and nobody has taken it away.</param>
/// <param name="Content">All of it, copied out.</param>
internal sealed record ReadRegion(string Name, string? File, bool IsLeftBehind, RegionContent Content)
{
    /// <param name="region">A name or a path.</param>
    /// <exception cref="BadInputException">There is none, it is none, or it may not be read.</exception>
    public static ReadRegion Of(string region)
    {
        using var opened = OpenedRegion.Open(region);
        try
        {
            return new(opened.Name, opened.File, opened.IsLeftBehind, RegionReader.Read(opened.Memory));
        }
        catch (SessionRegionException e)
        {
            throw new BadInputException($"{TerminalText.Of(region)}: {e.Message}", ToolCode.NotFound);
        }
    }

    /// <summary>Whether a process that the region names still runs; null for nobody.</summary>
    public static bool? IsAlive(RegionProcess process) => process.Id is 0 or > int.MaxValue ? null : new ProcessInstance((int)process.Id, process.Start).IsAlive;
}

namespace ProcVision;

/// <summary>A process as a region names it.</summary>
/// <param name="Id">Its number in the operating system; 0 for nobody.</param>
/// <param name="Start">When it started, in clock ticks after boot, because numbers come again; 0 where that is not known.</param>
internal readonly record struct RegionProcess(uint Id, ulong Start);

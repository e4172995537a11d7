namespace ProcVision;

/// <summary>What tells two states of a file apart. Every write and every truncation changes it, but for writes within one tick of the file system's clock.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Written">When its content was last written, nanoseconds since 1970.</param>
/// <param name="Changed">When it was last changed in any way, where the system tells: also setting <paramref name="Written"/> back shows here.</param>
internal readonly record struct FileStamp(long Length, long Written, long Changed)
{
    // Linux stamps files with the time of its last timer tick, at most 10 ms ago; Windows with a clock of 16 ms.
    private const long Tick = 20_000_000;

    /// <summary>Nanoseconds since 1970.</summary>
    internal static long Now => Nanoseconds(DateTime.UtcNow);

    internal static long Nanoseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks * 100;

    /// <summary>Whether a write after <paramref name="time"/> is sure to give another stamp: it does not when the last one was in the same tick.</summary>
    internal bool WouldShowWritesAfter(long time) => Math.Abs(time - Written) > Tick;
}

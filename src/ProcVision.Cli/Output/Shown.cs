using System.Globalization;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Quantities as people read them.</summary>
internal static class Shown
{
    /// <summary>With the offset: the reader may sit elsewhere.</summary>
    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    public static string Ms(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.0} ms");

    /// <param name="index">Of the step, from 1.</param>
    public static string Step(int index) => Words.Of($"步骤 {index}", $"Step {index}");

    public static string Bytes(long count) => count < 1 << 20
        ? string.Create(CultureInfo.InvariantCulture, $"{count / 1024.0:0.#} KiB")
        : string.Create(CultureInfo.InvariantCulture, $"{count / (1024.0 * 1024.0):0.#} MiB");
}

using ProcVision.CompilerServices;

namespace ProcVision.Hosting;

/// <summary>Which of the executable's algorithms this process is (DESIGN §3).</summary>
internal static class AlgorithmChoice
{
    /// <summary>The only algorithm whatever the entry says, else the one whose class the entry names.</summary>
    /// <param name="algorithms">The generated table.</param>
    /// <param name="entry"><c>module:Class</c> or null.</param>
    /// <param name="reason">Why there is none, with the classes there are: for 1004.</param>
    internal static AlgorithmDescriptor? Find(IReadOnlyList<AlgorithmDescriptor> algorithms, string? entry, out string reason)
    {
        reason = "";
        if (algorithms.Count == 1)
        {
            return algorithms[0];
        }

        if (algorithms.Count == 0)
        {
            reason = "entry_point not found: 可执行文件中没有算法. Mark a class with [Algorithm] and build again.";
            return null;
        }

        var name = entry is null ? null : entry[(entry.LastIndexOf(':') + 1)..].Trim();
        foreach (var algorithm in algorithms)
        {
            if (algorithm.ClassName == name)
            {
                return algorithm;
            }
        }

        var classes = string.Join(", ", algorithms.Select(algorithm => algorithm.ClassName));
        reason = entry is null
            ? $"entry_point not found: 未指定算法类. Start with --entry <module>:<Class>; this executable has {classes}."
            : $"entry_point not found: '{entry}'. This executable has {classes}.";
        return null;
    }
}

using System.Diagnostics;
using ProcVision.Runner;

namespace ProcVision.SupervisionCost;

/// <summary>Resident memory of this Runner (under the JIT) and of its children.</summary>
internal static class Memory
{
    public static async Task MeasureAsync(string noOp)
    {
        using var rig = new Rig(noOp);
        var algorithms = new List<SupervisedAlgorithm>();
        try
        {
            foreach (int children in (int[])[1, 8])
            {
                while (algorithms.Count < children)
                {
                    algorithms.Add(rig.Supervise());
                    await algorithms[^1].CallAsync(rig.Call);
                }

                GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                using var self = Process.GetCurrentProcess();
                double all = algorithms.Sum(static algorithm => Resident(algorithm.ProcessId!.Value));
                Console.WriteLine($"memory with {children} children: Runner       {self.WorkingSet64 / 1048576.0,7:0.0} MiB, each child {all / children:0.0} MiB");
            }
        }
        finally
        {
            foreach (var algorithm in algorithms)
                await algorithm.DisposeAsync();
        }
    }

    private static double Resident(int pid)
    {
        using var process = Process.GetProcessById(pid);
        return process.WorkingSet64 / 1048576.0;
    }
}

using BenchmarkDotNet.Attributes;

namespace ProcVision.Benchmarks.Sessions;

/// <summary>DESIGN §11: set and get of every form of value, against the original's way, MemoryPack and the floor, in one run.</summary>
[MemoryDiagnoser, Config(typeof(JitAndNative))]
public class SessionValues
{
    private const int Times = 200;

    [ParamsSource(nameof(Rows))]
    public SessionRow? Row { get; set; }

    public static IEnumerable<SessionRow> Rows => SessionRows.All();

    [Benchmark(OperationsPerInvoke = Times)]
    public void Floor() => Row!.Floor(Times);

    [Benchmark(OperationsPerInvoke = Times, Baseline = true, Description = "dictionary + JSON check")]
    public void Original() => Row!.Original(Times);

    [Benchmark(OperationsPerInvoke = Times)]
    public void MemoryPack() => Row!.Packed(Times);

    [Benchmark(OperationsPerInvoke = Times, Description = "session")]
    public void Ours() => Row!.Ours(Times);
}

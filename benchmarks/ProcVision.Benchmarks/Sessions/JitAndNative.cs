using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Environments;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Toolchains.NativeAot;

namespace ProcVision.Benchmarks.Sessions;

/// <summary>Under the JIT, as tests and the edge's own tools are, and natively, as an algorithm is: both in one run.</summary>
internal sealed class JitAndNative : ManualConfig
{
    public JitAndNative()
    {
        // The rows differ by six powers of ten: a tenth of a second tells each of them well, and the run stays below a quarter of an hour.
        var job = Job.Default.WithWarmupCount(4).WithIterationCount(12).WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(100));

        // Without a feed of its own the compiler comes from where every other package comes from.
        var native = NativeAotToolchain.CreateBuilder().UseNuGet("", "").TargetFrameworkMoniker("net10.0").DisplayName("native").ToToolchain();
        _ = WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(40));
        _ = AddJob(job.WithRuntime(CoreRuntime.Core10_0).WithId("JIT"), job.WithRuntime(NativeAotRuntime.Net10_0).WithToolchain(native).WithId("native"));
    }
}

using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Compile;

/// <summary>Compiles one project turn by turn: alone, with an idle analyzer, with the generator before it, and with all analyzers.</summary>
internal sealed class Contest(Project project)
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Idle = [new IdleAnalyzer()];
    private static readonly ImmutableArray<DiagnosticAnalyzer> IdleAndOurs = [.. Idle, .. Parts.Analyzers];

    private readonly Series _alone = new("all diagnostics of the compiler alone");
    private readonly Series _idle = new("with an analyzer that does nothing (floor)");
    private readonly Series _idleGenerator = new("a generator that asks for one type (floor)");
    private readonly Series _generator = new("our generator, its first run");
    private readonly Series _analyzers = new("with that one and our analyzers");

    public IEnumerable<Series> All => [_alone, _idleGenerator, _generator, _idle, _analyzers];

    /// <summary>The time the driver counted in the analyzers' own actions.</summary>
    public Series Inside { get; } = new("inside");

    public static int Analyzers => Parts.Analyzers.Length;

    public async Task TurnAsync(bool count)
    {
        Add(_idleGenerator, Generate(Project.DriverOf(new IdleGenerator())).Time);
        var (generated, generating) = Generate(project.Driver());
        Add(_generator, generating);

        var alone = Stopwatch.StartNew();
        _ = Fresh().GetDiagnostics();
        Add(_alone, alone.Elapsed);
        Add(_idle, await AnalyzeAsync(Fresh(), Idle));
        Add(_analyzers, await AnalyzeAsync(Fresh(), IdleAndOurs));
        Add(Inside, await InsideAsync(Fresh()));

        // Not what the generator looked at: what it bound would be bound already.
        Compilation Fresh() => project.Compile().AddSyntaxTrees(generated);

        void Add(Series series, TimeSpan time)
        {
            if (count)
                series.Add(time);
        }
    }

    private (IEnumerable<SyntaxTree> Trees, TimeSpan Time) Generate(GeneratorDriver driver)
    {
        var compilation = project.Compile();
        var time = Stopwatch.StartNew();
        _ = driver.RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        time.Stop();
        return ([.. generated.SyntaxTrees.Except(compilation.SyntaxTrees)], time.Elapsed);
    }

    /// <summary>As a build does it: all of the compiler and all analyzers, on all cores.</summary>
    private async Task<TimeSpan> AnalyzeAsync(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var time = Stopwatch.StartNew();
        _ = await compilation.WithAnalyzers(analyzers, Options()).GetAllDiagnosticsAsync();
        return time.Elapsed;
    }

    private async Task<TimeSpan> InsideAsync(Compilation compilation)
    {
        var result = await compilation.WithAnalyzers(Parts.Analyzers, Options()).GetAnalysisResultAsync(CancellationToken.None);
        return result.AnalyzerTelemetryInfo.Values.Aggregate(TimeSpan.Zero, (sum, info) => sum + info.ExecutionTime);
    }

    private CompilationWithAnalyzersOptions Options() => new(
        new AnalyzerOptions(project.Manifest is { } manifest ? [manifest] : [], new ManifestOptions()),
        onAnalyzerException: (error, analyzer, _) => throw new InvalidOperationException(analyzer.ToString(), error),
        concurrentAnalysis: true,
        logAnalyzerExecutionTime: true);
}

using BenchmarkDotNet.Attributes;

namespace ProcVision.Benchmarks.Wire;

/// <summary>DESIGN §11: parse a call and write its result, against System.Text.Json source generation doing the same in the same run.</summary>
[MemoryDiagnoser]
public class ParseAndWrite
{
    private byte[] _body = [];
    private ScannerAndTemplate? _ours;
    private SourceGeneration? _theirs;

    /// <summary>Position rectangles of the result; 24 are the coins of the sample.</summary>
    [Params(0, 24)]
    public int Rects { get; set; }

    /// <summary>Makes both sides ready, and checks that they answer alike.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var positions = Enumerable.Range(0, Rects).Select(i => new PositionRect(new(100 + i, 80 * i, 64, 66), "coin", 0.5 + (i / 100.0))).ToArray();
        _body = RecordedCall.Body();
        _ours = new(positions);
        _theirs = new(positions);
        if (_ours.Answer(_body) != _theirs.Answer(_body))
        {
            throw new InvalidOperationException("The two sides do not write the same result.");
        }
    }

    [GlobalCleanup]
    public void End()
    {
        _ours?.Dispose();
        _theirs?.Dispose();
    }

    [Benchmark(Baseline = true, Description = "System.Text.Json source generation")]
    public int SystemTextJson() => _theirs!.Answer(_body);

    [Benchmark(Description = "scanner and template")]
    public int Ours() => _ours!.Answer(_body);
}

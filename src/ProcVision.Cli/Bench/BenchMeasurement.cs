using System.Diagnostics;
using System.Globalization;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>Measures one algorithm: as a line uses it, one process, the same picture again and again, a session for each detection.</summary>
internal sealed class BenchMeasurement(PreparedRun prepared, Picture picture, string pid, BenchRequest request) : IDisposable
{
    /// <summary>Caches, the JIT of a Python package's runtime, files: before this nothing is counted.</summary>
    private const int WarmUp = 20;

    private readonly DetectionRegions _regions = new(prepared.Manifest.Model.Name, static note => ToolStreams.Error.WriteLine(note));
    private readonly List<TimeSpan> _handOver = [];
    private readonly Dictionary<(int Step, string Phase), List<TimeSpan>> _calls = [];

    /// <exception cref="BadInputException">A parameter is missing.</exception>
    /// <exception cref="AlgorithmStartException">It does not start.</exception>
    /// <exception cref="BenchErrorException">A detection ended with ERROR.</exception>
    public async Task<IReadOnlyList<BenchFigure>> RunAsync(CancellationToken cancellation)
    {
        using var handover = ImageHandover.Open();
        var started = new List<TimeSpan>();
        var first = new List<TimeSpan>();
        for (int i = 1; i < request.Starts; i++)
        {
            var one = Supervise(handover);
            await using (one.ConfigureAwait(false))
            {
                await one.StartAsync(cancellation).ConfigureAwait(false);
                started.Add(one.StartTime);
                first.Add(await FirstAsync(one, handover, cancellation).ConfigureAwait(false));
            }
        }

        var algorithm = Supervise(handover);
        await using (algorithm.ConfigureAwait(false))
        {
            await algorithm.StartAsync(cancellation).ConfigureAwait(false);
            started.Add(algorithm.StartTime);
            long idle = Memory(algorithm);
            first.Add(await FirstAsync(algorithm, handover, cancellation).ConfigureAwait(false));
            for (int i = 1; i < WarmUp; i++)
                await DetectAsync(algorithm, handover, isCounted: false, cancellation).ConfigureAwait(false);
            for (int i = 0; i < request.Count; i++)
                await DetectAsync(algorithm, handover, isCounted: true, cancellation).ConfigureAwait(false);
            return [.. Figures(started, first, idle, Memory(algorithm))];
        }
    }

    public void Dispose() => _regions.Dispose();

    private IEnumerable<BenchFigure> Figures(List<TimeSpan> started, List<TimeSpan> first, long idle, long busy)
    {
        yield return new("start_p50_ms", Rank(started, 0.5));
        yield return new("first_detection_p50_ms", Rank(first, 0.5));
        yield return new("hand_over_p50_ms", Rank(_handOver, 0.5));
        foreach (var ((step, phase), times) in _calls.OrderBy(static call => call.Key.Step).ThenByDescending(static call => call.Key.Phase, StringComparer.Ordinal))
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"step_{step}_{phase}");
            yield return new($"{name}_p50_ms", Rank(times, 0.5));
            yield return new($"{name}_p99_ms", Rank(times, 0.99));
        }

        yield return new("memory_idle_bytes", idle);
        yield return new("memory_busy_bytes", busy);
    }

    /// <summary>The first detection of a process, which reads models and fills caches.</summary>
    private async Task<TimeSpan> FirstAsync(SupervisedAlgorithm algorithm, ImageHandover handover, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        await DetectAsync(algorithm, handover, isCounted: false, cancellation).ConfigureAwait(false);
        return clock.Elapsed;
    }

    private async Task DetectAsync(SupervisedAlgorithm algorithm, ImageHandover handover, bool isCounted, CancellationToken cancellation)
    {
        var parameters = ParameterAssignment.Make(prepared.Manifest.Model.Steps, prepared.Steps, prepared.Given, picture.Header.Width, picture.Header.Height);
        if (parameters.Problems.Count > 0)
            throw new BadInputException(string.Join("; ", parameters.Problems), AnswerCode.InvalidParams);
        var session = SessionIdentity.ForDevelopment(pid);
        var clock = Stopwatch.StartNew();
        using var image = handover.Place(picture.Encoded, picture.Header, session.Id);
        var handed = clock.Elapsed;
        using var region = _regions.Rent(session);
        var report = await Detection.RunAsync(algorithm, new() { Session = session, Image = image, Steps = parameters.Steps, Region = region }, cancellation).ConfigureAwait(false);
        if (report.Steps.FirstOrDefault(static step => step.IsError)?.Failure is { } failure)
            throw new BenchErrorException(failure.ErrorCode, failure.Message);
        if (!isCounted)
            return;
        _handOver.Add(handed);
        foreach (var call in report.Steps.SelectMany(SeriesCall.Of))
        {
            if (!_calls.TryGetValue((call.Step, call.Phase), out var times))
                _calls.Add((call.Step, call.Phase), times = []);
            times.Add(call.Elapsed);
        }
    }

    private SupervisedAlgorithm Supervise(ImageHandover handover) => new(
        prepared.Manifest.Model.Name,
        async cancellation => await AlgorithmProcess.StartAsync(prepared.Launch, handover, RunnerTimings.Spec, null, null, cancellation).ConfigureAwait(false),
        RunnerTimings.Spec,
        new() { MaxRetries = 0, Restarts = 0, RestartWhenIdle = false });

    /// <summary>What of its memory is in the machine's (resident set).</summary>
    private static long Memory(SupervisedAlgorithm algorithm)
    {
        if (algorithm.ProcessId is not { } id)
            return 0;
        using var process = Process.GetProcessById(id);
        return process.WorkingSet64;
    }

    private static double Rank(List<TimeSpan> times, double part) => Math.Round(CallTimes.Rank([.. times.Order()], part).TotalMilliseconds, 4);
}

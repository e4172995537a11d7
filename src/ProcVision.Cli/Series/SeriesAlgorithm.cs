using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>The algorithm of a series: started once, and again after a process that died; a session for each picture.</summary>
internal sealed class SeriesAlgorithm : IAsyncDisposable
{
    private readonly PreparedRun _prepared;
    private readonly RunRequest _request;
    private readonly ImageHandover _handover = ImageHandover.Open();
    private readonly DetectionRegions _regions;
    private readonly SupervisedAlgorithm _algorithm;

    public SeriesAlgorithm(PreparedRun prepared, RunRequest request, AlgorithmLines lines, Action<string> note)
    {
        _prepared = prepared;
        _request = request;
        _regions = new(prepared.Manifest.Model.Name, note);
        // Started again as often as it takes: a breaker would end the series for one bad picture.
        _algorithm = new(
            prepared.Manifest.Model.Name,
            async cancellation => await AlgorithmProcess.StartAsync(prepared.Launch, _handover, RunnerTimings.Spec, note, lines.Add, cancellation).ConfigureAwait(false),
            RunnerTimings.Spec,
            new() { MaxRetries = request.Retries, BreakerCrashes = int.MaxValue, RestartWhenIdle = false, Backoff = [TimeSpan.Zero] });
    }

    public string Title => $"{_prepared.Manifest.Model.Name} {_prepared.Manifest.Model.Version}";

    public Task StartAsync(CancellationToken cancellation) => _algorithm.StartAsync(cancellation);

    /// <summary>One picture; one that cannot be read is an ERROR of its own, and nothing is called for it.</summary>
    public async Task<SeriesItem> InspectAsync(string path, int round, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            var picture = Picture.Read(path);
            var parameters = ParameterAssignment.Make(
                _prepared.Manifest.Model.Steps, _prepared.Steps, _prepared.Given, picture.Header.Width, picture.Header.Height);
            if (parameters.Problems.Count > 0)
                throw new BadInputException(string.Join("; ", parameters.Problems), AnswerCode.InvalidParams);
            var session = SessionIdentity.ForDevelopment(_request.Pid);
            using var image = _handover.Place(picture.Encoded, picture.Header, session.Id);
            using var region = _regions.Rent(session);
            var detect = new DetectionRequest { Session = session, Image = image, Steps = parameters.Steps, Limit = _request.Limit, Region = region };
            return SeriesItem.Of(picture, round, await Detection.RunAsync(_algorithm, detect, cancellation).ConfigureAwait(false));
        }
        catch (BadInputException e)
        {
            return SeriesItem.Unreadable(path, round, e);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _algorithm.DisposeAsync().ConfigureAwait(false);
        _regions.Dispose();
        _handover.Dispose();
    }
}

using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>One <c>procvision run</c>, from the words on the command line to the exit code.</summary>
internal sealed class InspectionRun(RunRequest request)
{
    private readonly RunOutput _output = RunOutput.Open(request.Json);

    /// <summary>Runs it. Whatever happens, no file and no process is left when this completes.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await InspectAsync(cancellation).ConfigureAwait(false);
        }
        catch (BadInputException e)
        {
            _output.Fail(e.ErrorCode, e.Message);
            return ExitCode.BadInput;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that may not be read, a full disk: the system's own words name the file.
            _output.Fail(null, e.Message);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _output.Note("已中断");
            return ExitCode.Interrupted;
        }
    }

    private async Task<int> InspectAsync(CancellationToken cancellation)
    {
        // What costs nothing is looked at first: a build takes seconds.
        var picture = Picture.Read(request.Image);
        var given = GivenParameters.Read(request.Parameters);
        var target = await AlgorithmTarget.FindAsync(request.Target, request.Manifest, _output.Note, cancellation).ConfigureAwait(false);
        var manifest = ManifestChoice.Choose(target.Manifests, request.Pid);
        foreach (string problem in manifest.Problems)
            _output.Note(problem);
        var steps = StepChoice.Choose(manifest, request.Step);
        var parameters = ParameterAssignment.Make(manifest.Model.Steps, steps, given, picture.Header.Width, picture.Header.Height);
        if (parameters.Problems.Count > 0)
            throw new BadInputException(string.Join(Environment.NewLine + "      ", parameters.Problems), AnswerCode.InvalidParams);
        foreach (string note in parameters.Notes)
            _output.Note(note);

        var session = SessionIdentity.ForDevelopment(request.Pid);
        using var images = OrImageError(ImageHandover.Open);
        using var image = OrImageError(() => images.Place(picture.Encoded, picture.Header, session.Id));
        try
        {
            var process = await AlgorithmProcess
                .StartAsync(target.Launch(manifest), images, RunnerTimings.Spec, _output.Note, cancellation).ConfigureAwait(false);
            await using (process.ConfigureAwait(false))
            {
                var report = await Detection
                    .RunAsync(process, session, image, parameters.Steps, request.Limit, cancellation).ConfigureAwait(false);
                if (report.LastRun?.Failure is { Source: CallAnswerSource.Runner })
                    await LetInterruptArriveAsync(cancellation).ConfigureAwait(false);
                _output.Report(manifest.Model, picture, process.StartTime, report);
                _output.Log(process.Stderr, report.Outcome);
                return report.Outcome == DetectionOutcome.Error ? ExitCode.Error : ExitCode.Success;
            }
        }
        catch (AlgorithmStartException e)
        {
            await LetInterruptArriveAsync(cancellation).ConfigureAwait(false);
            _output.Fail(e.ErrorCode, e.Message);
            _output.Log(e.Stderr, DetectionOutcome.Error);
            return ExitCode.Error;
        }
    }

    private static T OrImageError<T>(Func<T> handOver)
    {
        try
        {
            return handOver();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"图像无法交给算法: {e.Message}", AnswerCode.ImageLoadFailed);
        }
    }

    /// <summary>
    /// A terminal sends Ctrl-C to the algorithm as well: it may have died of it before this process has noticed its own signal, and that
    /// is then no failure of the algorithm.
    /// </summary>
    private static Task LetInterruptArriveAsync(CancellationToken cancellation) => Task.Delay(TimeSpan.FromSeconds(1), cancellation);
}

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
            _output.Fail(ToolCode.Access, e.Message);
            return ExitCode.BadInput;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _output.Note(Words.Of("已中断", "interrupted"));
            return ExitCode.Interrupted;
        }
    }

    private async Task<int> InspectAsync(CancellationToken cancellation)
    {
        // What costs nothing is looked at first: a build takes seconds.
        var report = request.Report is { } path ? ReportFile.At(path) : null;
        var picture = Picture.Read(request.Images[0]);
        using var prepared = await PreparedRun.OfAsync(request, _output.Note, cancellation).ConfigureAwait(false);
        var (manifest, chosen, given) = (prepared.Manifest, prepared.Steps, prepared.Given);
        var parameters = ParameterAssignment.Make(manifest.Model.Steps, chosen, given, picture.Header.Width, picture.Header.Height);
        if (parameters.Problems.Count > 0)
            throw new BadInputException(string.Join(Environment.NewLine + "      ", parameters.Problems), AnswerCode.InvalidParams);
        foreach (string note in parameters.Notes)
            _output.Note(note);

        var planned = new InspectionRecord
        {
            Time = TimeProvider.System.GetLocalNow(),
            Manifest = manifest.Model,
            Picture = picture,
            Session = SessionIdentity.ForDevelopment(request.Pid),
            Steps = [.. chosen.Zip(parameters.Steps, (step, sent) => PlannedStep.Of(step, sent, given))],
        };
        var record = await CallAsync(planned, prepared.Launch, parameters.Steps, cancellation).ConfigureAwait(false);
        return Tell(record with { Notes = _output.Notes }, report);
    }

    /// <summary>Runs the algorithm, and ends it: what it has to say on its way out belongs to the record.</summary>
    private async Task<InspectionRecord> CallAsync(
        InspectionRecord planned, AlgorithmLaunch launch, IReadOnlyList<DetectionStep> steps, CancellationToken cancellation)
    {
        using var images = OrImageError(ImageHandover.Open);
        using var image = OrImageError(() => images.Place(planned.Picture.Encoded, planned.Picture.Header, planned.Session.Id));
        using var regions = new DetectionRegions(planned.Manifest.Name, _output.Note);
        using var region = regions.Rent(planned.Session);
        var lines = new AlgorithmLines(request.TailLogs);
        try
        {
            var algorithm = Supervise(planned.Manifest.Name, launch, images, lines);
            RunningAlgorithm running;
            DetectionReport detection;
            await using (algorithm.ConfigureAwait(false))
            {
                await algorithm.StartAsync(cancellation).ConfigureAwait(false);
                running = RunningAlgorithm.Of(algorithm);
                var detect = new DetectionRequest
                {
                    Session = planned.Session,
                    Image = image,
                    Steps = steps,
                    Limit = request.Limit,
                    Region = region,
                    Log = _output.Note,
                };
                detection = await Detection.RunAsync(algorithm, detect, cancellation).ConfigureAwait(false);
                if (detection.LastRun?.Failure is { Source: CallAnswerSource.Runner })
                    await LetInterruptArriveAsync(cancellation).ConfigureAwait(false);
            }

            return planned with
            {
                Algorithm = running,
                Detection = detection,
                Log = lines.Last,
            };
        }
        catch (AlgorithmStartException e)
        {
            await LetInterruptArriveAsync(cancellation).ConfigureAwait(false);
            return planned with { StartFailure = e, Log = lines.Last };
        }
    }

    /// <summary>
    /// Supervised as on a line, but as often started again as called again, by default never: whoever writes an algorithm wants to see its first failure.
    /// Its comings and goings are not told; what a retry was for is a warning of the call.
    /// </summary>
    private SupervisedAlgorithm Supervise(string name, AlgorithmLaunch launch, ImageHandover images, AlgorithmLines lines) => new(
        name,
        async cancellation => await AlgorithmProcess
            .StartAsync(launch, images, RunnerTimings.Spec, _output.Note, lines.Add, cancellation).ConfigureAwait(false),
        RunnerTimings.Spec,
        new() { MaxRetries = request.Retries, Restarts = request.Retries, RestartWhenIdle = false });

    /// <summary>Tells what came of it. A report that cannot be written takes nothing away from the result.</summary>
    private int Tell(InspectionRecord record, ReportFile? report)
    {
        bool isWritten = report is null || IsWritten(report, record);
        string? reportPath = isWritten ? report?.Path : null;
        if (record is { Detection: { } detection })
            _output.Report(record, detection, reportPath);
        else
            _output.Fail(record.StartFailure!.ErrorCode, record.StartFailure.Message, reportPath);
        if (!request.TailLogs)
            _output.Log(record.Log, record.Outcome);
        return record.Outcome == DetectionOutcome.Error ? ExitCode.Error : isWritten ? ExitCode.Success : ExitCode.BadInput;
    }

    private bool IsWritten(ReportFile report, InspectionRecord record)
    {
        try
        {
            report.Replace(text => ReportWriter.Write(text, record));
            return true;
        }
        catch (Exception e)
        {
            // Whatever it is — .NET has several names for a file that cannot grow — the verdict must still be told.
            _output.Complain(Words.Of($"报告无法写入: {report.Path}: {e.Message}", $"The report cannot be written: {report.Path}: {e.Message}"));
            return false;
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
            throw new BadInputException(Words.Of($"图像无法交给算法: {e.Message}", $"The picture cannot be handed to the algorithm: {e.Message}"), AnswerCode.ImageLoadFailed);
        }
    }

    /// <summary>
    /// A terminal sends Ctrl-C to the algorithm as well: it may have died of it before this process has noticed its own signal, and that
    /// is then no failure of the algorithm.
    /// </summary>
    private static Task LetInterruptArriveAsync(CancellationToken cancellation) => Task.Delay(TimeSpan.FromSeconds(1), cancellation);
}

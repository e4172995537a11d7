using System.Diagnostics;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// A <c>procvision run</c> over several pictures, as on a line: one process for all of them, a session for each, and after a process that died
/// the next picture has a new one. Whatever ends it, what was done is told.
/// </summary>
internal sealed class SeriesRun(RunRequest request)
{
    private readonly List<SeriesItem> _items = [];
    private readonly AlgorithmLines _lines = new(request.TailLogs);

    public Task<int> RunAsync(CancellationToken cancellation) => CommandEnd.OfAsync(request.Json, () => InspectAsync(cancellation), cancellation);

    private async Task<int> InspectAsync(CancellationToken cancellation)
    {
        var report = request.Report is { } path ? ReportFile.At(path) : null;
        var images = SeriesImages.Find(request.Images);
        using var prepared = await PreparedRun.OfAsync(request, ToolStreams.Note, cancellation).ConfigureAwait(false);
        int planned = images.Count * request.Repeat;
        var clock = new Stopwatch();
        await CallAsync(prepared, images, planned, clock, cancellation).ConfigureAwait(false);
        var summary = new SeriesSummary(_items, planned, clock.Elapsed);
        bool isWritten = report is null || IsWritten(report, prepared, summary);
        string? reportPath = isWritten ? report?.Path : null;
        if (request.Json)
            SeriesJson.Write(summary, reportPath);
        else
            SeriesText.Write(summary, reportPath);
        if (!request.TailLogs && summary.Count(DetectionOutcome.Error) > 0)
            TellLog();
        return summary.IsPartial ? ExitCode.Interrupted
            : summary.Count(DetectionOutcome.Error) > 0 ? ExitCode.Error
            : isWritten ? ExitCode.Success : ExitCode.BadInput;
    }

    /// <summary>Goes through all pictures until there are no more, or somebody has had enough.</summary>
    private async Task CallAsync(PreparedRun prepared, IReadOnlyList<string> images, int planned, Stopwatch clock, CancellationToken cancellation)
    {
        var progress = new SeriesProgress(planned);
        var algorithm = new SeriesAlgorithm(prepared, request, _lines, ToolStreams.Note);
        await using (algorithm.ConfigureAwait(false))
        {
            await algorithm.StartAsync(cancellation).ConfigureAwait(false);
            clock.Start();
            try
            {
                for (int round = 1; round <= request.Repeat; round++)
                {
                    foreach (string image in images)
                    {
                        var item = await algorithm.InspectAsync(image, round, cancellation).ConfigureAwait(false);
                        if (cancellation.IsCancellationRequested && item.Outcome == DetectionOutcome.Error)
                            return;
                        _items.Add(item);
                        if (item.Outcome != DetectionOutcome.Ok && !request.Json)
                        {
                            progress.Clear();
                            SeriesText.WriteItem(item);
                        }

                        progress.Show(_items.Count);
                    }
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // What was done is told all the same.
            }
            finally
            {
                clock.Stop();
                progress.Clear();
            }
        }
    }

    private bool IsWritten(ReportFile report, PreparedRun prepared, SeriesSummary summary)
    {
        try
        {
            report.Replace(text => SeriesReport.Write(text, prepared.Manifest.Model, request.Pid, summary));
            return true;
        }
        catch (Exception e)
        {
            // Whatever it is — .NET has several names for a file that cannot grow — the verdicts must still be told.
            ToolStreams.Error.WriteLine(Complaint.Of(ToolCode.Access, Words.Of($"报告无法写入: {report.Path}: {e.Message}", $"The report cannot be written: {report.Path}: {e.Message}")));
            return false;
        }
    }

    private void TellLog()
    {
        const int Shown = 50;
        var last = _lines.Last.TakeLast(Shown).ToArray();
        if (last.Length > 0)
            ToolStreams.Error.WriteLine(Words.Of("算法日志 (最后的行):", "The algorithm's log (last lines):"));
        foreach (string line in last)
            ToolStreams.Error.WriteLine(TerminalText.Of(AlgorithmLogLine.Format(line)));
    }
}

using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>
/// A <c>procvision run --compare</c>: two packages over the same pictures, picture by picture and in turns, so that both see the same machine.
/// </summary>
internal sealed class CompareRun(RunRequest request)
{
    private readonly List<ComparedItem> _items = [];

    public Task<int> RunAsync(CancellationToken cancellation) => CommandEnd.OfAsync(request.Json, () => CompareAsync(cancellation), cancellation);

    private async Task<int> CompareAsync(CancellationToken cancellation)
    {
        if (request.Report is not null)
            throw new BadInputException(Words.Of("--compare 没有 HTML 报告，请去掉 --report，或使用 --json", "There is no HTML report of --compare; leave --report out, or use --json"));
        var images = SeriesImages.Find(request.Images);
        using var first = await PreparedRun.OfAsync(request, ToolStreams.Note, cancellation).ConfigureAwait(false);
        using var second = await PreparedRun.OfAsync(request with { Target = request.Compare!, Manifest = null }, ToolStreams.Note, cancellation).ConfigureAwait(false);
        int planned = images.Count * request.Repeat;
        var lines = new AlgorithmLines(request.TailLogs);
        var a = new SeriesAlgorithm(first, request, lines, ToolStreams.Note);
        await using var endA = a.ConfigureAwait(false);
        var b = new SeriesAlgorithm(second, request, lines, ToolStreams.Note);
        await using var endB = b.ConfigureAwait(false);
        await a.StartAsync(cancellation).ConfigureAwait(false);
        await b.StartAsync(cancellation).ConfigureAwait(false);
        await GoAsync(a, b, images, planned, cancellation).ConfigureAwait(false);

        var comparison = new Comparison(a.Title, b.Title, _items, planned);
        if (request.Json)
            CompareOutput.WriteJson(comparison);
        else
            CompareOutput.WriteText(comparison);
        return comparison.IsPartial ? ExitCode.Interrupted : comparison.IsSame ? ExitCode.Success : ExitCode.Error;
    }

    private async Task GoAsync(SeriesAlgorithm a, SeriesAlgorithm b, IReadOnlyList<string> images, int planned, CancellationToken cancellation)
    {
        var progress = new SeriesProgress(planned);
        try
        {
            for (int i = 0; i < planned; i++)
            {
                string image = images[i % images.Count];
                int round = (i / images.Count) + 1;
                var (before, after) = i % 2 == 0 ? (a, b) : (b, a);
                var one = await before.InspectAsync(image, round, cancellation).ConfigureAwait(false);
                var other = await after.InspectAsync(image, round, cancellation).ConfigureAwait(false);
                if (cancellation.IsCancellationRequested && (one.Outcome == DetectionOutcome.Error || other.Outcome == DetectionOutcome.Error))
                    return;
                _items.Add(i % 2 == 0 ? new(one, other) : new(other, one));
                progress.Show(_items.Count);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What was compared is told all the same.
        }
        finally
        {
            progress.Clear();
        }
    }
}

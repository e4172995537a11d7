using System.Globalization;
using System.Text;
using ProcVision.Runner;

namespace ProcVision.Cli;

/// <summary>One <c>procvision bench</c>, from the words on the command line to the exit code.</summary>
internal sealed class BenchRun(BenchRequest request)
{
    public Task<int> RunAsync(CancellationToken cancellation) => CommandEnd.OfAsync(request.Json, () => TryAsync(cancellation), cancellation);

    private async Task<int> TryAsync(CancellationToken cancellation)
    {
        try
        {
            return await MeasureAsync(cancellation).ConfigureAwait(false);
        }
        catch (BenchErrorException e)
        {
            ToolFailure.Tell(e.Code, Words.Of($"检测以 ERROR 结束，没有可比的时间: {e.Message}", $"A detection ended with ERROR, so its times mean nothing: {e.Message}"), request.Json);
            return ExitCode.Error;
        }
    }

    private async Task<int> MeasureAsync(CancellationToken cancellation)
    {
        var baseline = request.Baseline is { } file ? BenchBaseline.Read(file) : null;
        if (request.Save is { } target)
            BenchBaseline.CheckTarget(target);
        var picture = Picture.Read(request.Image);
        var run = new RunRequest { Target = request.Target, Pid = request.Pid ?? "", Images = [request.Image], Parameters = request.Parameters, Python = request.Python };
        using var prepared = await PreparedRun.OfAsync(run, ToolStreams.Note, cancellation).ConfigureAwait(false);
        string pid = request.Pid ?? prepared.Manifest.Model.Pids[0];
        using var measurement = new BenchMeasurement(prepared, picture, pid, request);
        var measured = await measurement.RunAsync(cancellation).ConfigureAwait(false);
        BenchFigure[] figures = [.. measured.Select(figure => figure with { Baseline = baseline is not null && baseline.TryGetValue(figure.Name, out double before) ? before : null })];
        foreach (string gone in baseline?.Keys.Except(figures.Select(static figure => figure.Name)) ?? [])
            ToolStreams.Note(Words.Of($"基线中的 {gone} 没有测到", $"{gone} of the baseline was not measured"));
        if (request.Save is { } save)
            BenchBaseline.Write(save, figures);
        Write(prepared.Manifest.Model.Name + " " + prepared.Manifest.Model.Version, figures);
        string[] worse = [.. figures.Where(figure => figure.IsRegression(request.Tolerance)).Select(static figure => figure.Name)];
        if (worse.Length == 0)
            return ExitCode.Success;
        ToolStreams.Error.WriteLine(Complaint.Of(ToolCode.Regression, Words.Of($"超出容差: {string.Join(", ", worse)}", $"beyond the tolerance: {string.Join(", ", worse)}")));
        return ExitCode.Error;
    }

    private void Write(string algorithm, BenchFigure[] figures)
    {
        if (request.Json)
        {
            ToolStreams.WriteJson(json =>
            {
                json.WriteStartObject();
                json.WriteString("algorithm", algorithm);
                json.WriteNumber("count", request.Count);
                json.WriteStartObject("figures");
                foreach (var figure in figures)
                    json.WriteNumber(figure.Name, figure.Value);
                json.WriteEndObject();
                json.WriteStartArray("regressions");
                foreach (var figure in figures.Where(figure => figure.IsRegression(request.Tolerance)))
                    json.WriteStringValue(figure.Name);
                json.WriteEndArray();
                json.WriteEndObject();
            });
            return;
        }

        var text = new StringBuilder();
        text.Append(Ink.Strong(algorithm)).Append(Words.Of($"，{request.Count} 次检测", $", {request.Count} detections")).Append('\n');
        foreach (var figure in figures)
        {
            string compared = figure.Ratio is { } ratio ? "  " + ratio.ToString("0.00", CultureInfo.InvariantCulture) + "x" : "";
            text.Append($"  {figure.Name,-32}{figure.Text,14}{(figure.IsRegression(request.Tolerance) ? Ink.Error(compared) : compared)}\n");
        }

        ToolStreams.Write(text.ToString());
    }
}

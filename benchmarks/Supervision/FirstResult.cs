using System.Diagnostics;
using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.SupervisionCost;

/// <summary>From nothing to the first result of the sample on a photograph: process, handshake, picture, two steps.</summary>
internal static class FirstResult
{
    private const int Runs = 20;

    public static async Task MeasureAsync(string sample, string photo)
    {
        byte[] encoded = await File.ReadAllBytesAsync(photo);
        if (!ImageHeader.TryRead(encoded, out var header, out string reason))
            throw new InvalidOperationException(reason);
        using var images = ImageHandover.Open();
        using var regions = SessionRegions.Open();
        var launch = AlgorithmLaunch.Adapter(sample, Path.GetDirectoryName(sample)!, "algorithm_example.main:PartInspection");
        var roi = JsonDocument.Parse(FormattableString.Invariant($$"""{"x":0,"y":0,"width":{{header.Width}},"height":{{header.Height}}}""")).RootElement;
        DetectionStep[] steps = [new(1, "", new Dictionary<string, JsonElement> { ["roi"] = roi }), new(2, "", new Dictionary<string, JsonElement>())];
        List<double> first = [], warm = [];
        for (int i = -2; i < Runs; i++)
        {
            long began = Stopwatch.GetTimestamp();
            await using var algorithm = new SupervisedAlgorithm("sample", launch, images, RunnerTimings.Spec);
            double start = await DetectAsync(began);
            double again = await DetectAsync(Stopwatch.GetTimestamp());
            if (i < 0)
                continue;
            first.Add(start);
            warm.Add(again);

            async Task<double> DetectAsync(long since)
            {
                var session = SessionIdentity.ForDevelopment("p001");
                using var image = images.Place(encoded, header, session.Id);
                using var region = regions.Rent(session, "sample");
                var report = await Detection.RunAsync(algorithm, new() { Session = session, Image = image, Steps = steps, Region = region });
                if (report.Outcome == DetectionOutcome.Error)
                    throw new InvalidOperationException(report.LastRun!.Failure!.Message);
                return Stopwatch.GetElapsedTime(since).TotalMilliseconds;
            }
        }

        Console.WriteLine($"start → first result of the sample    {Rig.Median(first),7:0.0} ms");
        Console.WriteLine($"the same detection, warm              {Rig.Median(warm),7:0.0} ms   {Rig.Median(first) / Rig.Median(warm):0.00} (first / warm)");
    }
}

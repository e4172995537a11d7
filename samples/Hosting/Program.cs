// hosting EXECUTABLE PICTURE...: inspects pictures with the algorithm of samples/AlgorithmExample, which is started once and kept alive.
using System.Text.Json;
using ProcVision;
using ProcVision.Runner;

string executable = Path.GetFullPath(args[0]), folder = Path.GetDirectoryName(executable)!;
var launch = AlgorithmLaunch.Adapter(executable, folder, "algorithm_example.main:PartInspection");

using var images = ImageHandover.Open();     // the folder through which pictures go; removed at the end
using var regions = SessionRegions.Open();   // the memory of sessions; also removes what a killed Runner has left
await using var algorithm = new SupervisedAlgorithm(
    "algorithm-example:1.0.0", launch, images, RunnerTimings.Spec, log: static line => Console.Error.WriteLine(line));
algorithm.Logged += static line => Console.Error.WriteLine($"{line.Algorithm} {line.SessionId} {line.Level}: {line.Message}");
await algorithm.StartAsync();

foreach (string file in args[1..])
{
    byte[] picture = File.ReadAllBytes(file);
    if (!ImageHeader.TryRead(picture, out var header, out string reason))
    {
        Console.WriteLine($"{Path.GetFileName(file)}: {reason}");
        continue;
    }

    var roi = JsonElement.Parse($$"""{ "x": 0, "y": 0, "width": {{header.Width}}, "height": {{header.Height}} }""");
    DetectionStep[] steps =
    [
        new(1, "定位料盘", new Dictionary<string, JsonElement> { ["roi"] = roi }),
        new(2, "检测零件", new Dictionary<string, JsonElement>()),
    ];
    string number = Guid.NewGuid().ToString("N");
    var session = new SessionIdentity("session-" + number, "p001", "operator-7", "trace-" + number);
    using var image = images.Place(picture, header, session.Id, "cam-1");
    using var region = regions.Rent(session, "algorithm-example");
    var request = new DetectionRequest { Session = session, Image = image, Steps = steps, Region = region };

    var report = await Detection.RunAsync(algorithm, request);

    string why = report.LastRun?.Failure is { } failure ? $" [{failure.ErrorCode}] {failure.Message}" : "";
    Console.WriteLine($"{Path.GetFileName(file)}: {report.Outcome}{why}, {report.SessionValues.Count} values kept, {algorithm.Health.Verdict}");
}

using System.Text.Json;
using ProcVision;
using ProcVision.Runner;
using ProcVision.TestAlgorithm;

if (AlgorithmWorker.TryRun(args, [ScriptedAlgorithm.Describe("First")], null, out int exitCode))
{
    return exitCode;
}

// A Runner with one algorithm inside a call that does not end: says where everything is, and waits to be killed.
// Usage: ProcVision.TestRunner native|python EXECUTABLE ROOT ENTRY
//        ProcVision.TestRunner worker ROOT                            calls itself, once
if (args is ["worker", var folder])
{
    using var pictures = ImageHandover.Open();
    var identity = SessionIdentity.ForDevelopment("p001");
    using var picture = pictures.Place([1, 2, 3, 4, 5], new ImageHeader(ImageEncoding.Png, 640, 480, PixelFormat.Gray8), identity.Id);
    await using var worker = await AlgorithmProcess.StartAsync(AlgorithmWorker.Launch(folder, "any:First"), pictures, RunnerTimings.Spec);
    var called = await worker.CallAsync(new() { Phase = Phase.Execute, Step = 1, Pid = "p001", Session = identity, Parameters = new Dictionary<string, JsonElement>(), Image = picture });
    Console.WriteLine($"{worker.Pid != Environment.ProcessId} {called.Verdict}");
    return 0;
}

if (args is not [var kind, var executable, var root, var entry])
{
    return 2;
}

using var images = ImageHandover.Open();
using var regions = SessionRegions.Open();
var session = SessionIdentity.ForDevelopment("p001");
using var image = images.Place([1, 2, 3, 4, 5], new ImageHeader(ImageEncoding.Png, 640, 480, PixelFormat.Gray8), session.Id);
using var region = regions.Rent(session, "orphan");
var launch = kind == "python" ? AlgorithmLaunch.Python(executable, root, entry) : AlgorithmLaunch.Adapter(executable, root, entry);
await using var algorithm = new SupervisedAlgorithm("orphan", launch, images, RunnerTimings.Spec, log: Console.Error.WriteLine);
await algorithm.StartAsync();
var answer = algorithm.CallAsync(
    new()
    {
        Phase = Phase.Execute,
        Step = 1,
        Pid = "p001",
        Session = session,
        Region = region,
        Parameters = new Dictionary<string, JsonElement> { ["do"] = JsonDocument.Parse("\"sleep\"").RootElement, ["ms"] = JsonDocument.Parse("60000").RootElement },
        Image = image,
    },
    TimeSpan.FromMinutes(2));

// Long enough for the call to be in the step: what is killed before that ends by the end of its input.
await Task.Delay(500);
Console.WriteLine($"{algorithm.ProcessId} {region.Name} {images.Directory}");
Console.WriteLine((await answer).Message);
return 0;

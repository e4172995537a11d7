using System.Text.Json;
using ProcVision.Runner.Tests;

namespace ProcVision.Cli.Tests;

/// <summary>A folder as <c>dotnet publish</c> leaves it, with the stand-in algorithm as its executable, and a picture.</summary>
internal sealed class PublishedStandIn : IDisposable
{
    public const string Manifest = """
        {
          "name": "stand-in", "version": "1.0.0", "entry_point": "main:StandIn", "supported_pids": ["p001", "p002"],
          "steps": [
            { "index": 1, "name": "定位料盘", "params": [
              { "key": "roi", "type": "rect", "required": true },
              { "key": "exposure", "type": "float", "default": 12.5, "min": 8, "max": 16, "unit": "ms" } ] },
            { "index": 2, "name": "检测零件", "params": [
              { "key": "threshold", "type": "float", "default": 0.7, "min": 0.5, "max": 0.9 } ] }
          ]
        }
        """;

    /// <summary>A gray picture of 120 × 100 pixels.</summary>
    public const string Png =
        "iVBORw0KGgoAAAANSUhEUgAAAHgAAABkCAAAAABoG6vuAAAAQ0lEQVR42u3NMQEAAAwCIKMb3RbbAwVIn0QsFovFYrFYLBaLxWKxWCwWi8VisVgsFovFYrFYLBaLxWKxWCwWi8XiWwOFj3FawtKdqgAAAABJRU5ErkJggg==";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("procvision-test-");

    public PublishedStandIn(string behaviour = "ok")
    {
        File.WriteAllText(InFolder("manifest.json"), Manifest);
        File.WriteAllBytes(Picture, Convert.FromBase64String(Png));
        string script = Path.Combine(AppContext.BaseDirectory, "StandIn", "algorithm.py");
        AddExecutable("stand-in", $"exec python3 '{script}' --do {behaviour} --record '{RecordFile}' \"$@\"");
    }

    public string Folder => _folder.FullName;

    public string Picture => InFolder("picture.png");

    public IReadOnlyList<JsonElement> Recorded => StandInRecord.Read(RecordFile);

    /// <summary>The <c>data</c> of the calls of steps it was sent; a question for its info has none.</summary>
    public IReadOnlyList<JsonElement> Calls =>
    [
        .. Recorded
            .Where(static entry => entry.TryGetProperty("type", out var type) && type.GetString() == "call" && entry.TryGetProperty("data", out _))
            .Select(static call => call.GetProperty("data")),
    ];

    private string RecordFile => InFolder("record.jsonl");

    public string InFolder(string name) => Path.Combine(_folder.FullName, name);

    public void AddExecutable(string name, string command)
    {
        File.WriteAllText(InFolder(name), $"#!/bin/sh\n{command}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(InFolder(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>Runs the tool on this folder, with product and picture unless they are given.</summary>
    public Task<ToolRun> RunAsync(params string[] more) => ToolRun.OfAsync(Arguments(more));

    public string[] Arguments(params string[] more)
    {
        string[] product = more.Contains("--pid") ? [] : ["--pid", "p001"];
        string[] picture = more.Contains("--image") ? [] : ["--image", Picture];
        return ["run", Folder, .. product, .. picture, .. more];
    }

    /// <summary>Neither the algorithm, nor what it started, nor its directory of pictures is there any more.</summary>
    public void AssertNothingIsLeft()
    {
        Assert.NotEmpty(Recorded);
        foreach (var entry in Recorded)
        {
            if (entry.TryGetProperty("pid", out var pid) && entry.TryGetProperty("environment", out var environment))
            {
                Assert.False(StandInRecord.IsAlive(pid.GetInt32()), "the algorithm process is still there");
                string pictures = environment.GetProperty("PROC_SHM_DIR").GetString()!;
                Assert.False(Directory.Exists(pictures), "the directory of pictures is still there");
                Assert.False(File.Exists(pictures + ".held"), "the file that holds the directory of pictures is still there");
            }

            if (entry.TryGetProperty("grandchild", out var grandchild))
                StandInRecord.AssertDies(grandchild.GetInt32());
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);
}

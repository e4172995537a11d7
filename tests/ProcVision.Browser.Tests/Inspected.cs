using System.Text.Json;
using ProcVision.Cli.Tests;
using ProcVision.EndToEnd.Tests;

namespace ProcVision.Browser.Tests;

/// <summary>An inspection with the real tool: its report, and what it said as JSON.</summary>
internal sealed class Inspected : IDisposable
{
    private static readonly string[] Lists = ["defect_rects", "position_rects", "calibration_rects"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("procvision-report-");

    private Inspected()
    {
    }

    public string Report => Path.Combine(_folder.FullName, "report.html");

    public JsonElement Json { get; private set; }

    /// <summary>The sample algorithm on a picture.</summary>
    public static Task<Inspected> SampleAsync(PublishedExample example, string pid, string picture, params string[] more) =>
        RunAsync(["run", example.Executable, "--pid", pid, "--image", picture, .. more]);

    /// <summary>The stand-in algorithm, which can misbehave.</summary>
    public static async Task<Inspected> StandInAsync(string behaviour)
    {
        using var folder = new PublishedStandIn(behaviour);
        return await RunAsync(folder.Arguments());
    }

    /// <summary>A series of the sample: OK, ERROR (no tray), OK.</summary>
    public static async Task<Inspected> SeriesAsync(PublishedExample example)
    {
        var pictures = Directory.CreateTempSubdirectory("procvision-series-");
        try
        {
            File.Copy(Repository.Blades, Path.Combine(pictures.FullName, "a.jpg"));
            File.Copy(Repository.Brick, Path.Combine(pictures.FullName, "b.png"));
            File.Copy(Repository.Blades, Path.Combine(pictures.FullName, "c.jpg"));
            return await RunAsync(["run", example.Executable, "--pid", "p001", "--image", pictures.FullName]);
        }
        finally
        {
            pictures.Delete(recursive: true);
        }
    }

    /// <summary>What is drawn: kind and place of every rectangle of every answer.</summary>
    public IReadOnlyList<(string Kind, Box Place)> Rects =>
    [
        .. from step in Json.GetProperty("steps").EnumerateArray()
           from list in Lists
           let answer = step.GetProperty(list == "calibration_rects" ? "pre_execute" : "execute")
           where answer.ValueKind == JsonValueKind.Object && answer.TryGetProperty("data", out var data) && data.TryGetProperty(list, out _)
           from rect in answer.GetProperty("data").GetProperty(list).EnumerateArray()
           select (list[..list.IndexOf('_', StringComparison.Ordinal)],
               new Box(Number(rect, "x"), Number(rect, "y"), Number(rect, "width"), Number(rect, "height"))),
    ];

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task<Inspected> RunAsync(string[] arguments)
    {
        var inspected = new Inspected();
        var run = await ToolRun.OfAsync([.. arguments, "--json", "--report", inspected.Report]);
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        inspected.Json = run.Json;
        return inspected;
    }

    private static double Number(JsonElement rect, string side) => rect.GetProperty(side).GetDouble();
}

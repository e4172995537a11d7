using System.Text.Json;
using ProcVision.Runner;

namespace ProcVision.SupervisionCost;

/// <summary>A Runner's things for one detection of the no-op algorithm.</summary>
internal sealed class Rig : IDisposable
{
    private readonly SessionRegions _regions = SessionRegions.Open();

    public Rig(string noOp)
    {
        Launch = new(noOp, ["algorithm"], Path.GetDirectoryName(noOp)!);
        Session = SessionIdentity.ForDevelopment("p001");
        Image = Images.Place([1, 2, 3, 4, 5], new ImageHeader(ImageEncoding.Png, 1920, 1200, PixelFormat.Gray8), Session.Id);
        Region = _regions.Rent(Session, "no-op");
    }

    public static RunnerTimings Timings { get; } = RunnerTimings.Spec;

    public AlgorithmLaunch Launch { get; }

    public ImageHandover Images { get; } = ImageHandover.Open();

    public HandedImage Image { get; }

    public SessionIdentity Session { get; }

    public SessionRegion Region { get; }

    /// <summary>The call of benchmarks/PipeCall.</summary>
    public StepCallRequest Call => new()
    {
        Phase = Phase.Execute,
        Step = 1,
        Pid = "p001",
        Session = Session,
        Region = Region,
        Parameters = new Dictionary<string, JsonElement>
        {
            ["roi"] = JsonSerializer.SerializeToElement(JsonDocument.Parse("""{"x":100,"y":120,"width":800,"height":600}""").RootElement),
            ["exposure"] = JsonDocument.Parse("12.5").RootElement,
        },
        Image = Image,
    };

    public SupervisedAlgorithm Supervise(SupervisionOptions? options = null) => new("no-op", Launch, Images, Timings, options);

    public static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }

    public void Dispose()
    {
        Region.Dispose();
        _regions.Dispose();
        Image.Dispose();
        Images.Dispose();
    }
}

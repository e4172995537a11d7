using System.Text;
using ProcVision.CompilerServices;
using ProcVision.Sdk.Tests.Sessions.Memory;
using ProcVision.Testing;

namespace ProcVision.Sdk.Tests.Algorithms;

/// <summary>A scripted algorithm with a session cache, a log and the platform's picture directory: all of the process but its pipes.</summary>
internal sealed class Line : IDisposable
{
    internal Line(AssetDescriptor[]? assets = null)
    {
        Log = new LogCapture();
        Instance = new AlgorithmInstance(
            ScriptedAlgorithm.Describe(() => Algorithm, assets),
            Folder,
            new ImageDirectory(new SharedMemoryDirectory(Folder), null),
            new StructuredLogger(Log, LogLevel.Debug, Clock),
            Clock);
        PutPicture("shm-00001", 160, 120);
    }

    internal ScriptedAlgorithm Algorithm { get; } = new();

    internal AlgorithmInstance Instance { get; }

    internal LogCapture Log { get; }

    internal StoppedClock Clock { get; } = new();

    /// <summary>The token of the next calls.</summary>
    internal CancellationToken Cancellation { get; set; }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("procvision-line-").FullName;

    public void Dispose()
    {
        Instance.Teardown();
        Log.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>Puts a black picture where the platform would.</summary>
    internal void PutPicture(string id, int width, int height) =>
        new SharedMemoryDirectory(Folder).WriteArray(id, new ImageBuffer(width, height, PixelFormat.Gray8, new byte[width * height]));

    internal CallOutcome Pre(int step = 1, string pid = "p001", string session = "s-1", string parameters = "") =>
        Call(Phase.Pre, step, pid, session, parameters);

    internal CallOutcome Execute(int step = 1, string pid = "p001", string session = "s-1", string parameters = "") =>
        Call(Phase.Execute, step, pid, session, parameters);

    internal CallOutcome Call(
        Phase phase,
        int step = 1,
        string pid = "p001",
        string session = "s-1",
        string parameters = "",
        string context = "",
        string image = "shm-00001",
        ImageMeta? meta = null,
        string? metaProblem = null,
        OwnedRegion? region = null) =>
        Instance.Call(
            new StepRequest
            {
                Phase = phase,
                Step = step,
                Pid = Encoding.UTF8.GetBytes(pid),
                SessionId = Encoding.UTF8.GetBytes(session),
                SessionContext = Encoding.UTF8.GetBytes(context),
                UserParams = Encoding.UTF8.GetBytes(parameters),
                ImageId = Encoding.UTF8.GetBytes(image),
                ImageMeta = meta ?? new ImageMeta(160, 120, 1, "cam-01", false),
                ImageMetaProblem = metaProblem,
                Region = region is null ? default : region.ToRequest(),
            },
            Cancellation);

    internal CallOutcome Frame(string frame, int step = 1, string pid = "p001", string session = "s-1", OwnedRegion? region = null)
    {
        var request = new StepRequest
        {
            Step = step,
            Pid = Encoding.UTF8.GetBytes(pid),
            SessionId = Encoding.UTF8.GetBytes(session),
            Region = region is null ? default : region.ToRequest(),
        };
        return frame switch
        {
            "reset" => Instance.Reset(request),
            "on_step_start" => Instance.StepStart(request),
            _ => Instance.StepFinish(request),
        };
    }
}

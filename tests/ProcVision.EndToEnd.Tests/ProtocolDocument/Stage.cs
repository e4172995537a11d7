namespace ProcVision.EndToEnd.Tests.ProtocolDocument;

/// <summary>The process of one transcript, with the pictures that the document promises.</summary>
internal sealed class Stage : IDisposable
{
    private readonly string? _bare;

    internal Stage(string executable, string transcript)
    {
        if (transcript == "start")
        {
            // The executable without its assets: it cannot start.
            _bare = Directory.CreateTempSubdirectory("procvision-bare").FullName;
            string alone = Path.Combine(_bare, Path.GetFileName(executable));
            File.Copy(executable, alone);
            executable = alone;
        }

        Station = transcript.StartsWith("execute-only", StringComparison.Ordinal) ? new(executable, ("PROC_PID", "p001")) : new(executable);
        File.Copy(Repository.Blades, Path.Combine(Station.Images, "shm-blades-01.bin"));
        File.Copy(Path.Combine(Repository.Root, "samples/AlgorithmExample/images/brick.png"), Path.Combine(Station.Images, "shm-guide-01.bin"));
        if (transcript == "busy")
            LargePicture.Write(Path.Combine(Station.Images, "shm-large-01.npy"), width: 8000, height: 8000);
    }

    internal Station Station { get; }

    public void Dispose()
    {
        Station.Dispose();
        if (_bare is not null)
            Directory.Delete(_bare, recursive: true);
    }
}

using ProcVision.Runner;

namespace ProcVision.EndToEnd.Tests.ProtocolDocument;

/// <summary>The process of one transcript, with the pictures that the document promises.</summary>
internal sealed class Stage : IDisposable
{
    private const string DocumentsRegion = "procvision-session-4711-123456-00112233445566778899aabbccddeeff";

    private readonly string? _bare;
    private readonly SessionRegions _regions = SessionRegions.Open();
    private readonly SessionRegion? _region;

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
        if (transcript == "region")
        {
            var session = new SessionIdentity("sid-1", "p001", "dev", "t-1");
            for (int before = 0; before < 2; before++)
                _regions.Rent(session, "algorithm-example").Dispose();
            _region = _regions.Rent(session, "algorithm-example");
        }

        if (transcript == "busy")
            LargePicture.Write(Path.Combine(Station.Images, "shm-large-01.npy"), width: 8000, height: 8000);
    }

    internal Station Station { get; }

    /// <summary>The block with the name of a region that is there: nobody knows that beforehand.</summary>
    internal DocumentBlock Set(DocumentBlock block) => block with { Text = block.Text.Replace(DocumentsRegion, _region?.Name, StringComparison.Ordinal) };

    public void Dispose()
    {
        Station.Dispose();
        _region?.Dispose();
        _regions.Dispose();
        if (_bare is not null)
            Directory.Delete(_bare, recursive: true);
    }
}

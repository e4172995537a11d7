namespace ProcVision.Sdk.Tests.Hosting;

/// <summary>What a hosted algorithm waits for when its step is told to <c>wait for the file</c>: the test decides how long "meanwhile" is.</summary>
internal sealed class Gate : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), "procvision-gate-" + Guid.NewGuid().ToString("N"));

    /// <summary>For the environment of the algorithm.</summary>
    internal (string Name, string Value) Variable => ("TEST_FILE", _file);

    internal void Open() => File.Create(_file).Dispose();

    public void Dispose() => File.Delete(_file);
}

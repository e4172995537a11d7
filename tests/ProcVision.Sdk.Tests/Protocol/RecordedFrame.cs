namespace ProcVision.Sdk.Tests.Protocol;

/// <summary>Bodies of real frames, byte for byte as their senders make them.</summary>
internal static class RecordedFrame
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Protocol", "Frames");

    internal static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    internal static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, $"{name}.json"));
}

namespace ProcVision.Benchmarks.Wire;

/// <summary>The execute call of the recorded frames: 571 bytes, two parameters, a session with its context.</summary>
internal static class RecordedCall
{
    internal static byte[] Body()
    {
        using var resource = typeof(RecordedCall).Assembly.GetManifestResourceStream("execute.json")
            ?? throw new InvalidOperationException("The recorded frame execute.json is not in this assembly.");
        var body = new byte[resource.Length];
        resource.ReadExactly(body);
        return body;
    }
}

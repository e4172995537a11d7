namespace ProcVision.Protocol;

/// <summary>How long frames may be, both ways (conformance 261, C26, DESIGN §7).</summary>
internal static class FrameLimits
{
    /// <summary>The length prefix: four bytes, big-endian (conformance 258).</summary>
    internal const int Header = 4;

    /// <summary>The longest body that is read or written, in bytes: 2 MiB.</summary>
    internal const int Body = 2 * 1024 * 1024;

    /// <summary>The longest body that is skipped and answered, in bytes: 64 MiB. Above it the length itself is not to be believed.</summary>
    internal const int Skipped = 64 * 1024 * 1024;
}

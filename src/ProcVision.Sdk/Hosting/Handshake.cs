namespace ProcVision.Hosting;

/// <summary>
/// How far the handshake is (conformance 271, 279, C26): nothing is sent before hello, and no call is served before the Runner's.
/// </summary>
internal sealed class Handshake
{
    private volatile bool _isOpen;
    private volatile bool _isComplete;

    /// <summary>Our hello is out.</summary>
    internal bool IsOpen => _isOpen;

    /// <summary>The Runner's hello is in.</summary>
    internal bool IsComplete => _isComplete;

    internal void Open() => _isOpen = true;

    internal void Complete() => _isComplete = true;
}

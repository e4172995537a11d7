namespace ProcVision;

/// <summary>What <c>Setup</c> gets: once, before hello, for the models and assets of all pids (conformance 49, 50).</summary>
public sealed class SetupContext
{
    internal SetupContext(IReadOnlyList<string> pids, AssetTable assets, StructuredLogger log, CancellationToken cancellation)
    {
        Pids = pids;
        Assets = assets;
        Log = log;
        Cancellation = cancellation;
    }

    /// <summary>The manifest's <c>supported_pids</c>, in its order.</summary>
    public IReadOnlyList<string> Pids { get; }

    /// <summary>The files of <c>required_assets</c> and <c>default_config</c>; each was found before <c>Setup</c> began.</summary>
    public AssetTable Assets { get; }

    /// <summary>Lines on stderr.</summary>
    public StructuredLogger Log { get; }

    /// <summary>Fires when the process is asked to end while <c>Setup</c> still runs.</summary>
    public CancellationToken Cancellation { get; }
}

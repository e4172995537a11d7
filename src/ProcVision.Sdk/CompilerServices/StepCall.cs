using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace ProcVision.CompilerServices;

/// <summary>
/// The state of the call that runs, filled anew for each call and pooled with the algorithm: what a step struct refers to.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StepCall
{
    internal StepCall(AssetTable assets, StructuredLogger log, Diagnostics diagnostics)
    {
        Assets = assets;
        Log = log;
        Diagnostics = diagnostics;
    }

    /// <summary>The product id.</summary>
    public string Pid { get; internal set; } = "";

    /// <summary>The step's index, from 1.</summary>
    public int Step { get; internal set; }

    /// <summary>Which half of the step runs.</summary>
    public Phase Phase { get; internal set; }

    /// <summary>The detection's session.</summary>
    [AllowNull]
    public Session Session { get => field!; internal set; }

    /// <summary>The camera picture; null for a step that asked for none.</summary>
    public ImageFrame? Image { get; internal set; }

    /// <summary>The guide's picture; null in the full profile and for a method that asked for no picture.</summary>
    internal ImageFrame? GuideImage { get; set; }

    /// <summary>What the guide says; null in the full profile.</summary>
    internal Guide? Guide { get; set; }

    /// <summary>The manifest's files.</summary>
    public AssetTable Assets { get; }

    /// <summary>Lines on stderr.</summary>
    public StructuredLogger Log { get; }

    /// <summary>Values for <c>data.debug</c>.</summary>
    public Diagnostics Diagnostics { get; }

    /// <summary>Fires at the deadline and when the process is asked to end.</summary>
    public CancellationToken Cancellation { get; internal set; }

    /// <summary>The call ended: nothing of it may be kept alive until the next one.</summary>
    internal void End()
    {
        Session = null;
        Image = null;
        GuideImage = null;
        Guide = null;
        Cancellation = default;
    }
}

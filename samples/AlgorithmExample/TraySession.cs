using ProcVision;

namespace AlgorithmExample;

/// <summary>What one detection remembers from step to step.</summary>
[Session]
public readonly ref partial struct TraySession
{
    /// <summary>The tray that step 1 found; null before.</summary>
    public partial Tray? Tray { get; set; }
}

using ProcVision;

namespace AlgorithmExample;

/// <summary>What one detection remembers from step to step.</summary>
[Session]
public readonly ref partial struct TraySession
{
    /// <summary>Mean brightness when the light was checked before step 1, 0…255; null when it was not.</summary>
    public partial double? Light { get; set; }

    /// <summary>The tray that step 1 found; null before.</summary>
    public partial Tray? Tray { get; set; }
}

namespace ProcVision;

/// <summary>The shared region that a call names for its session's values (<c>session_state:v1</c>). Borrowed from the frame; nothing is checked but its form.</summary>
internal readonly ref struct RegionRequest
{
    /// <summary>The region's name, unescaped UTF-8.</summary>
    internal ReadOnlySpan<byte> Name { get; init; }

    /// <summary>Which of the detections that the region has had; 1 or more. 0: the call names no region.</summary>
    internal uint Generation { get; init; }

    /// <summary>Whether the call names one.</summary>
    internal bool IsPresent => Generation != 0;
}

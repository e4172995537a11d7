namespace ProcVision.Runner;

/// <summary>What ended the wait for an algorithm.</summary>
internal enum WaitEnd
{
    /// <summary>The answer.</summary>
    Answered,

    /// <summary>Nothing more will come.</summary>
    Broken,

    /// <summary>The time.</summary>
    TooLate,
}

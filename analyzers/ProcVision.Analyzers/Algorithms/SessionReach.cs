namespace ProcVision.Analyzers.Algorithms;

/// <summary>Who can name a session struct.</summary>
internal enum SessionReach
{
    Public,
    Assembly,

    /// <summary>Only the types around it.</summary>
    Nested,
}

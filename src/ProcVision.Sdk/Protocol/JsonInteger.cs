namespace ProcVision.Protocol;

/// <summary>How a JSON number relates to the integers of 64 bits.</summary>
internal enum JsonInteger : byte
{
    /// <summary>It is one of them.</summary>
    Exact,

    /// <summary>It is not an integer.</summary>
    Fraction,

    /// <summary>It is an integer below them.</summary>
    TooSmall,

    /// <summary>It is an integer above them.</summary>
    TooLarge,
}

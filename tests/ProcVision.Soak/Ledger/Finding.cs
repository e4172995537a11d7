namespace ProcVision.Soak.Ledger;

/// <summary>What a value found in a region is.</summary>
internal enum Finding
{
    /// <summary>One that was written, whole, and as new as it has to be.</summary>
    Whole,

    /// <summary>None that was ever written.</summary>
    Torn,

    /// <summary>An older one than was written, or no value where one was written.</summary>
    Lost,
}

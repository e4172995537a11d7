namespace ProcVision.Soak.Planted;

/// <summary>A mistake that a writer makes on purpose, to show that the experiment finds it.</summary>
internal enum Plant
{
    /// <summary>The product's own writer.</summary>
    None,

    /// <summary>The planted writer without a mistake: what it writes is right.</summary>
    Correct,

    /// <summary>The state names the new cell before the cell is written.</summary>
    PublishFirst,

    /// <summary>One cell for the old and the new value.</summary>
    OneCell,

    /// <summary>One cell, and the state says "empty" while it is written: never torn, but lost.</summary>
    EmptyWhileWriting,
}

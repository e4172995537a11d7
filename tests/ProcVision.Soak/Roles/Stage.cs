namespace ProcVision.Soak.Roles;

/// <summary>What the writer is doing.</summary>
internal enum Stage
{
    /// <summary>It has not begun yet.</summary>
    Waiting,

    /// <summary>It attaches, carries over the values of another layout, and looks at what its predecessor left.</summary>
    Attaching,

    /// <summary>It makes values.</summary>
    Preparing,

    /// <summary>It writes them, one after the other.</summary>
    Writing,
}

namespace ProcVision;

/// <summary>Who may write to a file while it is read.</summary>
internal enum FileWriters
{
    /// <summary>Nobody: the system keeps writers out until the file is closed.</summary>
    Barred,

    /// <summary>None was noticed; the file's <see cref="FileStamp"/> shows whether one came.</summary>
    Unseen,

    /// <summary>Somebody has it open for writing, or wrote so recently that a further write need not show in its <see cref="FileStamp"/>.</summary>
    Present,
}

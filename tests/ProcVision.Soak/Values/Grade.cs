namespace ProcVision.Soak.Values;

/// <summary>Stored by name inside a record.</summary>
internal enum Grade
{
    Good,
    Scratched,
    Broken,
}

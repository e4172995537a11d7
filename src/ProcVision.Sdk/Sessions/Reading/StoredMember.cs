namespace ProcVision;

/// <summary>A member of a struct.</summary>
/// <param name="Name">As in JSON.</param>
/// <param name="Offset">From the first byte of the struct.</param>
/// <param name="Type">One with a size.</param>
internal readonly record struct StoredMember(string Name, int Offset, StoredType Type);

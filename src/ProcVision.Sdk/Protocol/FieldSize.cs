namespace ProcVision.Protocol;

/// <summary>How much of a frame a field takes.</summary>
/// <param name="Name">The field's key.</param>
/// <param name="Bytes">Its JSON.</param>
internal readonly record struct FieldSize(string Name, long Bytes)
{
    internal FieldSize Larger(string name, long bytes) => bytes > Bytes ? new(name, bytes) : this;
}

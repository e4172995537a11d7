namespace ProcVision;

/// <summary>The capacity in bytes of a session property whose size is not fixed; for a string, of its UTF-8 form. Default 256.</summary>
/// <param name="bytes">1 … 102400: a session holds 100 KB in all (conformance 19).</param>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class MaxBytesAttribute(int bytes) : Attribute
{
    /// <summary>The capacity in bytes.</summary>
    public int Bytes { get; } = bytes;
}

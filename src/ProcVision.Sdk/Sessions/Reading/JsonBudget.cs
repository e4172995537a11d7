using System.Buffers;

namespace ProcVision;

/// <summary>
/// Takes the JSON of a region's values, one after the other. A region can be made to say that a byte is a member with a name of a thousand: what that
/// came to would have no end, so it has one.
/// </summary>
internal sealed class JsonBudget(long most) : IBufferWriter<byte>
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private long _left = most;

    public void Advance(int count)
    {
        _left -= count;
        _bytes.Advance(count);
    }

    /// <inheritdoc/>
    /// <exception cref="RegionFault">There is no more room.</exception>
    public Memory<byte> GetMemory(int sizeHint = 0) => Has(sizeHint) ? _bytes.GetMemory(sizeHint) : throw Over();

    /// <inheritdoc/>
    /// <exception cref="RegionFault">There is no more room.</exception>
    public Span<byte> GetSpan(int sizeHint = 0) => Has(sizeHint) ? _bytes.GetSpan(sizeHint) : throw Over();

    /// <summary>What came since the last time.</summary>
    internal byte[] Take()
    {
        var taken = _bytes.WrittenSpan.ToArray();
        _bytes.ResetWrittenCount();
        return taken;
    }

    private static RegionFault Over() => new("它的 JSON 过大");

    private bool Has(int size) => size <= _left;
}

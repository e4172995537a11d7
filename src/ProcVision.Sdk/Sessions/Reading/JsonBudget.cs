using System.Buffers;

namespace ProcVision;

/// <summary>
/// Takes the JSON of a region's values, one after the other. A region can be made to say that each byte is a member with a name of a thousand: what
/// that came to would have no end, so it has one.
/// </summary>
internal sealed class JsonBudget : IBufferWriter<byte>
{
    /// <summary>Bytes of JSON for each byte of a value: a bool that is a struct of one takes some forty.</summary>
    private const long ForEachByte = 256;

    private const long ForAny = 16 * 1024;

    private readonly ArrayBufferWriter<byte> _bytes = new();
    private long _left;

    /// <summary>Forgets what has come and takes the next value.</summary>
    /// <param name="bytes">That it has in the region.</param>
    internal void Begin(int bytes)
    {
        _bytes.ResetWrittenCount();
        _left = ForAny + (ForEachByte * bytes);
    }

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

    /// <summary>The JSON of the value.</summary>
    internal byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    private static RegionFault Over() => new("它的 JSON 过大");

    private bool Has(int size) => size <= _left;
}

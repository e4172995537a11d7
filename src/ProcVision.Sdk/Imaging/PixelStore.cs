namespace ProcVision;

/// <summary>
/// A buffer that grows to the largest picture seen and stays: pages once touched are not faulted in again. Never moves, so that
/// <c>step.Image.Pointer</c> holds; managed, so that a span kept too long reads old pixels and not freed memory.
/// </summary>
internal sealed class PixelStore
{
    private byte[] _bytes = [];

    /// <summary>The first bytes of the buffer; what is in them is left from before.</summary>
    /// <exception cref="ImageException">There is no memory for so many.</exception>
    internal Span<byte> Take(int length)
    {
        if (_bytes.Length < length)
        {
            _bytes = [];
            try
            {
                _bytes = GC.AllocateUninitializedArray<byte>(length, pinned: true);
            }
            catch (OutOfMemoryException exception)
            {
                throw new ImageException($"内存不足: 图像需要 {length} 字节", exception);
            }
        }

        return _bytes.AsSpan(0, length);
    }
}

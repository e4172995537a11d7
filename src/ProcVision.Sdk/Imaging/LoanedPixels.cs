using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProcVision;

/// <summary>
/// The pixels of one call as <see cref="Memory{T}"/>. One object per call and never reused, so that memory kept beyond its step cannot
/// come to life again when the buffer serves the next one.
/// </summary>
internal sealed class LoanedPixels : MemoryManager<byte>
{
    private readonly int _length;
    private volatile ImageFrame? _frame;

    internal LoanedPixels(ImageFrame frame)
    {
        // Decodes now, on the step's thread: the threads that use the memory later find the pixels there.
        _length = frame.Pixels.Length;
        _frame = frame;
    }

    internal ReadOnlyMemory<byte> Pixels => CreateMemory(_length);

    public override Span<byte> GetSpan()
    {
        var pixels = Frame.Pixels;
        return MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(pixels), pixels.Length);
    }

    public override unsafe MemoryHandle Pin(int elementIndex = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(elementIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(elementIndex, _length);

        // A frame's pixels do not move during the loan: nothing to pin.
        return new((byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Frame.Pixels)) + elementIndex, pinnable: this);
    }

    public override void Unpin()
    {
    }

    internal void End() => _frame = null;

    protected override void Dispose(bool disposing) => End();

    private ImageFrame Frame => _frame ?? throw new InvalidOperationException(
        "The picture of a step is borrowed for that call, and the call has ended. Copy the pixels you keep (step.Image.Pixels.ToArray()), "
        + "or finish the work that uses step.Image.Memory before the step returns.");
}

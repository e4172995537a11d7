using System.Runtime.InteropServices;

namespace ProcVision;

/// <summary>An <see cref="ImageBuffer"/> on loan to one call.</summary>
internal sealed class BufferFrame(ImageBuffer buffer) : ImageFrame
{
    // Not movable during the loan, because native code may hold step.Image.Pointer.
    private GCHandle _pin = GCHandle.Alloc(buffer.Pixels, GCHandleType.Pinned);

    public override int Width => buffer.Width;

    public override int Height => buffer.Height;

    public override int Stride => buffer.Stride;

    public override PixelFormat Format => buffer.Format;

    public override long TimestampMs => buffer.TimestampMs;

    public override string CameraId => buffer.CameraId;

    internal override ReadOnlySpan<byte> Pixels => buffer.Pixels;

    private protected override void Reclaim()
    {
        if (_pin.IsAllocated)
        {
            _pin.Free();
        }
    }
}

using System.Buffers;
using ProcVision;

namespace InspectionKit;

/// <summary>A gray copy of a picture in a pooled buffer. Dispose gives the buffer back.</summary>
public readonly struct Gray : IDisposable, IEquatable<Gray>
{
    private readonly byte[] _buffer;

    public Gray(StepImage image)
    {
        (Width, Height) = (image.Width, image.Height);
        _buffer = ArrayPool<byte>.Shared.Rent(Width * Height);
        image.CopyGrayTo(_buffer);
    }

    public int Width { get; }

    public int Height { get; }

    public static bool operator ==(Gray left, Gray right) => left.Equals(right);

    public static bool operator !=(Gray left, Gray right) => !left.Equals(right);

    public ReadOnlySpan<byte> Row(int y) => _buffer.AsSpan(y * Width, Width);

    public bool Equals(Gray other) => ReferenceEquals(_buffer, other._buffer);

    public override bool Equals(object? obj) => obj is Gray other && Equals(other);

    public override int GetHashCode() => _buffer.GetHashCode();

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}

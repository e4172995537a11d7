using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ProcVision;

/// <summary>
/// A picture as a step sees it, the camera's as <c>step.Image</c> or the guide's as <c>step.Guide.Image</c>: read-only, of the real size,
/// borrowed until the step returns. Rows lie from top to bottom, pixels from left to right. Empty (<see cref="PixelFormat.None"/>) in a method with
/// <c>[NoImage]</c>; the guide's also in the full profile.
/// </summary>
/// <remarks>
/// JPEG and PNG are decoded at the first use of the pixels, by any member from <see cref="Pixels"/> on; a broken body throws
/// <see cref="ImageException"/> there, which becomes 1002 when it leaves the step (C30). Orientation marks (EXIF) are not applied, as on
/// the platform: the pixels lie as the camera wrote them. An all-black picture is a picture.
/// </remarks>
public readonly ref struct StepImage
{
    private readonly ImageFrame? _frame;

    /// <summary>For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public StepImage(ImageFrame? frame) => _frame = frame;

    /// <summary>Width in pixels, 0 when empty.</summary>
    public int Width => _frame?.Width ?? 0;

    /// <summary>Height in pixels, 0 when empty.</summary>
    public int Height => _frame?.Height ?? 0;

    /// <summary>Bytes from one row to the next: at least <see cref="Width"/> × the bytes of a pixel.</summary>
    public int Stride => _frame?.Stride ?? 0;

    /// <summary>How a pixel lies in memory: one byte (Gray8) or three (Rgb24, Bgr24). JPEG and PNG are Gray8 or Rgb24 (conformance 243).</summary>
    public PixelFormat Format => _frame?.Format ?? PixelFormat.None;

    /// <summary>When the camera took it, Unix milliseconds (conformance 231).</summary>
    public long TimestampMs => _frame?.TimestampMs ?? 0;

    /// <summary>The camera, as the platform names it (conformance 228); empty when there is no picture.</summary>
    public string CameraId => _frame?.CameraId ?? "";

    /// <summary>Whether there is no picture: of the camera only in a method with <c>[NoImage]</c>.</summary>
    public bool IsEmpty => _frame is null;

    /// <summary>All pixels, <see cref="Height"/> × <see cref="Stride"/> bytes; empty when there is no picture. Valid during the step.</summary>
    /// <exception cref="ImageException">The file's body is broken.</exception>
    public ReadOnlySpan<byte> Pixels => _frame is null ? default : _frame.Pixels;

    /// <summary>
    /// The bytes of <see cref="Pixels"/> as memory that may enter lambdas and <c>Parallel.For</c>. Used after the step has returned it
    /// throws <see cref="InvalidOperationException"/>: the picture is borrowed for the call (conformance 256). The first use in a call allocates a small object.
    /// </summary>
    /// <exception cref="ImageException">The file's body is broken.</exception>
    public ReadOnlyMemory<byte> Memory => _frame is null ? default : _frame.Memory;

    /// <summary>
    /// The address of the first pixel, for native code; null when there is no picture. It does not move during the step and is invalid
    /// after it; nothing checks that. Never write there.
    /// </summary>
    /// <exception cref="ImageException">The file's body is broken.</exception>
    public unsafe byte* Pointer => (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(Pixels));

    /// <summary>The pixels of one row without the gap behind it, <see cref="Width"/> × the bytes of a pixel.</summary>
    /// <param name="y">0 (top) to <see cref="Height"/> − 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    /// <exception cref="ImageException">The file's body is broken.</exception>
    public ReadOnlySpan<byte> Row(int y)
    {
        if ((uint)y >= (uint)Height)
        {
            throw new ArgumentOutOfRangeException(nameof(y), y, $"The picture has the rows 0 to {Height - 1}.");
        }

        return Pixels.Slice(y * Stride, Width * Format.BytesPerPixel());
    }

    /// <summary>
    /// The mean brightness, 0 (black) to 255 (white), over all pixels; 0 for no picture. Of a colour picture the mean of
    /// (77 R + 150 G + 29 B) / 256, unrounded (ITU-R BT.601 weights).
    /// </summary>
    /// <exception cref="ImageException">The file's body is broken.</exception>
    public double Mean()
    {
        if (IsEmpty)
        {
            return 0;
        }

        var (first, second, third) = Luma.WeightsOf(Format);
        long sum = 0;
        foreach (var row in new PixelRuns(this))
        {
            if (Format == PixelFormat.Gray8)
            {
                sum += 256 * SumKernel.OfAll(row);
            }
            else
            {
                var sums = SumKernel.OfThree(row);
                sum += (first * sums.First) + (second * sums.Second) + (third * sums.Third);
            }
        }

        return sum / 256.0 / ((long)Width * Height);
    }

    /// <summary>
    /// Writes the picture as gray, one byte per pixel and no gap between the rows. A colour becomes (77 R + 150 G + 29 B + 128) / 256,
    /// rounded down; gray pixels are copied.
    /// </summary>
    /// <param name="destination">At least <see cref="Width"/> × <see cref="Height"/> bytes; what lies behind is not touched.</param>
    /// <exception cref="ArgumentException">It is too short; the message says how many bytes are needed.</exception>
    /// <exception cref="ImageException">The file's body is broken.</exception>
    public void CopyGrayTo(Span<byte> destination)
    {
        var needed = Width * Height;
        if (destination.Length < needed)
        {
            throw new ArgumentException($"A gray picture of {Width}x{Height} needs {needed} bytes, the destination has {destination.Length}.", nameof(destination));
        }

        if (IsEmpty)
        {
            return;
        }

        var bytes = Format.BytesPerPixel();
        foreach (var row in new PixelRuns(this))
        {
            var gray = destination[..(row.Length / bytes)];
            if (Format == PixelFormat.Gray8)
            {
                row.CopyTo(gray);
            }
            else
            {
                GrayKernel.Convert(row, Format, gray);
            }

            destination = destination[gray.Length..];
        }
    }

    /// <summary>Gives the pixels of a gray picture without copying them.</summary>
    /// <param name="gray"><see cref="Width"/> × <see cref="Height"/> bytes, valid during the step.</param>
    /// <returns>False for a colour picture, one with gaps between its rows, or none: then <see cref="CopyGrayTo"/> it.</returns>
    /// <exception cref="ImageException">The file's body is broken.</exception>
    public bool TryGetGray(out ReadOnlySpan<byte> gray)
    {
        var isGray = Format == PixelFormat.Gray8 && Stride == Width;
        gray = isGray ? Pixels : default;
        return isGray;
    }

    /// <summary>All pixels as values of the size of a pixel: <see cref="Width"/> × <see cref="Height"/> of them, row by row.</summary>
    /// <typeparam name="T">One byte for Gray8, three bytes for Rgb24 and Bgr24.</typeparam>
    /// <exception cref="InvalidOperationException">A <typeparamref name="T"/> has another size than a pixel, or there are gaps between the rows.</exception>
    /// <exception cref="ImageException">The file's body is broken.</exception>
    public ReadOnlySpan<T> PixelsAs<T>()
        where T : unmanaged
    {
        if (IsEmpty)
        {
            return default;
        }

        var size = Format.BytesPerPixel();
        if (Unsafe.SizeOf<T>() != size)
        {
            throw new InvalidOperationException(
                $"A pixel in {Format} has {size} bytes, a {typeof(T).Name} has {Unsafe.SizeOf<T>()}. Check step.Image.Format and take a type of its size.");
        }

        if (Stride != Width * size)
        {
            throw new InvalidOperationException($"The rows of this picture are {Stride} bytes apart, not {Width * size}: read it row by row with Row(y).");
        }

        return MemoryMarshal.Cast<byte, T>(Pixels);
    }
}

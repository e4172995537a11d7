using System.Runtime.InteropServices;

namespace ProcVision.Fuzz.Pictures;

/// <summary>
/// Decodes every file twice, each time into a buffer with other bytes in it and around it, and with other bytes in what the C library hands
/// out. What then differs was never written; what changes around the buffer was written outside of it.
/// </summary>
internal sealed class TwiceDecoder(IImageDecoder decoder) : IImageDecoder
{
    private const int Guard = 4096;
    private const int Perturb = -6; // M_PERTURB of the GNU C library

    // Deflate packs 1032 bytes into one, and a byte may be 8 pixels of 3 bytes; JPEG stays a little below.
    private const int MostPerByte = 1032 * 8 * 3;

    private byte[] _first = [];
    private byte[] _second = [];

    /// <summary>Bytes of the largest picture asked for so far.</summary>
    internal long Largest { get; private set; }

    /// <inheritdoc/>
    public void Decode(ReadOnlySpan<byte> encoded, in ImageHeader header, Span<byte> pixels)
    {
        Largest = Math.Max(Largest, pixels.Length);
        if (pixels.Length != header.Height * header.Stride)
        {
            throw new Finding($"A buffer of {pixels.Length} bytes for {header}.");
        }

        if (pixels.Length > encoded.Length * (long)MostPerByte)
        {
            throw new Finding($"{pixels.Length} bytes of memory for {header} in a file of {encoded.Length} bytes.");
        }

        var first = Decode(encoded, header, ref _first, pixels.Length, 0x55);
        var second = Decode(encoded, header, ref _second, pixels.Length, 0xAA);
        if (first?.Message != second?.Message)
        {
            throw new Finding($"Once '{first?.Message}', once '{second?.Message}'.");
        }

        if (first is not null)
        {
            throw first;
        }

        var picture = _first.AsSpan(Guard, pixels.Length);
        var same = picture.CommonPrefixLength(_second.AsSpan(Guard, pixels.Length));
        if (same != pixels.Length)
        {
            throw new Finding($"Byte {same} of {header} is not always the same: it was never written, or taken from memory that was not.");
        }

        picture.CopyTo(pixels);
    }

    private ImageException? Decode(ReadOnlySpan<byte> encoded, in ImageHeader header, ref byte[] buffer, int length, byte fill)
    {
        if (buffer.Length < length + (2 * Guard))
        {
            buffer = new byte[length + (2 * Guard)];
        }

        buffer.AsSpan(0, length + (2 * Guard)).Fill(fill);
        FillFreshMemoryWith(fill);
        ImageException? refusal = null;
        try
        {
            decoder.Decode(encoded, header, buffer.AsSpan(Guard, length));
        }
        catch (ImageException exception)
        {
            refusal = exception;
        }

        return buffer.AsSpan(0, Guard).ContainsAnyExcept(fill) || buffer.AsSpan(Guard + length, Guard).ContainsAnyExcept(fill)
            ? throw new Finding($"Bytes around the buffer for {header} were written.")
            : refusal;
    }

    private static void FillFreshMemoryWith(byte value)
    {
        if (OperatingSystem.IsLinux())
        {
            try
            {
                _ = SetOption(Perturb, value);
            }
            catch (EntryPointNotFoundException)
            {
                // another C library: the buffer alone must do
            }
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);
}

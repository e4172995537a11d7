namespace ProcVision.Fuzz.Pictures;

/// <summary>An array: its header, and where that is taken, its samples as pixels.</summary>
internal sealed class NpyTarget : FuzzTarget
{
    internal override string Name => "npy";

    internal override void Run(ReadOnlySpan<byte> input)
    {
        if (NpyHeader.Read(input[..Math.Min(input.Length, NpyHeader.MaxLength)], input.Length, out var header) is null && !header.LiesAsPixels)
        {
            var samples = input.Slice(header.BodyOffset, (int)header.BodyLength);
            NpyPixels.Convert(header, samples, new byte[header.Height * header.Width * NpyPixels.BytesPerPixel(header)]);
        }
    }
}

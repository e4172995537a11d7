using System.Text;

namespace ProcVision.EndToEnd.Tests;

/// <summary>A picture that takes a while: gray noise of a fixed seed as NumPy writes it (conformance 525).</summary>
internal static class LargePicture
{
    internal static void Write(string path, int width, int height)
    {
        var header = $"{{'descr': '|u1', 'fortran_order': False, 'shape': ({height}, {width}), }}";
        var padded = header.PadRight((((10 + header.Length + 1 + 63) / 64) * 64) - 10 - 1) + "\n";
        using var file = File.Create(path);
        file.Write([0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)padded.Length, (byte)(padded.Length >> 8)]);
        file.Write(Encoding.ASCII.GetBytes(padded));
        var row = new byte[width];
        var random = new Random(20260101);
        for (var y = 0; y < height; y++)
        {
            random.NextBytes(row);
            file.Write(row);
        }
    }
}

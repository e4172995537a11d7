using System.Text;

namespace ProcVision.Fuzz.Pictures;

/// <summary>Files byte for byte as numpy's <c>np.save</c> writes them.</summary>
internal static class NumpyBytes
{
    /// <param name="shape">As Python prints it: <c>(600, 800, 3)</c>.</param>
    /// <param name="body">The samples.</param>
    /// <param name="type"><c>descr</c>.</param>
    /// <param name="isColumnMajor"><c>fortran_order</c>.</param>
    /// <param name="major">Version: 1, 2 or 3.</param>
    internal static byte[] Of(string shape, ReadOnlySpan<byte> body, string type = "|u1", bool isColumnMajor = false, byte major = 1) =>
        WithHeader($"{{'descr': '{type}', 'fortran_order': {(isColumnMajor ? "True" : "False")}, 'shape': {shape}, }}", body, major);

    internal static byte[] WithHeader(string header, ReadOnlySpan<byte> body, byte major = 1)
    {
        var start = major == 1 ? 10 : 12;
        var length = ((start + header.Length + 1 + 63) / 64 * 64) - start;
        var text = Encoding.Latin1.GetBytes(header.PadRight(length - 1) + '\n');
        byte[] size = major == 1 ? [(byte)length, (byte)(length >> 8)] : [(byte)length, (byte)(length >> 8), 0, 0];
        return [0x93, .. "NUMPY"u8, major, 0, .. size, .. text, .. body];
    }

    /// <summary>Samples that differ from place to place.</summary>
    internal static byte[] Samples(int count)
    {
        var samples = new byte[count];
        for (var i = 0; i < count; i++)
        {
            samples[i] = (byte)((i * 31) ^ (i >> 8));
        }

        return samples;
    }
}

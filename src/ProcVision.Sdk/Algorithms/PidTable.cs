using System.Text;

namespace ProcVision;

/// <summary>The manifest's pids, found by their UTF-8 without making a string (conformance 62, 109).</summary>
internal sealed class PidTable
{
    private readonly string[] _pids;
    private readonly byte[][] _utf8;

    internal PidTable(string[] pids)
    {
        _pids = pids;
        _utf8 = Array.ConvertAll(pids, Encoding.UTF8.GetBytes);
    }

    /// <summary>The pid as the manifest has it, or null when it is not supported.</summary>
    internal string? Find(ReadOnlySpan<byte> pid)
    {
        for (var i = 0; i < _utf8.Length; i++)
        {
            if (pid.SequenceEqual(_utf8[i]))
            {
                return _pids[i];
            }
        }

        return null;
    }
}

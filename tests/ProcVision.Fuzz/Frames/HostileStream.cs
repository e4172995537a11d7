using System.Buffers.Binary;
using System.Text;
using CsCheck;

namespace ProcVision.Fuzz.Frames;

/// <summary>What a hostile or broken host sends: frames with their lengths, most of them damaged. The same seed gives the same bytes.</summary>
internal sealed class HostileStream
{
    private const int Donors = 64;
    private const int LongestBody = 2 * 1024 * 1024;

    private readonly PCG _grammar;
    private readonly Random _random;
    private readonly FrameMutation _mutation;
    private readonly byte[][] _donors;
    private int _oldest;

    internal HostileStream(ulong seed)
    {
        _grammar = new PCG(1, seed);
        _random = new Random((int)(seed ^ (seed >> 32)));
        _mutation = new FrameMutation(_random);
        _donors = [.. Enumerable.Range(0, Donors).Select(_ => Whole())];
    }

    /// <summary>For other choices that must come again with the same seed.</summary>
    internal Random Dice => _random;

    /// <summary>The next frame, its length in front. Its length may lie, but never beyond what it brings along.</summary>
    internal byte[] Next()
    {
        var body = Whole();
        var other = _donors[_random.Next(Donors)];
        _donors[_oldest++ % Donors] = body;
        switch (_random.Next(2000))
        {
            case < 700:
                return Framed(body);
            case < 710:
                return Header(0);
            case < 750:
                // Broken off: what comes next is taken for the rest of it.
                return Swallowing(body[.._random.Next(body.Length)], body.Length, other);
            case 750:
                return Framed([.. body, .. new byte[LongestBody + _random.Next(0, 300_000)]]);
            case 751:
                return Framed([.. body.AsSpan(0, body.Length - 1), .. Enumerable.Repeat((byte)' ', LongestBody - body.Length), (byte)'}']);
            default:
                return Framed(_mutation.Of(body, other));
        }
    }

    /// <summary>A length that cannot be believed; the stream is lost behind it.</summary>
    internal byte[] Untrustworthy() => [.. Header(_random.Next(64 * 1024 * 1024 + 1, int.MaxValue) | (_random.Next(2) == 0 ? 0 : int.MinValue)), .. Whole()];

    /// <summary>A frame whose length is not that of its body: where the next one begins depends on what stands there.</summary>
    internal byte[] OutOfStep()
    {
        var body = Whole();
        return [.. Header(Math.Max(0, body.Length + _random.Next(-body.Length, body.Length))), .. body];
    }

    private static byte[] Framed(byte[] body) => [.. Header(body.Length), .. body];

    private static byte[] Swallowing(byte[] begun, int length, byte[] next)
    {
        byte[] rest = [.. Header(next.Length), .. next, .. new byte[length]];
        return [.. Header(length), .. begun, .. rest.AsSpan(0, length - begun.Length)];
    }

    private static byte[] Header(int length)
    {
        var header = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(header, length);
        return header;
    }

    private byte[] Whole() => Encoding.UTF8.GetBytes(FrameGrammar.Frame.Generate(_grammar, null, out _));
}

using CsCheck;
using ProcVision.CompilerServices;

namespace ProcVision.Sdk.Tests.Sessions.Codecs;

/// <summary>One value through its codec, under the key <c>K</c>.</summary>
internal static class Coding
{
    internal static byte[] Encode<T>(SessionCodec<T> codec, T value)
    {
        var scratch = SessionScratch.Rent();
        try
        {
            return codec.Encode("K", in value, scratch).ToArray();
        }
        finally
        {
            scratch.Return();
        }
    }

    internal static T Decode<T>(SessionCodec<T> codec, byte[] bytes) => codec.Decode("K", bytes);

    internal static T Decode<T>(SessionCodec<T> codec, string json) => codec.Decode("K", System.Text.Encoding.UTF8.GetBytes(json));

    /// <summary>One of these.</summary>
    internal static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}

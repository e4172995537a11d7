using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization.Metadata;

namespace ProcVision.Benchmarks.Sessions;

/// <summary>What others would do with values of one type, in loops without a call in between.</summary>
/// <param name="key">Of the value.</param>
/// <param name="json">How the type is JSON.</param>
/// <param name="values">Set by turns; a power of two of them.</param>
internal sealed class Contenders<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] T>(string key, JsonTypeInfo<T> json, T[] values)
{
    private readonly OriginalStore _original = new();
    private readonly PackedStore _packed = new();

    /// <summary>The rows of set and of get.</summary>
    internal SessionRow[] Rows(string name, Action<int> floorSet, Action<int> floorGet, Action<int> set, Action<int> get)
    {
        // There is something to get before the first get.
        OriginalSet(1);
        PackedSet(1);
        floorSet(1);
        set(1);
        return
        [
            new($"set {name}", floorSet, OriginalSet, PackedSet, set),
            new($"get {name}", floorGet, OriginalGet, PackedGet, get),
        ];
    }

    private void OriginalSet(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _original.Set(key, values[i & (values.Length - 1)], json);
        }
    }

    private void OriginalGet(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Got<T>.Last = _original.Get<T>(key);
        }
    }

    private void PackedSet(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _packed.Set(key, values[i & (values.Length - 1)]);
        }
    }

    private void PackedGet(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Got<T>.Last = _packed.Get<T>(key);
        }
    }
}

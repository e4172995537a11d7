namespace ProcVision.Soak.Values;

/// <summary>A key, and the forms its editions take by turns.</summary>
/// <param name="Index">Its place in <see cref="SoakKeys.All"/>.</param>
/// <param name="Name">As a session knows it.</param>
/// <param name="IsTyped">Whether it is a property of the layouts; else it is reached by key.</param>
/// <param name="Forms">At least one.</param>
internal sealed record SoakKey(int Index, string Name, bool IsTyped, ValueForm[] Forms)
{
    internal Edition Edition(ulong seed, long number) => new(seed, Index, number);

    internal ValueForm FormOf(Edition edition) => Forms[edition.Pick(1000, Forms.Length)];
}

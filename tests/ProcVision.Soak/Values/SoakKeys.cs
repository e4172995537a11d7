namespace ProcVision.Soak.Values;

/// <summary>What the experiment writes: every typed property, keys of one form each, keys that change their type, and so many that they need a second chunk.</summary>
internal static class SoakKeys
{
    private const int Changing = 8;
    private const int Many = 30;

    internal static readonly SoakKey[] All = [.. Names().Select(static (key, index) => new SoakKey(index, key.Name, index < TypedDoor.Properties.Length, key.Forms))];

    /// <summary>The key of a typed property.</summary>
    internal static SoakKey Typed(string name) => All.First(key => key.IsTyped && key.Name == name);

    private static IEnumerable<(string Name, ValueForm[] Forms)> Names()
    {
        foreach (var (name, form) in TypedDoor.Properties)
        {
            yield return (name, [form, form, form, form, form, form, Forms.Nothing]);
        }

        foreach (var (name, form) in TypedDoor.Properties)
        {
            yield return ($"键/{name}", [form, form, form, Forms.Nothing]);
        }

        ValueForm[] all =
        [
            Forms.Nothing, Forms.Null, Forms.Boolean, Forms.Byte, Forms.Int16, Forms.Int32, Forms.Int64, Forms.Double, Forms.Decimal, Forms.Guid, Forms.Time,
            Forms.Rect, Forms.Pose, Forms.Text, Forms.Template, Forms.Array,
        ];
        for (var i = 0; i < Changing; i++)
        {
            yield return ($"changing {i}", all);
        }

        // Often away, so that an entry of the directory changes its key.
        for (var i = 0; i < Many; i++)
        {
            yield return ($"件-{i}" + new string('x', i), [Forms.Nothing, Forms.Int64, Forms.Text]);
        }
    }
}

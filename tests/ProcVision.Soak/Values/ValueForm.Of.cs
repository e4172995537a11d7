using System.Text.Json;

// Every T is named in Forms, and can be stored; the rule cannot see that here.
#pragma warning disable PV2001

namespace ProcVision.Soak.Values;

/// <summary>Gives the value that a JSON element shows; false when it shows none of this type, or at first sight another edition.</summary>
internal delegate bool JsonReading<T>(JsonElement json, Edition edition, out T value);

/// <summary>A form whose values have one C# type.</summary>
/// <param name="make">The edition's value.</param>
/// <param name="read">Its value in JSON.</param>
internal class ValueForm<T>(Func<Edition, T> make, JsonReading<T> read) : ValueForm
{
    internal T Make(Edition edition) => make(edition);

    internal override Action<Session> Prepare(string key, Edition edition)
    {
        var value = make(edition);
        return session => session.Set(key, value);
    }

    internal override bool IsIn(Session session, string key, Edition edition)
    {
        try
        {
            return session.TryGet<T>(key, out var value) && AreEqual(value, make(edition));
        }
        catch (SessionException)
        {
            // Another type is stored.
            return false;
        }
    }

    internal override bool Is(JsonElement? json, Edition edition) =>
        json is { } element && read(element, edition, out var value) && AreEqual(value, make(edition));

    protected virtual bool AreEqual(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);
}
